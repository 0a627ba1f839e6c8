"""The minutes a person asks for: format, size of letters, pictures, paper."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.person_part import PersonPart, Refusing
from coprod_desktop.ui.widgets.saved_field import SavedField

OFFERED_SIZES_PT = (12, 14, 16, 18, 20, 22, 24, 28)  # LP-01
_LEAST_PT, _MOST_PT = 12, 48
_ABOVE_IT_LISTENING_MAY_HELP = 28  # LP-02
_PAPERS = ("white", "cream", "yellow")
_USUAL, _OTHER, _YES, _NO = "usual", "other", "yes", "no"
_SPACINGS = ("1", "1.5", "2")  # LP-05
_ON_PAPER = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT)


class MinutesForm(PersonPart):
    """What minutes somebody wants."""

    def __init__(self, theme: Theme, words_for: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._theme = theme
        self._kept = MinutesChoice()
        self._formats = self._buttons(
            self.tr("Which minutes do they want?"), [(one.value, words_for(one)) for one in MinutesFormat]
        )
        sizes = [(str(size), self.tr("%d point") % size) for size in OFFERED_SIZES_PT]
        self._sizes = self._buttons(
            self.tr("How big should the letters be?"),
            [(_USUAL, self.tr("Usual")), *sizes, (_OTHER, self.tr("Another size"))],
        )
        self._other_size = NumberField(theme, 32, _LEAST_PT, _MOST_PT, step=2, after=self.tr("point"))
        self._pictures = self._buttons(
            self.tr("Do they want pictures?"), [(_YES, self.tr("Yes, pictures")), (_NO, self.tr("No, words only"))]
        )
        self._papers = self._buttons(
            self.tr("Which paper?"),
            [
                ("white", self.tr("White")),
                ("cream", self.tr("Cream")),
                ("yellow", self.tr("Yellow")),
                (_OTHER, self.tr("Another colour")),
            ],
        )
        spacings = [(_USUAL, self.tr("Usual")), *((one, one) for one in _SPACINGS)]
        self._spacings = self._buttons(self.tr("How much room between the lines?"), spacings)
        self._edges = self._buttons(
            self.tr("Do they keep it in a ring binder?"), [(_NO, self.tr("No")), (_YES, self.tr("Yes, a wide edge"))]
        )
        self._lay_out()
        self._connect()

    def show_person(self, person: Person) -> None:
        """Show what is kept; nothing is chosen if nobody asked them yet."""
        choice = person.minutes
        self._kept = choice or MinutesChoice()
        self._formats.set_chosen(*([choice.format.value] if choice else []))
        self._show_size(self._kept.size_pt)
        self._pictures.set_chosen(_YES if self._kept.pictures else _NO)
        self._show_paper(self._kept.paper)
        self._show_spacing(self._kept.line_spacing)
        self._edges.set_chosen(_YES if self._kept.is_bound else _NO)
        is_on_paper = choice is not None and choice.format in _ON_PAPER
        for row in self._paper_rows:
            row.setVisible(is_on_paper)
        self._spacing_row.setVisible(choice is not None and choice.format is MinutesFormat.LARGE_PRINT)
        self._other_size_row.setVisible(is_on_paper and self._sizes.chosen_key() == _OTHER)
        self._other_paper.setVisible(is_on_paper and self._papers.chosen_key() == _OTHER)

    def refusing(self) -> Mapping[str, Refusing]:
        """The field that a refusal can be about."""
        return {"paper": self._other_paper}

    def _show_size(self, size_pt: float | None) -> None:
        is_offered = size_pt is None or size_pt in OFFERED_SIZES_PT
        key = _OTHER if not is_offered else _USUAL if size_pt is None else f"{size_pt:g}"
        self._sizes.set_chosen(key)
        if size_pt is not None and not is_offered:
            self._other_size.setValue(round(size_pt))
        large = size_pt is not None and size_pt > _ABOVE_IT_LISTENING_MAY_HELP
        advice = self.tr("Very big letters make a long paper. You can also offer audio.")
        self._size_row.set_hint(advice if large else "")

    def _show_spacing(self, spacing: float | None) -> None:
        wanted = f"{spacing:g}" if spacing else _USUAL
        offered = [_USUAL, *_SPACINGS, *([] if wanted in (_USUAL, *_SPACINGS) else [wanted])]
        words = {_USUAL: self.tr("Usual")}
        self._spacings.set_choices([Choice(one, words.get(one, one)) for one in offered])
        self._spacings.set_chosen(wanted)

    def _show_paper(self, paper: str) -> None:
        is_offered = paper.casefold() in _PAPERS or not paper
        self._papers.set_chosen(paper.casefold() or _PAPERS[0] if is_offered else _OTHER)
        self._other_paper.show_words("" if is_offered else paper)

    def _lay_out(self) -> None:
        theme = self._theme
        column = Column(theme, gap=18)
        self._add(column, self._formats, self.tr("Until they choose, they get easy read."))
        self._size_row = self._add(column, self._sizes)
        self._other_size_row = FormRow(theme, self.tr("Size in points, from 12 to 48"), self._other_size)
        column.addWidget(self._other_size_row)
        pictures_row = self._add(column, self._pictures)
        self._spacing_row = self._add(column, self._spacings, self.tr("For large print: 1 is close, 2 is wide."))
        edges_row = self._add(column, self._edges)
        papers_row = self._add(column, self._papers)
        hint = self.tr("Such as blue, green or pink.")
        self._other_paper = SavedField(theme, self.tr("The colour in words"), hint=hint)
        column.addWidget(self._other_paper)
        self._paper_rows = (self._size_row, pictures_row, edges_row, papers_row)
        self.setLayout(column)

    def _connect(self) -> None:
        self._formats.chosen_changed.connect(self._on_format)
        self._sizes.chosen_changed.connect(self._on_size)
        self._other_size.editingFinished.connect(self._on_other_size)
        self._pictures.chosen_changed.connect(self._on_pictures)
        self._spacings.chosen_changed.connect(self._on_spacing)
        self._edges.chosen_changed.connect(self._on_edge)
        self._papers.chosen_changed.connect(self._on_paper)
        self._other_paper.left_with.connect(self._on_other_paper)

    def _buttons(self, name: str, choices: list[tuple[str, str]]) -> ChoiceButtons:
        return ChoiceButtons(self._theme, name, [Choice(key, words) for key, words in choices])

    def _add(self, column: Column, buttons: ChoiceButtons, hint: str = "") -> FormRow:
        row = FormRow(self._theme, buttons.accessibleName(), buttons, hint=hint)
        column.addWidget(row)
        return row

    def _on_format(self) -> None:
        key = self._formats.chosen_key() or MinutesFormat.EASY_READ.value
        self._tell(replace(self._kept, format=MinutesFormat(key)))

    def _on_size(self) -> None:
        key = self._sizes.chosen_key()
        if key == _OTHER:
            self._other_size_row.show()
            self._other_size.setFocus()
            return
        self._tell(replace(self._kept, size_pt=None if key in (None, _USUAL) else float(key or 0)))

    def _on_other_size(self) -> None:
        size = float(self._other_size.value())
        if not self._other_size_row.isHidden() and size != round(self._kept.size_pt or 0):
            self._tell(replace(self._kept, size_pt=size))

    def _on_pictures(self) -> None:
        self._tell(replace(self._kept, pictures=self._pictures.chosen_key() == _YES))

    def _on_spacing(self) -> None:
        key = self._spacings.chosen_key() or _USUAL
        self._tell(replace(self._kept, line_spacing=None if key == _USUAL else float(key)))

    def _on_edge(self) -> None:
        self._tell(replace(self._kept, is_bound=self._edges.chosen_key() == _YES))

    def _on_paper(self) -> None:
        key = self._papers.chosen_key() or _PAPERS[0]
        if key == _OTHER:
            self._other_paper.show()
            self._other_paper.field.setFocus()
            return
        self._tell(replace(self._kept, paper=key))

    def _on_other_paper(self, words: str) -> None:
        self._tell(replace(self._kept, paper=words))

    def _tell(self, choice: MinutesChoice) -> None:
        self.changed.emit({"minutes": choice})
