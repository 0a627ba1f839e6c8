"""The digest of the words: what clears the two yeses, and what does not (ER-34)."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain import actions, decisions
from coprod_desktop.domain.after_events import ChangeKind
from coprod_desktop.domain.editions import changes_between, later_digest, words_digest
from coprod_desktop.domain.ids import ActionId
from coprod_desktop.domain.lines import ActionState, NeededYes, Words, YesAnswer
from coprod_desktop.domain.proposer import Proposer, Source
from tests.minutes.meeting_builder import Meeting


@pytest.fixture
def made() -> Meeting:
    """A decision that the council must also say yes to, with a job."""
    meeting = Meeting().opened()
    jo = meeting.person("Jo")
    needed = NeededYes(who="The council", asked_on=date(2026, 3, 1))
    decision = meeting.decision("We want a bench.", Proposer(people=(jo,)), needs_yes_from=(needed,))
    meeting.action("Ask the council.", decision_id=decision, owners=(jo,))
    return meeting


def test_what_comes_later_clears_no_yes_and_is_seen_as_later_news(made: Meeting) -> None:
    before = made.state
    action = made.state.actions[ActionId("action 0")]
    done = replace(action.details, state=ActionState.DONE, result="They said yes.")
    made.do(actions.change_action(made.state, action.id, action.words, done))
    (decision,) = made.state.decisions.values()
    yes = replace(decision.details.needs_yes_from[0], answer=YesAnswer.YES, answered_on=date(2026, 5, 1))
    details = replace(decision.details, needs_yes_from=(yes,))
    made.do(decisions.change_decision(made.state, decision.id, decision.words, details))
    assert words_digest(made.state) == words_digest(before)
    assert later_digest(made.state) != later_digest(before)
    assert changes_between(before, made.state) == ()


def test_a_picture_is_no_word(made: Meeting) -> None:
    before = made.state
    (decision,) = made.state.decisions.values()
    made.do(
        decisions.change_decision(made.state, decision.id, decision.words, replace(decision.details, picture="bus"))
    )
    assert words_digest(made.state) == words_digest(before)


def test_other_words_and_another_proposer_each_clear_it(made: Meeting) -> None:
    (decision,) = made.state.decisions.values()
    details = replace(decision.details, proposer=Proposer(source=Source.WHOLE_GROUP))
    words, before = Words(text="We want 2 benches."), made.state
    made.do(decisions.change_decision(made.state, decision.id, words, decision.details))
    reworded = made.state
    made.do(decisions.change_decision(made.state, decision.id, words, details))
    assert len({words_digest(state) for state in (before, reworded, made.state)}) == 3
    assert [one.change for one in changes_between(before, reworded)] == [ChangeKind.WORDS]
    assert [one.change for one in changes_between(reworded, made.state)] == [ChangeKind.FACTS]
