"""Minutes to listen to: how fast they are spoken, as which file, and the voice here and now."""

from PySide6.QtCore import Signal

from coprod_desktop.services.speech_service import USUAL_WORDS_A_MINUTE
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_SLOWER, _FASTER = 100, 160
MP3, WAV, SCRIPT = ".mp3", ".wav", ".txt"


class ListenCard(Card):
    """Signals: `read_requested`, to read the minutes aloud now; `kind_changed`, when another file is wanted."""

    read_requested = Signal()
    kind_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("To listen to"), padding=16)
        speeds = [
            Choice(str(_SLOWER), self.tr("Slower")),
            Choice(str(USUAL_WORDS_A_MINUTE), self.tr("Usual")),
            Choice(str(_FASTER), self.tr("Faster")),
        ]
        kinds = [
            Choice(MP3, self.tr("MP3 sound")),
            Choice(WAV, self.tr("Larger sound file")),
            Choice(SCRIPT, self.tr("Words to read out")),
        ]
        self.speeds = ChoiceButtons(theme, self.tr("How fast?"), speeds)
        self.speeds.set_chosen(str(USUAL_WORDS_A_MINUTE))
        self.kinds = ChoiceButtons(theme, self.tr("Save as"), kinds)
        self.kinds.set_chosen(MP3)
        self._rows = [
            FormRow(theme, self.tr("How fast?"), self.speeds),
            FormRow(theme, self.tr("Save as"), self.kinds),
        ]
        self.read_button = BigButton(theme, self.tr("Read aloud now"), icon=Icon.READ_ALOUD)
        self._advice = WrapLabel(theme, "", TextStyle.BODY)
        for part in (self._advice, *self._rows, self.read_button):
            self.add(part)
        self.read_button.clicked.connect(self.read_requested)
        self.kinds.chosen_changed.connect(self.kind_changed)
        self._advice.hide()

    def words_a_minute(self) -> int:
        """How many words are spoken in a minute."""
        return int(self.speeds.chosen_key() or USUAL_WORDS_A_MINUTE)

    def suffix(self) -> str:
        """How the name of the file ends: sound, or the script if this computer cannot speak."""
        return SCRIPT if self.advice_words() else self.kinds.chosen_key() or MP3

    def advice_words(self) -> str:
        """What is missing on this computer."""
        return self._advice.text()

    def show_advice(self, words: str) -> None:
        """Say what is missing on this computer; without advice everything is there."""
        self._advice.setText(words)
        self._advice.setVisible(bool(words))
        for part in (*self._rows, self.read_button):
            part.setVisible(not words)
