"""Minutes to listen to: how fast they are spoken, and the voice here and now."""

from PySide6.QtCore import Signal

from coprod_desktop.services.speech_service import USUAL_WORDS_A_MINUTE
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_SLOWER, _FASTER = 100, 160


class ListenCard(Card):
    """Signal: `read_requested`, to read the minutes aloud now."""

    read_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("To listen to"))
        words = self.tr("How fast?")
        speeds = [
            Choice(str(_SLOWER), self.tr("Slower")),
            Choice(str(USUAL_WORDS_A_MINUTE), self.tr("Usual")),
            Choice(str(_FASTER), self.tr("Faster")),
        ]
        self.speeds = ChoiceButtons(theme, words, speeds)
        self.speeds.set_chosen(str(USUAL_WORDS_A_MINUTE))
        self._row = FormRow(theme, words, self.speeds)
        self.read_button = BigButton(theme, self.tr("Read aloud now"), icon=Icon.READ_ALOUD)
        self._advice = WrapLabel(theme, "", TextStyle.BODY)
        for part in (self._advice, self._row, self.read_button):
            self.add(part)
        self.read_button.clicked.connect(self.read_requested)

    def words_a_minute(self) -> int:
        """How many words are spoken in a minute."""
        return int(self.speeds.chosen_key() or USUAL_WORDS_A_MINUTE)

    def show_advice(self, words: str) -> None:
        """Say what is missing on this computer; without advice everything is there."""
        self._advice.setText(words)
        self._advice.setVisible(bool(words))
        self._row.setVisible(not words)
        self.read_button.setVisible(not words)
