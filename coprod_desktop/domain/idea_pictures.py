"""Drawings and photos that are ideas: they go and come back with their idea, when it is undone or redone."""

from coprod_desktop.domain.lines import Medium
from coprod_desktop.domain.meeting_state import MeetingState


def drawn_ideas(state: MeetingState) -> frozenset[str]:
    """The pictures that first came into the record as ideas of this meeting.

    An idea that was taken up again has the picture of the meeting before: that one keeps it.
    """
    return frozenset(
        idea.details.picture
        for idea in state.ideas.values()
        if idea.details.medium in (Medium.DRAWING, Medium.PHOTO)
        and idea.details.picture
        and idea.details.came_from is None
    )
