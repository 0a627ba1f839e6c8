"""Page 2 of a person's own copy: their ideas, their jobs, and what is still open to them (ER-38)."""

from collections.abc import Iterator, Sequence

from coprod_desktop.domain.decisions import waits_for_yes
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionState, IdeaKind, IdeaOutcome, ItemState, Outcome, Words
from coprod_desktop.domain.meeting_state import Action, Decision, Idea, MeetingState
from coprod_desktop.domain.person import Person, printed_names
from coprod_desktop.minutes.block_runs import block_run, ending_with
from coprod_desktop.minutes.blocks import Block, BlockRole, ForYou, See
from coprod_desktop.minutes.dates_and_amounts import protected_spans
from coprod_desktop.minutes.explained_words import WordExplainer
from coprod_desktop.minutes.sentences import in_one_sentence, sentences, tidy
from coprod_desktop.minutes.taken_out import telling_what_was_taken_out
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording

YOUR_KINDS = {
    IdeaKind.IDEA: ("your_idea_label", "idea"),
    IdeaKind.KEEP_THIS: ("your_keep_this_label", "star"),
    IdeaKind.THANK_YOU: ("your_thank_you_label", "thank you"),
    IdeaKind.STORY: ("your_story_label", "speak"),
}
_BECAME = {
    Outcome.AGREED: "idea_decided",
    Outcome.NOT_AGREED: "idea_not_taken_up",
    Outcome.DEFERRED: "decide_later",
    Outcome.WITHDRAWN: "decision_taken_back",
    Outcome.DECIDED_ELSEWHERE: "others_decided",
}
_BECAME_OF_IDEA = {
    IdeaOutcome.OPEN: "idea_open",
    IdeaOutcome.DECIDED: "idea_decided",
    IdeaOutcome.NOT_TAKEN_UP: "idea_not_taken_up",
    IdeaOutcome.LATER: "idea_later",
    IdeaOutcome.PASSED_ON: "idea_passed_on",
    IdeaOutcome.TAKEN_BACK: "idea_taken_back",
}
_JOBS = {
    ActionState.OPEN: ("your_job_label", "you_do_this_by"),
    ActionState.DONE: ("your_done_job_label", ""),
    ActionState.DROPPED: ("your_job_label", ""),
}
_STILL_TO_COME = (ItemState.PARKED, ItemState.CARRIED_OVER, ItemState.NOT_REACHED)


def for_you(
    state: MeetingState,
    group: Group,
    people: Sequence[Person],
    person_id: PersonId,
    *,
    wording: Wording,
    is_draft: bool = True,
) -> ForYou:
    """What one person's own copy says to them. `people` as in the minutes; whoever is unnamed is called "you"."""
    teller = Teller(wording, printed_names(people))
    state = telling_what_was_taken_out(state, wording)
    explainer = WordExplainer(group.words, teller)
    blocks = explainer.blocks(tuple(_ForOne(state, teller, person_id, is_draft).blocks()))
    texts = [text for block in blocks for text in (block.label, *block.sentences, *block.items)]
    return ForYou(
        heading=wording("for_you_heading"),
        blocks=blocks,
        protected=protected_spans(texts, [tidy(name) for name in teller.names.values()]),
        bold_terms=tuple(tidy(word.term) for word in explainer.used),
    )


class _ForOne:
    """The lines of one person."""

    def __init__(self, state: MeetingState, teller: Teller, person_id: PersonId, is_draft: bool) -> None:
        self._state, self._teller, self._person_id, self._is_draft = state, teller, person_id, is_draft
        seen = state.attendance.get(person_id)
        self._came = seen is not None and seen.came

    def blocks(self) -> Iterator[Block]:
        yield from self._opening()
        ideas = [*self._ideas(), *self._own_decisions()]
        yield from ideas or self._run(self._teller.say("no_idea_of_yours"), "idea", "your_ideas_label")
        jobs = list(self._jobs())
        yield from jobs or self._run(self._teller.say("no_job_of_yours"), "job", "your_jobs_label")
        yield from self._questions()
        yield from self._did_not_agree()
        if not self._came:
            yield from self._still_open()

    def _opening(self) -> tuple[Block, ...]:
        say = self._teller.say
        name = tidy(self._teller.names.get(self._person_id, ""))
        lines = [*(say("copy_is_for", who=name) if name else say("copy_is_for_you"))]
        lines += say("same_for_everybody") if self._came else say("you_were_not_there")
        lines += say("tell_us_what_is_wrong") if self._is_draft else ()
        return block_run(lines, picture="person")

    # What they said

    def _ideas(self) -> Iterator[Block]:
        for idea in self._state.ideas.values():
            if self._person_id in (idea.own_proposer or idea.details.proposer).people:
                yield from self._idea(idea, self._decision_from(idea))

    def _idea(self, idea: Idea, decision: Decision | None) -> tuple[Block, ...]:
        label, picture = YOUR_KINDS[idea.details.kind]
        became = self._became(decision) if decision else self._became_alone(idea)
        refs = (idea.id, *((decision.id,) if decision else ()))
        lines = (*self._short(idea.words), *became)
        return self._run(lines, tidy(idea.details.picture) or picture, label, self._teller.see("idea", refs))

    def _became_alone(self, joined: Idea) -> tuple[str, ...]:
        """What became of an idea, or of the one that it was joined into."""
        into = joined.details.joined_into
        idea = self._state.ideas.get(into, joined) if into else joined
        is_open = idea.details.outcome is IdeaOutcome.OPEN
        if is_open and idea.details.kind is not IdeaKind.IDEA:
            return ()
        return self._teller.say(_BECAME_OF_IDEA[idea.details.outcome])

    def _became(self, decision: Decision) -> tuple[str, ...]:
        if waits_for_yes(decision):
            return self._teller.say("idea_wanted")
        return self._teller.say(_BECAME[decision.details.outcome])

    def _own_decisions(self) -> Iterator[Block]:
        """Decisions that were their idea and came from no idea in the record."""
        for decision in self._state.decisions.values():
            is_own = self._person_id in decision.details.proposer.people
            if is_own and decision.details.from_idea_id not in self._state.ideas:
                lines = (*self._decided(decision.words), *self._became(decision))
                picture = tidy(decision.details.picture) or "idea"
                yield from self._run(lines, picture, "your_idea_label", self._teller.see("idea", (decision.id,)))

    def _decision_from(self, idea: Idea) -> Decision | None:
        decisions = self._state.decisions.values()
        from_id = idea.details.joined_into or idea.id
        return next((decision for decision in decisions if decision.details.from_idea_id == from_id), None)

    # What they do

    def _jobs(self) -> Iterator[Block]:
        for action in self._state.actions.values():
            if self._person_id in action.details.owners:
                label, _ = _JOBS[action.details.state]
                lines = (*self._short(action.words), *self._when(action))
                picture = tidy(action.details.picture) or "job"
                yield from self._run(lines, picture, label, self._teller.see("job", (action.id,)))

    def _when(self, action: Action) -> tuple[str, ...]:
        say, details = self._teller.say, action.details
        if details.state is ActionState.DROPPED:
            return say("action_dropped")
        others = [who for who in details.owners if who != self._person_id]
        with_whom = self._teller.wording("you_and", who=self._teller.all_people(others)) if others else ""
        who = with_whom or self._teller.wording("you")
        if details.state is ActionState.DONE:
            return say("action_done")
        if details.due_on is None:
            return say("you_do_this", who=who) if others else say("no_date_yet")
        return say("you_do_this_by", who=who, date=self._teller.day(details.due_on))

    # What is open to them

    def _questions(self) -> Iterator[Block]:
        for decision in self._state.decisions.values():
            change = decision.details.wording_changed
            is_changed = change is not None and change.agreed_by_proposer is None
            is_asked = is_changed or decision.details.made_easier is not None
            if is_asked and self._person_id in decision.details.proposer.people:
                see = self._teller.see("this", (decision.id,))
                yield from self._run(self._teller.say("are_new_words_right"), "question", "we_ask_you_label", see)

    def _did_not_agree(self) -> Iterator[Block]:
        for decision in self._state.decisions.values():
            objections = [objection for objection in decision.details.objections if objection.by]
            if any(self._person_id in objection.by.people for objection in objections if objection.by):
                lines = self._decided(decision.words)
                see = self._teller.see("this", (decision.id,))
                yield from self._run(lines, "thumbs down", "you_did_not_agree_label", see)

    def _still_open(self) -> Iterator[Block]:
        """For people who were not there: what they can still say something about, and until when."""
        lines = self._open_lines()
        if not lines:
            return
        count = self._teller.wording.count("still_open_things", len(lines))
        label = self._teller.wording("still_open_label")
        yield from block_run(sentences(count), picture="unlocked", label=label, items=lines)
        coming = self._state.next_meeting
        if coming is not None and coming.held_on is not None:
            until = self._teller.say("tell_us_until", date=self._teller.day(coming.held_on))
            yield from self._run(until, self._teller.calendar(coming.held_on), "until_when_label")

    def _open_lines(self) -> list[str]:
        state = self._state
        later = [
            decision.words for decision in state.decisions.values() if decision.details.outcome is Outcome.DEFERRED
        ]
        ideas = [
            idea.words
            for idea in state.ideas.values()
            if idea.details.kind is IdeaKind.IDEA and idea.details.outcome is IdeaOutcome.OPEN
        ]
        items = [tidy(item.details.title) for item in state.agenda if item.state in _STILL_TO_COME]
        return [*(in_one_sentence(words.printed, words.text) for words in (*later, *ideas)), *items]

    # Words

    def _short(self, words: Words) -> tuple[str, ...]:
        """The first sentence of an idea or a job, so that what became of it and its page stand beside one picture."""
        return sentences(words.printed)[:1]

    def _decided(self, words: Words) -> tuple[str, ...]:
        """A decision, whose first sentence alone may tell something else."""
        return sentences(in_one_sentence(words.printed, words.text))

    def _run(self, lines: Sequence[str], picture: str, label: str, see: See | None = None) -> tuple[Block, ...]:
        blocks = block_run(lines, picture=picture, label=self._teller.wording(label), role=BlockRole.PLAIN)
        return ending_with(blocks, see) if see else blocks
