"""What helps a person take part, on their own page only: what they said yes to, and what waits to be asked (DP-03)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import USUAL_PARENTS_AGE
from coprod_desktop.domain.person import Person
from coprod_desktop.services.need_words import NeedWords
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.need_form import NeedForm
from coprod_desktop.ui.widgets.person_part import PersonPart, Refusing
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.tab_order import tab_stops
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class NeedList(PersonPart):
    """The needs of one person."""

    def __init__(
        self,
        theme: Theme,
        catalogue: NeedWords,
        *,
        today: date,
        day_words: Callable[[date], str],
        parents_yes_under: int = USUAL_PARENTS_AGE,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._catalogue = catalogue
        self._today = today
        self._day_words = day_words
        self._needs: tuple[AccessNeed, ...] = ()
        self._changing: AccessNeed | None = None
        self._is_shown = False
        self._consent_words = self.tr(
            "May we write down that this helps you?\n"
            "We use it to get our meetings ready.\n"
            "Only the people who plan the meetings see it.\n"
            "You can say no. You can stop at any time.\n"
            "If you stop, we take it off at once."
        )
        self._kept = RowList(theme, self.tr("What helps"))
        self._waiting = RowList(theme, self.tr("Ask first"))
        self._add = BigButton(theme, self.tr("Add what helps"), icon=Icon.ADD)
        self._form = NeedForm(theme, catalogue, today, self._consent_words, parents_yes_under)
        self._lay_out()
        self._add.clicked.connect(self._on_add)
        self._form.keep_requested.connect(self._on_keep)
        self._form.stopped.connect(self.close_form)

    def form(self) -> NeedForm:
        """The form for one need, for its key and for refusals."""
        return self._form

    def has_open_form(self) -> bool:
        """Whether something is being written down."""
        return not self._form.isHidden()

    def close_form(self) -> None:
        """Keep nothing of what was filled in."""
        self._form.hide()
        self._add.show()
        self._show_lists()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def refusing(self) -> Mapping[str, Refusing]:
        """The form says why a need was not kept."""
        return {"need": self._form}

    def step_back(self) -> bool:
        """Esc shuts the form."""
        has_open_form = self.has_open_form()
        if has_open_form:
            self.close_form()
        return has_open_form

    def show_person(self, person: Person) -> None:
        """Show what is kept."""
        if person.needs == self._needs and self._is_shown:
            return
        self._is_shown = True
        self._needs = person.needs
        numbered = list(enumerate(self._needs))
        self._kept.set_rows((str(at), self._kept_row(at, need)) for at, need in numbered if not need.waits_for_yes)
        self._waiting.set_rows((str(at), self._waiting_row(at, need)) for at, need in numbered if need.waits_for_yes)
        self._show_lists()
        if self.has_open_form() and self._changing is not None and self._changing not in self._needs:
            self.close_form()  # it was withdrawn or changed meanwhile, as by Undo

    def _lay_out(self) -> None:
        theme = self._theme
        column = Column(theme, gap=14)
        private = self.tr("Only this page shows it. Say what helps, not what is wrong.")
        column.addWidget(IconLine(theme, Icon.ONLY_YOU, private, TextStyle.NOTE))
        waiting = Column(theme, gap=10)
        waiting.addWidget(WrapLabel(theme, self.tr("Ask first"), TextStyle.STRONG))
        waiting.addWidget(WrapLabel(theme, self._consent_words, TextStyle.NOTE))
        waiting.addWidget(self._waiting)
        self._waiting_part = QWidget()
        self._waiting_part.setLayout(waiting)
        column.addWidget(self._waiting_part)
        column.addWidget(self._kept)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._form)
        self._form.hide()
        self.setLayout(column)

    def _show_lists(self) -> None:
        is_list = not self.has_open_form()
        self._kept.setVisible(is_list and bool(self._kept.keys()))
        self._waiting_part.setVisible(is_list and bool(self._waiting.keys()))

    def _kept_row(self, at: int, need: AccessNeed) -> CardRow:
        row = self._row(need, " ".join((*self._said(need), self._again(need))))
        if self._is_asked_again(need):
            self._add_button(row, self.tr("It is still so"), Icon.CHECK, partial(self._on_still_so, at))
        self._add_button(row, self.tr("Change"), Icon.REWORD, partial(self._on_change, at))
        if need.may_share:
            self._add_button(row, self.tr("Not on lists"), Icon.PRIVATE, partial(self._on_not_on_lists, at))
        self._add_button(row, self.tr("Take it off"), Icon.REMOVE, partial(self._on_withdrawn, at))
        return row

    def _waiting_row(self, at: int, need: AccessNeed) -> CardRow:
        not_used = self.tr("We do not use this until they say yes.")
        is_old = need.is_offered_for_removal(self._today)
        offer = self.tr("It has waited for 30 days. Please ask now, or take it off.")
        row = self._row(need, f"{not_used} {offer}" if is_old else not_used)
        self._add_button(row, self.tr("They said yes"), Icon.CHECK, partial(self._on_said_yes, at))
        self._add_button(row, self.tr("Take it off"), Icon.REMOVE, partial(self._on_withdrawn, at))
        return row

    def _said(self, need: AccessNeed) -> tuple[str, ...]:
        said_on = self.tr("They said yes on %s.") % self._day_words(need.consent_on or self._today)
        wrote = self.tr("{name} wrote it down.").format(name=need.consent_recorder) if need.consent_recorder else ""
        helped = self.tr("{name} helped them to decide.").format(name=need.consent_helper)
        parent = self.tr("{name} said yes too, as a parent.").format(name=need.parents_yes)
        people = (helped if need.consent_helper else "", parent if need.parents_yes else "")
        shared = self.tr("It may be on lists for others.") if need.may_share else self.tr("It is not on lists.")
        return tuple(filter(None, (said_on, *people, wrote, shared)))

    def _again(self, need: AccessNeed) -> str:
        if self._is_asked_again(need):
            return self.tr("Ask if this is still so.")
        return self.tr("We ask again on %s.") % self._day_words(need.asked_again_on or self._today)

    def _is_asked_again(self, need: AccessNeed) -> bool:
        return need.asked_again_on is not None and need.asked_again_on <= self._today

    def _row(self, need: AccessNeed, note: str) -> CardRow:
        lines = [line for line in (need.detail, note) if line]
        words = RowWords(title=self._catalogue.label(need.code), note="\n".join(lines))
        return CardRow(self._theme, words, is_pressable=False)

    def _add_button(self, row: CardRow, words: str, icon: Icon, on_pressed: Callable[[], None]) -> None:
        button = BigButton(self._theme, words, icon=icon, description=row.spoken())
        button.clicked.connect(on_pressed)
        row.add_below(button)

    def _on_add(self) -> None:
        self._open_form(None)

    def _on_change(self, at: int) -> None:
        self._open_form(at)

    def _open_form(self, at: int | None) -> None:
        self._changing = None if at is None else self._needs[at]
        self._add.hide()
        self._form.show()
        self._show_lists()
        self._form.start(self._changing)

    def _on_keep(self, need: AccessNeed) -> None:
        before = self._needs
        needs = list(before)
        if self._changing is None:
            needs.append(need)
        else:
            needs[needs.index(self._changing)] = need
        self.changed.emit({"needs": tuple(needs)})
        if self._needs is not before or tuple(needs) == before:
            self.close_form()
            self._show_kept(needs.index(need))

    def _show_kept(self, at: int) -> None:
        """What was written down is in sight, so that nobody wonders if it is kept."""
        if str(at) in self._kept.keys():  # noqa: SIM118 - this is a method of the list, not a mapping
            keep_in_view(self._theme, self._kept.row(str(at)), around=self)

    def _on_said_yes(self, at: int) -> None:
        said_yes = replace(self._needs[at], may_share=False, consent_on=self._today, consent_words=self._consent_words)
        self._change(at, said_yes)

    def _on_still_so(self, at: int) -> None:
        self._change(at, replace(self._needs[at], consent_on=self._today, review_on=None))

    def _on_not_on_lists(self, at: int) -> None:
        self._change(at, replace(self._needs[at], may_share=False))

    def _on_withdrawn(self, at: int) -> None:
        self._tell((*self._needs[:at], *self._needs[at + 1 :]))

    def _change(self, at: int, need: AccessNeed) -> None:
        self._tell((*self._needs[:at], need, *self._needs[at + 1 :]))

    def _tell(self, needs: tuple[AccessNeed, ...]) -> None:
        self.changed.emit({"needs": needs})
        still_asked = tab_stops(self._waiting)  # the next question, so that nobody opens the form by mistake
        (still_asked or [self._add])[0].setFocus(Qt.FocusReason.OtherFocusReason)
