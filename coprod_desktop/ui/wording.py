"""Domain words in words for the screen: perspectives, sources, outcomes, reasons, acts. One place, translatable."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.after_events import ChangeKind, LineAnswer, ToldHow
from coprod_desktop.domain.events import AgendaItemClosed, Event, PauseReason, Through, TurnPaused
from coprod_desktop.domain.floor import WhyNext
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import (
    ActionState,
    Helped,
    HowDecided,
    HowOpen,
    IdeaKind,
    IdeaOutcome,
    ItemState,
    Medium,
    Outcome,
    SaidHow,
    YesAnswer,
)
from coprod_desktop.domain.meeting import Job, MeetingKind
from coprod_desktop.domain.person import MinutesFormat, NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import Reason
from coprod_desktop.domain.room import CheckOutAnswer, CheckOutQuestion, Counting, NextRule, OrderedBy
from coprod_desktop.services.faults import FaultReason
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

__all__ = [
    "act_words",
    "act_words_of",
    "day_words",
    "fault_words",
    "joined",
    "proposer_words",
    "vocabulary_with",
    "words_for",
]

_PAIRS: Final[tuple[tuple[StrEnum, str], ...]] = (
    (Perspective.LIVED_EXPERIENCE, "I speak from my own life"),
    (Perspective.CARER, "I look after a relative or friend, unpaid"),
    (Perspective.LOCAL_PERSON, "I live or volunteer here"),
    (Perspective.PROFESSIONAL, "I am here as part of my job"),
    (Perspective.SUPPORTER, "I help somebody take part"),
    (Perspective.OTHER, "Something else"),
    (Perspective.NOT_SAID, "I would rather not say"),
    (Source.WHOLE_GROUP, "The whole group"),
    (Source.UNNAMED, "Someone who did not want to be named"),
    (Source.ONE_TO_ONE, "Told us one to one"),
    (Source.DROP_IN, "Told us at a drop-in"),
    (Source.SURVEY, "Told us in a survey"),
    (Source.VISIT, "Told us on a visit"),
    (Source.SHADOWING, "We saw it while shadowing"),
    (Source.MEAL, "Told us at a meal or walk-in"),
    (Source.OTHER_GROUPS_MEETING, "From another group's meeting"),
    (Source.SECOND_HAND, "We heard it from somebody else"),
    (Source.EARLIER_MEETING, "From an earlier meeting"),
    (Source.OUTSIDE_BODY, "From people outside the group"),
    (HowOpen.DECIDE, "We decide together"),
    (HowOpen.ADVISE, "We give advice"),
    (HowOpen.TOLD, "We are only told"),
    (ItemState.WAITING, "Not started"),
    (ItemState.NOW, "We talk about this now"),
    (ItemState.DISCUSSED, "Finished"),
    (ItemState.PARKED, "Kept for later"),
    (ItemState.CARRIED_OVER, "For next time"),
    (ItemState.NOT_REACHED, "We did not get to this"),
    (IdeaKind.IDEA, "An idea"),
    (IdeaKind.KEEP_THIS, "Keep this"),
    (IdeaKind.THANK_YOU, "Thank you"),
    (IdeaKind.STORY, "A story"),
    (SaidHow.OWN_WORDS, "Their own words"),
    (SaidHow.SAID_FOR_THEM, "Said for them, and they said yes"),
    (SaidHow.HELPERS_VIEW, "The helper's own view"),
    (IdeaOutcome.OPEN, "Not answered yet"),
    (IdeaOutcome.DECIDED, "It is now a decision"),
    (IdeaOutcome.NOT_TAKEN_UP, "Not taken up"),
    (IdeaOutcome.LATER, "For later"),
    (IdeaOutcome.PASSED_ON, "Passed on"),
    (IdeaOutcome.TAKEN_BACK, "Taken back"),
    (Medium.WORDS, "Words"),
    (Medium.DRAWING, "A drawing"),
    (Medium.PHOTO, "A photo"),
    (Medium.RECORDING, "A recording"),
    (Helped.YES, "Yes, it helped"),
    (Helped.A_BIT, "It helped a bit"),
    (Helped.NO, "No, it did not help"),
    (Helped.TOO_SOON, "It is too soon to say"),
    (ToldHow.EASY_READ, "In easy read"),
    (ToldHow.LARGE_PRINT, "In large print"),
    (ToldHow.PLAIN_TEXT, "In plain text"),
    (ToldHow.AUDIO, "To listen to"),
    (ToldHow.IN_WORDS, "Told in person"),
    (LineAnswer.YES, "Yes"),
    (LineAnswer.NO, "No"),
    (LineAnswer.TALK, "Talk to me"),
    (ChangeKind.ADDED, "New"),
    (ChangeKind.WORDS, "New words"),
    (ChangeKind.FACTS, "Put right"),
    (ChangeKind.TAKEN_BACK, "Taken back"),
    (ChangeKind.TAKEN_OUT, "Private words were taken out"),
    (ChangeKind.NAMES, "A name was changed"),
    (Outcome.AGREED, "We agreed"),
    (Outcome.NOT_AGREED, "We did not agree"),
    (Outcome.DEFERRED, "We decide later"),
    (Outcome.WITHDRAWN, "Taken back"),
    (Outcome.DECIDED_ELSEWHERE, "Other people decided this"),
    (HowDecided.CONSENSUS, "We talked until we all agreed"),
    (HowDecided.THUMBS, "We showed thumbs"),
    (HowDecided.DOTS, "We used dots"),
    (HowDecided.SHOW_OF_HANDS, "We put our hands up"),
    (HowDecided.SECRET_COUNT, "We counted in secret"),
    (YesAnswer.WAITING, "No answer yet"),
    (YesAnswer.YES, "Said yes"),
    (YesAnswer.NO, "Said no"),
    (ActionState.OPEN, "To do"),
    (ActionState.DONE, "Done"),
    (ActionState.DROPPED, "Dropped"),
    (Job.CHAIR, "Chair"),
    (Job.FACILITATOR, "Facilitator"),
    (Job.TIMEKEEPER, "Timekeeper"),
    (Job.NOTE_TAKER, "Note-taker"),
    (Job.ROOM_WATCHER, "Looks out for people"),
    (Job.LAPTOP, "Works the laptop"),
    (MeetingKind.TOGETHER, "All together"),
    (MeetingKind.OWN_TIME, "Members' own time"),
    (MeetingKind.ONE_TO_ONE, "One to one"),
    (MeetingKind.DROP_IN, "Drop-in"),
    (MeetingKind.SURVEY, "Survey"),
    (MeetingKind.VISIT, "Visit"),
    (MeetingKind.SHADOWING, "Shadowing"),
    (MeetingKind.MEAL, "Meal or walk-in"),
    (MeetingKind.OTHER_GROUPS_MEETING, "Another group's meeting"),
    (MeetingKind.BETWEEN_MEETINGS, "Between meetings"),
    (MinutesFormat.EASY_READ, "Easy read"),
    (MinutesFormat.LARGE_PRINT, "Large print"),
    (MinutesFormat.PLAIN_TEXT, "Plain text"),
    (MinutesFormat.AUDIO, "Audio"),
    (NamedAs.FULL, "Full name"),
    (NamedAs.FIRST, "First name"),
    (NamedAs.CHOSEN, "A name they choose"),
    (NamedAs.UNNAMED, "Not named"),
    (Reason.NAME_MISSING, "Please give a name that people can see."),
    (Reason.WORDS_MISSING, "Please write a few words first."),
    (Reason.WORDS_TOO_LONG, "This is too long to keep. Please make 2 shorter texts."),
    (Reason.PROPOSER_MISSING, "Please say whose idea this is."),
    (Reason.NOT_FOUND, "This is not in the record any more."),
    (Reason.MEETING_FINISHED, "This meeting is finished. You can open it again."),
    (Reason.TURN_RUNNING, "Somebody has a turn. End the turn first."),
    (Reason.NO_TURN, "Nobody has a turn now."),
    (Reason.ALREADY_THERE, "This was done already."),
    (Reason.NOT_DONE_YET, "This job is not done yet."),
    (Reason.CANNOT_JOIN, "These ideas cannot be put together."),
    (Reason.SECOND_PERSON_MISSING, "Two different people of the group must say yes."),
    (Reason.NOT_HERE, "This person is not in the room."),
    (Reason.CONSENT_MISSING, "Please ask first. Then tick that they said yes."),
    (Reason.NUMBER_OUT_OF_RANGE, "Please choose a smaller or larger number."),
    (Reason.FIXED_END, "This cannot be. A time that is fixed comes before."),
    (Reason.NOT_EVERYONE_HAS_IT, "Please wait. Not everyone has it yet."),
    (Reason.NAMES_ARE_KNOWN, "Names are written down here. Please decide again in private."),
    (Reason.ALL_PAUSED, "We are having a pause. Go on first."),
    (Reason.PLACE_LACKS_IT, "Somebody looked. This place does not have it."),
    (Reason.PLACE_MISSING, "Please say first where you meet."),
    (Reason.HELPER_MISSING, "Please name a helper for each person first."),
    (NextRule.NO_TURN_YET, "Rule: no turn yet comes first"),
    (NextRule.FEWEST_TURNS, "Rule: fewest turns first"),
    (NextRule.LONGEST_SINCE, "Rule: longest wait first"),
    (NextRule.ORDER_OF_HANDS, "Rule: order of hands"),
    (WhyNext.WAS_INTERRUPTED, "Was interrupted, so comes first"),
    (WhyNext.NO_TURN_YET, "No turn yet on this"),
    (WhyNext.FEWEST_TURNS, "Few turns on this"),
    (WhyNext.LONGEST_SINCE, "Has waited the longest since a turn"),
    (WhyNext.NEXT_HAND, "Next in the order of hands"),
    (WhyNext.IN_THE_ROUND, "Next in the go-round"),
    (WhyNext.CAME_BACK_TO, "We come back to them"),
    (Counting.NOTHING, "Nothing is counted today"),
    (Counting.BY_PERSPECTIVE, "Turns and time are counted, by where people speak from"),
    (Through.INTERPRETER, "An interpreter"),
    (Through.HELPER, "A helper"),
    (Through.DEVICE, "A device"),
    (CheckOutQuestion.SKILL, "I learned or used a skill."),
    (CheckOutQuestion.SAY, "I had a say."),
    (CheckOutQuestion.PART, "I felt part of it."),
    (CheckOutAnswer.YES, "Yes"),
    (CheckOutAnswer.PARTLY, "A bit"),
    (CheckOutAnswer.NO, "No"),
    (OrderedBy.DOTS, "Dots"),
    (OrderedBy.HANDS, "Hands"),
    (Reason.NOTHING_TO_UNDO, "There is nothing to undo."),
    (Reason.NOTHING_TO_REDO, "There is nothing to redo."),
)

_WORDS: Final = {(type(value), value.value): words for value, words in _PAIRS}
"""By kind and value, because values of two kinds may be the same text, such as "open"."""

_ACTS: Final[dict[str, str]] = {
    "picture_chosen": "A picture was changed.",
    "picture_removed": "A picture was taken away.",
    "photo_added": "A photo was added.",
    "photo_answered": "What somebody said about a photo was noted.",
    "symbols_added": "Symbols were added.",
    "meeting_opened": "A new meeting was made.",
    "meeting_details_changed": "The meeting's details were changed.",
    "bounds_set": "What is open and fixed was written down.",
    "next_meeting_set": "The next meeting was set.",
    "meeting_finished": "The meeting is finished.",
    "meeting_reopened": "The meeting is open again.",
    "meeting_put_away": "The meeting was put away.",
    "meeting_brought_back": "The meeting was brought back.",
    "person_expected": "{who} is on the list.",
    "person_arrived": "{who} is here.",
    "person_left": "{who} went home.",
    "person_sent_sorry": "{who} cannot come.",
    "person_replied": "The answer of {who} was noted.",
    "person_taken_off": "{who} is off the list.",
    "perspective_said": "{who} said where they speak from.",
    "jobs_taken": "The jobs of {who} were noted.",
    "agenda_item_proposed": "An item is on the agenda.",
    "agenda_item_changed": "An agenda item was changed.",
    "agenda_item_moved": "An agenda item was moved.",
    "agenda_item_opened": "We talk about this item now.",
    "agenda_item_closed": "We are done with the item.",
    "agenda_item_brought_back": "The item is on the agenda again.",
    "hand_raised": "{who} wants to speak.",
    "hand_lowered": "{who} does not want to speak now.",
    "turn_started": "{who} has the turn.",
    "turn_paused": "The turn is paused.",
    "turn_resumed": "The turn goes on.",
    "turn_extended": "The turn has 1 more minute.",
    "turn_ended": "The turn has ended.",
    "turn_length_set": "The length of turns was set.",
    "clocks_taken_away": "There are no clocks now.",
    "clocks_brought_back": "The clocks are back.",
    "idea_recorded": "The idea is in the record.",
    "ideas_recorded": "The ideas are in the record.",
    "idea_reworded": "The idea has new words.",
    "idea_changed": "The idea was changed.",
    "decision_recorded": "The decision is in the record.",
    "decision_reworded": "The decision has new words.",
    "decision_changed": "The decision was changed.",
    "action_agreed": "The job is in the record.",
    "action_reworded": "The job has new words.",
    "action_changed": "The job was changed.",
    "minutes_made": "The minutes were saved.",
    "ideas_joined": "The ideas go on as one.",
    "taken_back_openly": "It was taken back. It stays in the record.",
    "answer_told": "We noted who heard the answer.",
    "action_helped": "We noted if the job helped.",
    "words_taken_out": "Private words were taken out for good.",
    "line_checked": "The answer from the check sheet was noted.",
    "correction_asked": "The minutes were put right.",
    "reader_said": "What the reader said was noted.",
    "edition_made": "There is a new edition of the minutes.",
    "minutes_agreed": "The group agreed the minutes.",
    "times_dropped": "The times of single people were taken out.",
    "turn_facts_changed": "The turn was put right.",
    "person_stepped_out": "Somebody stepped out.",
    "person_stepped_back": "Somebody is in the room again.",
    "guests_counted": "The guests were counted.",
    "meeting_began": "The meeting has begun.",
    "access_check_read": "The access check was read aloud.",
    "declarations_asked": "We asked if there is anything to declare.",
    "interest_declared": "{who} told the group something.",
    "counting_chosen": "We said what is counted today.",
    "balance_on_wall_answered": "We said if equal voice goes on the wall.",
    "meeting_paused": "Everything is paused.",
    "meeting_resumed": "The pause is over.",
    "break_started": "The break has started.",
    "break_extended": "The break is longer.",
    "break_ended": "The break is over.",
    "breaks_planned": "The breaks are planned.",
    "fixed_ends_set": "The fixed times were written down.",
    "card_shown": "A card was counted.",
    "closing_began": "We close the meeting now.",
    "closing_put_off": "The meeting goes on.",
    "check_out_given": "An answer was counted.",
    "check_out_counted": "The answers from paper were counted.",
    "wall_chosen": "The wall shows something else.",
    "wall_blanked": "The wall is blank.",
    "wall_shown_again": "The wall shows the meeting.",
    "next_rule_set": "The rule for who is next was changed.",
    "wanted_to_add": "{who} wants to add to this.",
    "no_longer_wants_to_add": "{who} does not want to add now.",
    "go_round_started": "The go-round has started.",
    "go_round_passed": "The go-round goes on.",
    "go_round_comes_back": "We come back to {who}.",
    "go_round_joined": "{who} joins the go-round.",
    "go_round_ended": "The go-round is over.",
    "conversation_started": "The conversation has started.",
    "conversation_ended": "The conversation is over.",
    "everyone_check_set": "Waiting for everyone was changed.",
    "everyone_has_it": "Everyone has it.",
    "nearly_share_set": "The time for the sign was changed.",
    "item_turn_length_set": "The length of turns on this item was set.",
    "item_turn_length_dropped": "Turns on this item have the usual length.",
    "everyone_asked": "Everyone was asked for more.",
    "agenda_item_split": "The item is now several items.",
    "agenda_items_merged": "The items are now one item.",
    "agenda_ordered": "The agenda has a new order.",
    "ready_not_asked": "This is marked as not done yet.",
    "ready_asked": "This is marked as asked.",
    "ready_arranged": "This is marked as arranged.",
    "ready_ready": "This is marked as ready.",
    "ready_reason": "The reason was noted.",
    "ready_day": "The day was noted.",
    "place_looked_at": "What was found in the place was noted.",
    "need_answered": "The answer was noted.",
    "fire_helper_named": "The helper was noted.",
    "person_added": "A person was added.",
    "person_changed": "The person was changed.",
    "person_removed": "The person was removed.",
    "person_moved_on": "The person has left the group.",
    "person_died": "This was written down. No more letters are made.",
    "person_brought_back": "The person is on the list again.",
    "need_withdrawn": "It is taken off. It is not used any more.",
    "job_handed_on": "The job was handed on.",
    "own_picture_chosen": "The person has a new picture.",
    "own_picture_taken_away": "The picture of the person was taken away.",
    "people_brought_in": "The people of a file are on the list.",
    "group_changed": "The group was changed.",
    "word_added": "A word is on our list, with what it means.",
    "words_brought_in": "The words of a file are on our list.",
    "kind_message_sent": "The kind message was noted as sent.",
    "kind_message_answered": "The answer to the kind message was noted.",
    "offer_answered": "The answer to the offer was noted.",
    "venue_added": "A place was added.",
    "venue_changed": "The place was changed.",
    "venue_removed": "The place was taken off the list.",
    "venue_checked": "What somebody found in the place was noted.",
    "venue_photo_added": "A photo of the place was added.",
    "venue_photo_removed": "A photo of the place was taken away.",
    "readers_said_fine": "Our readers say this is fine.",
    "readers_took_it_back": "It is in the list again.",
}


_PAUSES: Final[dict[PauseReason, str]] = {
    PauseReason.THINKING: "Time to think. The clock holds.",
    PauseReason.INTERPRETING: "We wait for the interpreter. The clock holds.",
    PauseReason.EVERYTHING: "Everything is paused.",
}
"""Holds that are part of the turn, or of more than the turn."""

_CLOSED: Final[dict[ItemState, str]] = {
    ItemState.PARKED: "An item is kept for later.",
    ItemState.CARRIED_OVER: "An item is for next time.",
    ItemState.NOT_REACHED: "We did not get to an item.",
}
"""What became of an item that was not talked about to its end."""

_FAULTS: Final[dict[FaultReason, str]] = {
    FaultReason.FOLDER_CANNOT_BE_WRITTEN: "This was not saved. The folder cannot be written. Please choose another.",
    FaultReason.DISK_FULL: "This was not saved. The disk is full. Make some room and try again.",
    FaultReason.NOT_OUR_FILE: "This file was not made by this program. It was left as it is.",
    FaultReason.NEWER_FILE: "A newer version of this program made this file. Please use the newer version.",
    FaultReason.DAMAGED: "The file is damaged. Please stop and use your last copy.",
    FaultReason.BUSY: "This was not saved. Another program holds the file. Please try again.",
    FaultReason.FILE_MOVED: "This was not saved. The file was moved. Please start the program again.",
    FaultReason.OTHER: "This was not saved. Please try again.",
}


def words_for(value: StrEnum) -> str:
    """The words on screen for a value of the domain."""
    return _translated(_WORDS[type(value), value.value])


def act_words(kind: str, who: str = "") -> str:
    """What an act did, in one short sentence; `who` is the person it was about."""
    return _translated(_ACTS[kind]).format(who=who or _translated("Somebody"))


def act_words_of(event: Event, name: Callable[[PersonId], str]) -> str:
    """What an event did, with the name of the person it was about."""
    if isinstance(event, TurnPaused) and event.reason in _PAUSES:
        return _translated(_PAUSES[event.reason])
    if isinstance(event, AgendaItemClosed) and event.state in _CLOSED:
        return _translated(_CLOSED[event.state])
    person_id = getattr(event, "person_id", None)
    return act_words(event.kind, name(person_id) if person_id else "")


def fault_words(reason: FaultReason) -> str:
    """What could not be saved or read, and what to do, in short sentences."""
    return _translated(_FAULTS[reason])


def proposer_words(proposer: Proposer, name: Callable[[PersonId], str]) -> str:
    """Whose idea it was, for the screen; who has no name there is somebody who did not want to be named."""
    parts = [named for named in (name(person_id) for person_id in proposer.people) if named]
    unnamed = (Source.UNNAMED,) if len(parts) < len(proposer.people) else ()
    parts += [words_for(source) for source in dict.fromkeys((*unnamed, *proposer.sources))]
    words = joined(parts) or words_for(Source.UNNAMED)
    if proposer.on_behalf_of:
        words = _translated("{who}, for {others}").format(who=words, others=proposer.on_behalf_of)
    return words


def vocabulary_with(name: Callable[[PersonId], str]) -> Vocabulary:
    """All words for the parts that show lines of the record; `name` is what the room calls a person."""
    return Vocabulary(
        words=words_for, name=name, day=day_words, proposer=partial(proposer_words, name=name), joined=joined
    )


def joined(names: Iterable[str]) -> str:
    """Names in a row: "Jo", "Jo and Sam", "Jo, Sam and Ann"."""
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return _translated("{some} and {last}").format(some=", ".join(listed[:-1]), last=listed[-1])


def _translated(words: str) -> str:
    return QCoreApplication.translate("Wording", words)
