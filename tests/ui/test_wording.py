"""Words on the screen: one for every value that can be shown, plain, and never another value's words."""

import re
from enum import StrEnum

import pytest

from coprod_desktop.domain.events import EVENT_KINDS, AgendaItemClosed, Event, PauseReason, TurnPaused
from coprod_desktop.domain.ids import AgendaItemId, PersonId, TurnId
from coprod_desktop.domain.lines import (
    ActionState,
    HowDecided,
    HowOpen,
    IdeaKind,
    IdeaOutcome,
    ItemState,
    Outcome,
    SaidHow,
    YesAnswer,
)
from coprod_desktop.domain.meeting import Job, MeetingKind
from coprod_desktop.domain.person import MinutesFormat, NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import Reason
from coprod_desktop.services.faults import FaultReason
from coprod_desktop.ui.wording import act_words, act_words_of, fault_words, joined, proposer_words, words_for

KINDS: list[type[StrEnum]] = [
    *(ActionState, HowDecided, HowOpen, IdeaKind, IdeaOutcome, ItemState, Outcome, SaidHow, YesAnswer),
    *(Job, MeetingKind, MinutesFormat, NamedAs, Perspective, Source, Reason),
]
CONTRACTION = re.compile(r"\b(do|is|was|ca|wo|are|have|would|should)n't|\b(it|that|there|we|you|they|I)'(s|re|ve|ll)\b")


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_has_words_of_its_own(kind: type[StrEnum]) -> None:
    words = [words_for(value) for value in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_values_of_two_kinds_with_the_same_text_keep_their_own_words() -> None:
    assert words_for(IdeaOutcome.OPEN) == "Not answered yet"
    assert words_for(ActionState.OPEN) == "To do"
    assert words_for(Source.SURVEY) != words_for(MeetingKind.SURVEY)


def test_screen_words_are_short_and_plain() -> None:
    told = [words_for(value) for kind in KINDS for value in kind]
    told += [fault_words(reason) for reason in FaultReason]
    told += [act_words(kind, "Jo") for kind in EVENT_KINDS if kind != "step_undone"]
    for words in told:
        for sentence in re.split(r"(?<=[.?])\s", words):
            assert len(sentence.split()) <= 15, sentence
        assert not CONTRACTION.search(words), words


def test_a_proposer_is_never_without_words() -> None:
    names = {PersonId("jo"): "Jo", PersonId("sam"): "Sam"}
    assert proposer_words(Proposer(people=tuple(names)), names.__getitem__) == "Jo and Sam"
    assert proposer_words(Proposer(source=Source.WHOLE_GROUP), names.__getitem__) == "The whole group"
    for source in Source:
        assert proposer_words(Proposer(source=source), names.__getitem__)
    on_behalf = Proposer(people=(PersonId("jo"),), on_behalf_of="The reading group")
    assert "The reading group" in proposer_words(on_behalf, names.__getitem__)


def test_names_are_joined_as_people_say_them() -> None:
    assert [joined(names) for names in ([], ["Jo"], ["Jo", "Sam"], ["Jo", "Sam", "Ann"])] == [
        "",
        "Jo",
        "Jo and Sam",
        "Jo, Sam and Ann",
    ]


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (AgendaItemClosed(item_id=AgendaItemId("i"), state=ItemState.DISCUSSED), "We are done with the item."),
        (AgendaItemClosed(item_id=AgendaItemId("i"), state=ItemState.PARKED), "An item is kept for later."),
        (AgendaItemClosed(item_id=AgendaItemId("i"), state=ItemState.CARRIED_OVER), "An item is for next time."),
        (TurnPaused(turn_id=TurnId("t"), used_ms=0, at="", reason=PauseReason.EVERYTHING), "Everything is paused."),
    ],
)
def test_what_was_done_is_told_as_it_was_meant(event: Event, words: str) -> None:
    assert act_words_of(event, lambda _who: "") == words
