"""The path of a line in words, and as a paper in easy read or large print for whoever had the idea (R35)."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.own_picture import OWN, OwnPicture, PhotoUse
from coprod_desktop.domain.person import MinutesFormat, Person, printed_names
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.trace_steps import TraceKind
from coprod_desktop.minutes.blocks import NO_PICTURE, MinutesContent
from coprod_desktop.minutes.papers.trace_pages import PathFacts, PathPart, trace_pages
from coprod_desktop.minutes.sentences import ended, sentences
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.file_names import safe_file_name
from coprod_desktop.services.minutes_order import MinutesOrder
from coprod_desktop.services.own_picture_service import OwnPictureService
from coprod_desktop.services.person_papers import PersonPaper
from coprod_desktop.services.told_path import ToldPath, ToldStep
from coprod_desktop.services.trace_words import TraceWords, trace_wording
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.people_store import PeopleStore

if TYPE_CHECKING:
    from coprod_desktop.services.trace_service import TraceService

__all__ = ["TracePapers", "told_paper"]


class TracePapers:
    """Tells paths and makes papers of them. It reads the store; a paper is drawn by `PersonPapers.render`."""

    def __init__(
        self,
        database: Database,
        templates_folder: Path,
        trace: "TraceService",
        own_pictures: OwnPictureService,
        *,
        clock: Clock,
    ) -> None:
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._templates = templates_folder
        self._trace, self._own_pictures, self._clock = trace, own_pictures, clock

    def told(self, line_id: str) -> ToldPath:
        """The whole path of any line, in words. Raises NotAllowed if it is not in the record any more."""
        path = self._trace.path(line_id, today=today(self._clock))
        if path is None or not path.steps:
            raise NotAllowed(Reason.NOT_FOUND)
        group = self._group(path.group_id)
        names = printed_names(self._everybody(group))
        return TraceWords(trace_wording(self._templates, group.language)).told(path, dict(names))

    def paper(self, told: ToldPath, wanted: MinutesFormat = MinutesFormat.EASY_READ) -> PersonPaper:
        """The path as a paper that anybody can be given."""
        group = self._group(told.group_id)
        day = today(self._clock)
        name = safe_file_name(["what-happened", group.name, day.isoformat()])
        order = MinutesOrder(format=wanted)
        return PersonPaper(content=self._content(told, group), order=order, file_name=name + order.suffix)

    def _content(self, told: ToldPath, group: Group) -> MinutesContent:
        people, own = self._everybody(group), self._printable(group.id)
        wording = trace_wording(self._templates, group.language)
        return told_paper(told, group, people, own, wording=wording, made_on=today(self._clock))

    def _printable(self, group_id: GroupId) -> dict[str, OwnPicture]:
        """The group's own pictures that may stand on paper, by their picture words (DP-13)."""
        own = self._own_pictures
        kept = (one for one in own.own_pictures(group_id) if one.removed_on is None)
        return {one.picture_word: one for one in kept if own.may_use(one.id, PhotoUse.MINUTES)}

    def _group(self, group_id: GroupId) -> Group:
        group = self._groups.get(group_id)
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return group

    def _everybody(self, group: Group) -> tuple[Person, ...]:
        return self._people.people(group.id, with_removed=True)


def told_paper(
    told: ToldPath,
    group: Group,
    people: Sequence[Person],
    own: Mapping[str, OwnPicture],
    *,
    wording: Wording,
    made_on: date,
) -> MinutesContent:
    """The pages of a path. `own` are the group's own pictures that may be printed, by their picture words."""
    parts = tuple(_part(step, own) for step in told.steps)
    shown = {part.picture for part in parts}
    facts = PathFacts(
        title=told.title,
        parts=parts,
        first=_part(_first(told), own),
        now=_part(_now(told), own, is_now=True),
        waits=told.waits_to_hear,
        own_pictures=tuple(one for word, one in own.items() if word in shown),
    )
    return trace_pages(facts, group, people, wording=wording, made_on=made_on)


def _first(told: ToldPath) -> ToldStep:
    """How it began: the first words of somebody, if there are any."""
    return next((step for step in told.steps if step.kind is TraceKind.IDEA), told.steps[0])


def _now(told: ToldPath) -> ToldStep:
    """Where it stands: what was decided last, or what else became of the idea; else the newest thing."""
    settled = [step for step in told.steps if step.kind in (TraceKind.DECISION, TraceKind.OUTCOME)]
    return (settled or told.steps)[-1]


def _part(step: ToldStep, own: Mapping[str, OwnPicture], *, is_now: bool = False) -> PathPart:
    is_told_short = is_now and step.kind is TraceKind.DECISION
    is_barred = step.picture.startswith(OWN) and step.picture not in own
    return PathPart(
        day=step.day,
        label=step.label,
        sentences=(ended(step.label), *sentences(step.own_words)) if is_told_short else step.sentences,
        picture=NO_PICTURE if is_barred else step.picture,
        ref=step.line_id,
    )
