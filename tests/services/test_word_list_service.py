"""The word list: added to in one press, given to another group without people in it, taken in with one Undo."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.word_list_service import RecordRefused

BUDGET = ExplainedWord(term="budget", means="the money that we can spend")


def _words(services: Services) -> list[tuple[str, str]]:
    group = services.groups.current()
    assert group is not None
    return [(word.term, word.means) for word in group.words]


@pytest.mark.usefixtures("group")
def test_a_word_is_added_and_a_new_meaning_takes_the_place_of_the_old(services: Services) -> None:
    services.word_list.add("budget", "the money")
    services.word_list.add(" Budget ", "the money that we can spend")
    assert _words(services) == [("budget", "the money that we can spend")]
    assert services.word_list.means("BUDGET") == "the money that we can spend"
    services.history.undo()
    assert _words(services) == [("budget", "the money")]
    with pytest.raises(NotAllowed):
        services.word_list.add("rota", " ")
    assert services.word_list.means("rota") == ""


@pytest.mark.usefixtures("group")
def test_a_list_travels_to_another_group_and_comes_in_with_one_undo(services: Services, tmp_path: Path) -> None:
    services.word_list.bring_in((BUDGET, ExplainedWord(term="rota", means="who does what, and when")))
    given = services.word_list.save(tmp_path / "words.json")
    assert (given.words, given.with_names) == (2, 0)
    services.groups.create("Allotment")
    services.word_list.add("Rota", "a list of jobs")
    offered = services.word_list.opened(tmp_path / "words.json")
    assert [(one.word.term, one.ours) for one in offered.words] == [("budget", ""), ("rota", "a list of jobs")]
    services.word_list.bring_in([one.word for one in offered.words])
    assert _words(services) == [("Rota", "who does what, and when"), ("budget", BUDGET.means)]
    assert services.word_list.opened(tmp_path / "words.json").same == 2
    services.history.undo()
    assert _words(services) == [("Rota", "a list of jobs")]


def test_no_person_of_the_group_and_not_its_name_is_in_the_file(
    services: Services, group: Group, tmp_path: Path
) -> None:
    person = services.people.add_walk_in(group.id, "Dilys Vaughan")
    services.people.save(replace(person, chosen_name="Lyn"))
    told = (
        BUDGET,
        ExplainedWord(term="the rule", means="what Dilys said"),
        ExplainedWord(term="Lyn", means="our list"),
    )
    services.word_list.bring_in(told)
    given = services.word_list.save(tmp_path / "words.json")
    assert (given.words, given.with_names) == (1, 2)
    text = (tmp_path / "words.json").read_text()
    assert not any(name in text for name in ("Dilys", "Vaughan", "Lyn", group.name, group.id))


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        '{"format": "coprod-word-list", "version": 2, "words": []}',
        '{"format": "coprod-word-list", "version": 1, "words": ["budget"]}',
        '{"format": "coprod-word-list", "version": 1, "words": [{"term": "budget"}]}',
        json.dumps({"format": "coprod-word-list", "version": 1, "words": [{"term": "a", "means": "b" * 30_000}]}),
    ],
)
@pytest.mark.usefixtures("group")
def test_a_file_that_is_no_list_changes_nothing(services: Services, tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content)
    with pytest.raises(RecordRefused):
        services.word_list.opened(path)
    assert _words(services) == []
