"""The page "Our words": the group's word list to print on its own, in each format (R16)."""

from pathlib import Path

from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.papers.frame import paper_wording
from coprod_desktop.minutes.papers.our_words import our_words
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.file_names import safe_file_name
from coprod_desktop.services.group_service import GroupService
from coprod_desktop.services.minutes_order import MinutesOrder
from coprod_desktop.services.person_papers import PersonPaper


class WordListPapers:
    """Makes the page of the group that is shown; it is rendered and saved as any paper of a person."""

    def __init__(self, groups: GroupService, templates_folder: Path, clock: Clock) -> None:
        self._groups = groups
        self._templates = templates_folder
        self._clock = clock

    def paper(self, as_format: MinutesFormat = MinutesFormat.EASY_READ) -> PersonPaper:
        """The list as it is now. Raises NotAllowed without a group."""
        group = self._groups.current()
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        day = today(self._clock)
        content = our_words(group, made_on=day, wording=paper_wording(self._templates, group.language))
        suffix = ".txt" if as_format is MinutesFormat.PLAIN_TEXT else ".pdf"
        name = safe_file_name(["our-words", group.name, day.isoformat()]) + suffix
        return PersonPaper(content=content, order=MinutesOrder.of(MinutesChoice(format=as_format)), file_name=name)
