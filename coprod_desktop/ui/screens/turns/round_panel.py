"""The go-round: who is asked now, with a pass that nobody sees, and "Come back to me"."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


@dataclass(frozen=True, kw_only=True)
class RoundFace:
    """Who is asked now and next, empty for nobody; how many still come, and how many of those stepped out."""

    name: str = ""
    is_asked_again: bool = False
    next_name: str = ""
    out: int = 0


class RoundPanel(QWidget):
    """Asks one person after the other. Buttons to connect: `start`, `pass_on`, `come_back`, `end`.

    Passing needs no reason and leaves no trace here. The round ends by a person only.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        primary = ButtonKind.PRIMARY
        self.start = BigButton(theme, " ", kind=primary, icon=Icon.START, key="F8", height=58)
        self.pass_on = BigButton(theme, self.tr("Pass"), icon=Icon.PASS_TURN, key="F3", height=58)
        back = self.tr("Come back to me")
        self.come_back = BigButton(theme, back, icon=Icon.COME_BACK, key="Shift F3", height=58)
        self.end = BigButton(theme, self.tr("End the go-round"), kind=primary, icon=Icon.STOP, key="F8", height=58)
        self._name = WrapLabel(theme, "", TextStyle.NAME)
        self._reason = WrapLabel(theme, "", TextStyle.LEAD)
        self._next = WrapLabel(theme, "", TextStyle.LEAD, colour="muted")
        column = Column(theme, gap=8)
        column.addStretch(1)
        column.addWidget(WrapLabel(theme, self.tr("Go-round"), TextStyle.LABEL))
        column.addWidget(self._name)
        column.addWidget(self._reason)
        column.addSpacing(theme.px(8))
        column.addLayout(flow_of(theme, self.start, self.pass_on, self.come_back, self.end, gap=12))
        column.addSpacing(theme.px(8))
        column.addWidget(self._next)
        column.addStretch(2)
        self.setLayout(column)

    def show_round(self, face: RoundFace) -> None:
        """Show who is asked, or that everybody was."""
        has_person = bool(face.name)
        self._name.setText(face.name or self._done_words(face))
        self._reason.setText(self._reason_words(face))
        self.start.set_words(self.tr("Start {name}'s turn").format(name=face.name))
        self._next.setText(self.tr("After that: {name}.").format(name=face.next_name.removesuffix(".")))
        self._next.setVisible(bool(face.next_name))
        had_focus = any(button.hasFocus() for button in (self.start, self.pass_on, self.come_back, self.end))
        self.end.setVisible(not has_person)
        for button in (self.start, self.pass_on, self.come_back):
            button.setVisible(has_person)
        if had_focus and not has_person:
            self.end.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """The likeliest next act."""
        return self.end if self.start.isHidden() else self.start

    def words(self) -> str:
        """What the panel says."""
        return " ".join(filter(None, (self._name.text(), self._reason.text())))

    def _done_words(self, face: RoundFace) -> str:
        return self.tr("We wait") if face.out else self.tr("Everybody was asked")

    def _reason_words(self, face: RoundFace) -> str:
        if face.name:
            again = self.tr("We come back to you. You can still pass.")
            return again if face.is_asked_again else self.tr("You can speak, or pass, or say: come back to me.")
        if face.out == 1:
            return self.tr("1 person has stepped out. Wait, or end the go-round.")
        if face.out:
            return self.tr("{count} people have stepped out. Wait, or end the go-round.").format(count=face.out)
        return self.tr("Somebody who came later can still join. Then end the go-round.")
