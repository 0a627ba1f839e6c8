"""Writes down one thing that helps a person take part: which, in their own words, and their yes (DP-03)."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import GROWN_UP_AGE
from coprod_desktop.services.need_words import NeedWords
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_YES, _NO = "yes", "no"
_YEAR = timedelta(days=365)


class NeedForm(QWidget):
    """Asks what helps, whether it may be shared, and for a yes. Signals: `keep_requested(AccessNeed)`, `stopped`."""

    keep_requested = Signal(object)
    stopped = Signal()

    def __init__(
        self, theme: Theme, catalogue: NeedWords, today: date, consent_words: str, parents_yes_under: int
    ) -> None:
        """`parents_yes_under` is the age under which a parent says yes too; 0 where the group does not ask."""
        super().__init__()
        self._theme = theme
        self._catalogue = catalogue
        self._codes = {group.letter: group.codes for group in catalogue.groups}
        self._today = today
        self._consent_words = consent_words
        self._old: AccessNeed | None = None
        kinds = [Choice(group.letter, group.heading) for group in catalogue.groups]
        self._kinds = ChoiceButtons(theme, self.tr("What is it about?"), kinds)
        self._sentences = ChoiceButtons(theme, self.tr("What helps?"))
        self._detail = LineField(theme)
        shares = [Choice(_NO, self.tr("No, keep it here")), Choice(_YES, self.tr("Yes, it may"))]
        self._share = ChoiceButtons(theme, self.tr("May it be on lists for other people?"), shares)
        self._tick = ChoiceButtons(
            theme, self.tr("Did they say yes?"), [Choice(_YES, self.tr("They said yes"))], is_several=True
        )
        self._recorder = LineField(theme)
        self._helper = LineField(theme)
        self._parent = LineField(theme)
        self._parents_yes_under = parents_yes_under
        self._review = DateField(theme, no_date_words=self.tr("In 12 months"))
        self._keep = BigButton(theme, self.tr("Keep this"), kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self._another = BigButton(theme, self.tr("Choose another"), icon=Icon.BACK)
        self._stop = BigButton(theme, self.tr("Stop, change nothing"), icon=Icon.CLOSE)
        self._lay_out()
        self._kinds.chosen_changed.connect(self._on_kind)
        self._sentences.chosen_changed.connect(self._on_sentence)
        self._another.clicked.connect(self._on_another)
        self._share.chosen_changed.connect(self._on_share)
        self._keep.clicked.connect(self._on_keep)
        self._stop.clicked.connect(self.stopped)

    def keep_button(self) -> BigButton:
        """The main act, for its key."""
        return self._keep

    def start(self, need: AccessNeed | None = None) -> None:
        """Begin with nothing chosen, or with a need that is to be changed."""
        self._old = need
        kind = self._kind_of(need.code) if need else ""
        self._kinds.set_chosen(kind)
        self._show_sentences(kind)
        self._sentences.set_chosen(need.code if need else "")
        self._detail.setText(need.detail if need else "")
        self._share.set_chosen(_YES if need and need.may_share else _NO)
        self._tick.set_chosen(_YES if need and not need.waits_for_yes else "")
        self._recorder.setText(need.consent_recorder if need else "")
        self._helper.setText(need.consent_helper if need else "")
        self._parent.setText(need.parents_yes if need else "")
        self._parent_row.setVisible(bool(self._parents_yes_under or self._parent.text()))
        self._review.set_day(need.asked_again_on or self._next_year() if need else self._next_year())
        self._tick_row.clear_error()
        self._show_steps()
        first = self._detail if need else self._kinds
        first.setFocus()

    def refuse(self, words: str) -> None:
        """Say at the tick what is missing."""
        self._tick_row.show_error(words)

    def _lay_out(self) -> None:
        theme = self._theme
        card = Card(theme, is_sunken=True, gap=18)
        self._chosen_words = WrapLabel(theme, "", TextStyle.HEADING)
        card.add(self._chosen_words)
        card.body.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeft)
        self._kinds_row = FormRow(theme, self._kinds.accessibleName(), self._kinds)
        card.add(self._kinds_row)
        self._sentences_row = FormRow(theme, self._sentences.accessibleName(), self._sentences)
        card.add(self._sentences_row)
        self._rest = QWidget()
        self._rest.setLayout(self._make_rest())
        card.add(self._rest)
        card.add_layout(flow_of(theme, self._keep, self._stop))
        column = Column(theme)
        column.addWidget(card)
        self.setLayout(column)

    def _make_rest(self) -> Column:
        theme = self._theme
        column = Column(theme, gap=18)
        hint = self.tr("What should we do? You can leave this empty.")
        column.addWidget(FormRow(theme, self.tr("In their own words"), self._detail, hint=hint))
        lists = self.tr("Such as a list for the venue or the cook. It says as little as it can.")
        column.addWidget(FormRow(theme, self._share.accessibleName(), self._share, hint=lists))
        asked = Card(theme, self.tr("Ask them this"), gap=8)
        asked.add(WrapLabel(theme, self._consent_words))
        column.addWidget(asked)
        self._tick_row = FormRow(theme, self._tick.accessibleName(), self._tick)
        column.addWidget(self._tick_row)
        chosen = self.tr("Somebody they choose. You can leave this empty.")
        column.addWidget(FormRow(theme, self.tr("Who helped them to decide?"), self._helper, hint=chosen))
        young = self.tr("Are they under %d? Which parent said yes too?") % (self._parents_yes_under or GROWN_UP_AGE)
        both = self.tr("Ask them first. Both must say yes. Else leave this empty.")
        self._parent_row = FormRow(theme, young, self._parent, hint=both)
        column.addWidget(self._parent_row)
        optional = self.tr("A name. You can leave this empty.")
        column.addWidget(FormRow(theme, self.tr("Who wrote this down?"), self._recorder, hint=optional))
        sooner = self.tr("After 12 months at the latest. Sooner is fine.")
        column.addWidget(FormRow(theme, self.tr("When do we ask again?"), self._review, hint=sooner))
        stop = self.tr("They can stop at any time. Press Take it off, and it is gone at once.")
        column.addWidget(IconLine(theme, Icon.UNLOCK, stop, TextStyle.NOTE))
        return column

    def _next_year(self) -> date:
        return self._today + _YEAR

    def _kind_of(self, code: str) -> str:
        return next((kind for kind, codes in self._codes.items() if code in codes), "")

    def _show_sentences(self, kind: str) -> None:
        codes = self._codes.get(kind, ())
        self._sentences.set_choices([Choice(code, self._catalogue.label(code)) for code in codes])

    def _show_steps(self) -> None:
        code = self._sentences.chosen_key()
        is_chosen = code is not None
        self._chosen_words.setText(self._catalogue.label(code) if code else "")
        self._chosen_words.setVisible(is_chosen)
        self._another.setVisible(is_chosen and self._old is None)
        self._kinds_row.setVisible(not is_chosen)
        self._sentences_row.setVisible(not is_chosen and self._kinds.chosen_key() is not None)
        self._rest.setVisible(is_chosen)
        self._keep.setVisible(is_chosen)

    def _on_kind(self) -> None:
        self._show_sentences(self._kinds.chosen_key() or "")
        self._show_steps()

    def _on_sentence(self) -> None:
        self._show_steps()
        self._detail.setFocus()

    def _on_another(self) -> None:
        self._sentences.set_chosen()
        self._show_steps()
        self._kinds.setFocus()

    def _on_share(self) -> None:
        was_shared = self._old is not None and self._old.may_share
        if self._share.chosen_key() == _YES and not was_shared:
            self._tick.set_chosen()  # a wider use needs a new yes

    def _on_keep(self) -> None:
        self._tick_row.clear_error()
        self.keep_requested.emit(self._need())

    def _need(self) -> AccessNeed:
        said_yes = self._tick.chosen_key() == _YES
        old = self._old
        has_old_yes = old is not None and not old.waits_for_yes and old.code == self._sentences.chosen_key()
        kept = old if has_old_yes and old is not None and not self._is_shared_anew(old) else None
        return AccessNeed(
            code=self._sentences.chosen_key() or "",
            detail=self._detail.text(),
            may_share=self._share.chosen_key() == _YES,
            consent_on=(kept.consent_on if kept else self._today) if said_yes else None,
            consent_words=(kept.consent_words if kept else self._words_shown()) if said_yes else "",
            consent_recorder=self._recorder.text().strip() if said_yes else "",
            noted_on=old.noted_on if old else None,
            consent_helper=self._helper.text().strip() if said_yes else "",
            parents_yes=self._parent.text().strip() if said_yes else "",
            review_on=self._review_on(kept),
        )

    def _words_shown(self) -> str:
        """The wording that they said yes to, with the question about lists if that was a yes too."""
        if self._share.chosen_key() != _YES:
            return self._consent_words
        return f"{self._consent_words}\n{self._share.accessibleName()} {self.tr('Yes, it may')}."

    def _review_on(self, kept: AccessNeed | None) -> date | None:
        """The day that was chosen, unless it is the one that follows from the yes."""
        in_a_year = (kept.consent_on if kept and kept.consent_on else self._today) + _YEAR
        day = self._review.day()
        return day if day is not None and day < in_a_year else None

    def _is_shared_anew(self, old: AccessNeed) -> bool:
        return self._share.chosen_key() == _YES and not old.may_share
