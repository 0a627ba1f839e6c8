"""Groups: only a name is needed, the one chosen last is shown, and a change can be undone."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services


def test_a_new_folder_shows_no_group(services: Services) -> None:
    assert services.groups.current() is None


def test_a_group_needs_a_name_that_can_be_seen(services: Services) -> None:
    with pytest.raises(NotAllowed) as caught:
        services.groups.create(" ")
    assert caught.value.reason is Reason.NAME_MISSING


def test_labels_and_words_are_kept_without_their_empty_ones(services: Services, group: Group) -> None:
    saved = services.groups.save(
        replace(
            group,
            perspective_labels={Perspective.CARER: " Family ", Perspective.OTHER: " "},
            words=(ExplainedWord(term=" PIP ", means="Money"), ExplainedWord(term=" ", means="Nothing")),
        )
    )
    assert saved.perspective_labels == {Perspective.CARER: "Family"}
    assert saved.words == (ExplainedWord(term="PIP", means="Money"),)
    assert services.groups.current() == saved


def test_a_change_of_the_group_can_be_undone(services: Services, group: Group) -> None:
    services.groups.save(replace(group, name="Another name"))
    services.history.undo()
    assert services.groups.current() == group
    services.history.redo()
    current = services.groups.current()
    assert current is not None
    assert current.name == "Another name"


def test_saving_without_a_change_is_no_act(services: Services, group: Group) -> None:
    services.groups.save(group)
    assert services.history.last is None
