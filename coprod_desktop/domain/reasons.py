"""Why a request cannot be done, as a name; the screens turn it into words."""

from enum import StrEnum


class Reason(StrEnum):
    """Every reason for which the domain turns a request down."""

    NAME_MISSING = "name_missing"
    WORDS_MISSING = "words_missing"
    WORDS_TOO_LONG = "words_too_long"
    PROPOSER_MISSING = "proposer_missing"
    NOT_FOUND = "not_found"
    MEETING_FINISHED = "meeting_finished"
    TURN_RUNNING = "turn_running"
    NO_TURN = "no_turn"
    ALREADY_THERE = "already_there"
    NOT_HERE = "not_here"
    CONSENT_MISSING = "consent_missing"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    FIXED_END = "fixed_end"
    NOT_EVERYONE_HAS_IT = "not_everyone_has_it"
    NAMES_ARE_KNOWN = "names_are_known"
    ALL_PAUSED = "all_paused"
    PLACE_LACKS_IT = "place_lacks_it"
    PLACE_MISSING = "place_missing"
    HELPER_MISSING = "helper_missing"
    NOT_DONE_YET = "not_done_yet"
    CANNOT_JOIN = "cannot_join"
    SECOND_PERSON_MISSING = "second_person_missing"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"


class NotAllowed(Exception):
    """A request that a rule turns down; nothing was changed. `reason` says why, `field` names the field at fault."""

    def __init__(self, reason: Reason, field: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.field = field
