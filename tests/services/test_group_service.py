"""Groups: only a name is needed, the one chosen last is shown, and a change can be undone."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.group import DEFAULT_CARDS, MOST_CARDS, SPARE_CARDS, ExplainedWord, Group
from coprod_desktop.domain.meeting import MeetingDetails
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


def test_what_the_group_keeps_for_its_room_is_tidied_and_can_be_undone(services: Services, group: Group) -> None:
    saved = services.groups.save(
        replace(group, agreement=(" We listen. ", "  "), serious_steps=("We stop.", "", " We phone."))
    )
    assert (saved.agreement, saved.serious_steps) == (("We listen.",), ("We stop.", "We phone."))
    assert services.groups.current() == saved
    services.history.undo()
    assert services.groups.current() == group
    services.history.redo()
    assert services.groups.current() == saved


def test_a_group_begins_with_the_usual_cards_and_can_give_them_its_own_meaning(
    services: Services, group: Group
) -> None:
    assert group.cards == DEFAULT_CARDS
    red, yellow, green = DEFAULT_CARDS
    own = replace(yellow, meaning=" Easier words, please. ")
    saved = services.groups.save(replace(group, cards=(red, own, replace(green, meaning=" "), *SPARE_CARDS)))
    assert [(card.key, card.meaning) for card in saved.cards] == [
        ("red", "Stop. I have a question."),
        ("yellow", "Easier words, please."),
    ]
    emptied = services.groups.save(replace(saved, cards=tuple(replace(card, meaning="") for card in saved.cards)))
    assert emptied.cards == DEFAULT_CARDS
    services.history.undo()
    assert services.groups.current() == saved


def test_all_6_cards_can_be_used(services: Services, group: Group) -> None:
    cards = (*DEFAULT_CARDS, *(replace(card, meaning="Hello.") for card in SPARE_CARDS))
    assert len(services.groups.save(replace(group, cards=cards)).cards) == MOST_CARDS == 6


@pytest.mark.parametrize("same", ["key", "shape"])
def test_two_cards_that_look_alike_are_turned_down(services: Services, group: Group, same: str) -> None:
    red, yellow, green = DEFAULT_CARDS
    alike = replace(green, key="red") if same == "key" else replace(green, shape=red.shape)
    with pytest.raises(NotAllowed) as caught:
        services.groups.save(replace(group, cards=(red, yellow, alike)))
    assert (caught.value.reason, caught.value.field) == (Reason.ALREADY_THERE, "cards")
    assert services.groups.current() == group


def test_a_record_leaves_out_what_is_kept_for_the_room_and_bringing_it_in_again_keeps_it(
    services: Services, group: Group, tmp_path: Path
) -> None:
    kept = services.groups.save(replace(group, agreement=("Quokka line.",), serious_steps=("Quokka step.",)))
    jo = services.people.save(replace(services.people.new_person(group.id), name="Jo", nearly_in_words=True))
    details = MeetingDetails(title="Seats", held_on=date(2026, 11, 24))
    running = services.meetings.begin(group.id, details, [jo.id])
    running.requests.arrive(jo.id)
    record = services.records.export(running.live.id)
    told = json.dumps(record)
    assert "Quokka" not in told
    assert "nearly" not in told
    record["meeting"]["title"] = "Lights"
    file = tmp_path / "record.json"
    file.write_text(json.dumps(record), encoding="utf-8")
    assert services.records.import_file(file).faults == ()
    assert services.groups.current() == kept
    assert services.people.get(jo.id) == jo
