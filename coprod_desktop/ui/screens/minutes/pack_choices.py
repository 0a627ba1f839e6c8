"""How a print pack is made: which files, which sides of the paper, booklets or not, and how to print it well."""

from PySide6.QtCore import Signal

from coprod_desktop.services.pack_plan import HowMade, Sides
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_YES, _NO = "yes", "no"


class PackChoices(Card):
    """Signal: `sides_changed`, when a person chose."""

    sides_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("How to make it"))
        self._groups = {
            "how": self._choice(
                theme,
                self.tr("Which files?"),
                (HowMade.ONE_PER_PERSON.value, self.tr("One for each person")),
                (HowMade.PRINT_RUNS.value, self.tr("One for each paper and size")),
            ),
            "sides": self._choice(
                theme,
                self.tr("Print on"),
                (Sides.BOTH.value, self.tr("Both sides")),
                (Sides.ONE.value, self.tr("One side")),
            ),
            "booklets": self._choice(
                theme,
                self.tr("Booklets to fold, on A3 paper"),
                (_NO, self.tr("No booklets")),
                (_YES, self.tr("Booklets too")),
            ),
        }
        self._runs_words = WrapLabel(theme, self.tr("A sheet with the name is before each copy."), TextStyle.NOTE)
        self._advice = WrapLabel(theme, "", TextStyle.NOTE)
        self._rows = {key: FormRow(theme, group.accessibleName(), group) for key, group in self._groups.items()}
        for part in (self._rows["how"], self._runs_words, self._rows["sides"], self._rows["booklets"], self._advice):
            self.add(part)
        self._groups["how"].chosen_changed.connect(self._show_how)
        self._groups["sides"].chosen_changed.connect(self.sides_changed)
        self._show_how()

    @property
    def how(self) -> HowMade:
        """One file a person, or print runs."""
        return HowMade(self._groups["how"].chosen_key() or HowMade.ONE_PER_PERSON)

    @property
    def sides(self) -> Sides:
        """Both sides of the paper, or one."""
        return Sides(self._groups["sides"].chosen_key() or Sides.BOTH)

    @property
    def with_booklets(self) -> bool:
        """Whether booklets are made too; print runs have none."""
        return self.how is HowMade.ONE_PER_PERSON and self._groups["booklets"].chosen_key() == _YES

    def choices(self, group: str) -> ChoiceButtons:
        """The buttons to choose "how", "sides" or "booklets"."""
        return self._groups[group]

    def show_advice(self, advice: tuple[str, ...]) -> None:
        """How to print (ER-37)."""
        self._advice.setText("\n".join(advice))

    @staticmethod
    def _choice(theme: Theme, words: str, *choices: tuple[str, str]) -> ChoiceButtons:
        buttons = ChoiceButtons(theme, words, [Choice(key, said) for key, said in choices])
        buttons.set_chosen(choices[0][0])
        return buttons

    def _show_how(self) -> None:
        is_runs = self.how is HowMade.PRINT_RUNS
        self._runs_words.setVisible(is_runs)
        self._rows["booklets"].setVisible(not is_runs)
