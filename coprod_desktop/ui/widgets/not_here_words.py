"""Who is not here yet, in words with what somebody could do; a perspective, never a person (R07)."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.not_here_yet import MissingPerspective, Why
from coprod_desktop.domain.person import Perspective

_NOBODY: Final = {
    Perspective.LIVED_EXPERIENCE: "Nobody with lived experience",
    Perspective.CARER: "No carer",
    Perspective.LOCAL_PERSON: "No local person",
    Perspective.PROFESSIONAL: "No paid worker",
    Perspective.SUPPORTER: "No supporter",
}
_MANY: Final = {
    Perspective.LIVED_EXPERIENCE: "people with lived experience",
    Perspective.CARER: "carers",
    Perspective.LOCAL_PERSON: "local people",
    Perspective.PROFESSIONAL: "paid workers",
    Perspective.SUPPORTER: "supporters",
}
_TITLES: Final = {
    Why.NOBODY_SAID_YES: "{nobody} has said yes.",
    Why.ALL_SORRY: "{nobody} can come.",
    Why.NOBODY_ASKED: "{nobody} was asked.",
    Why.NOBODY_IN_GROUP: "{nobody} is in the group, as far as we know.",
}
_OWN_TITLES: Final = {
    Why.NOBODY_SAID_YES: "{label}: nobody has said yes.",
    Why.ALL_SORRY: "{label}: nobody can come.",
    Why.NOBODY_ASKED: "{label}: nobody was asked.",
    Why.NOBODY_IN_GROUP: "{label}: nobody is in the group, as far as we know.",
}
_WHAT_TO_DO: Final = {
    Why.NOBODY_SAID_YES: "You could phone them.",
    Why.ALL_SORRY: "You could ask for their ideas before the day.",
    Why.NOBODY_ASKED: "Somebody is in the group. You could ask them.",
    Why.NOBODY_IN_GROUP: "You could ask another group to pass it on.",
}


def missing_words(missing: MissingPerspective, labels: Mapping[Perspective, str]) -> tuple[str, str]:
    """What is so, and what somebody could do: "No carer has said yes." and "You could phone them."

    `labels` are the group's own words for perspectives.
    """
    label = labels.get(missing.perspective, "")
    if label:
        title = _said(_OWN_TITLES[missing.why]).format(label=label)
    else:
        title = _said(_TITLES[missing.why]).format(nobody=_said(_NOBODY[missing.perspective]))
    return title, _said(_WHAT_TO_DO[missing.why])


def all_missing_words(missing: Sequence[MissingPerspective], labels: Mapping[Perspective, str]) -> tuple[str, str]:
    """Several in one sentence: "Nobody yet: carers, supporters."; of one alone, also what somebody could do."""
    names = [labels.get(one.perspective) or _said(_MANY[one.perspective]) for one in missing]
    title = _said("Nobody yet: {names}.").format(names=", ".join(names)) if names else ""
    return title, _said(_WHAT_TO_DO[missing[0].why]) if len(missing) == 1 else ""


def no_answer_words(count: int) -> tuple[str, str]:
    """How many have not answered, and what somebody could do."""
    title = _said("1 person has not answered.") if count == 1 else _said("{count} people have not answered.")
    return title.format(count=count), _said("You could phone them.")


def newcomer_words(count: int) -> tuple[str, str]:
    """How many are new, and what somebody could do."""
    title = _said("1 person is new.") if count == 1 else _said("{count} people are new.")
    return title.format(count=count), _said("Offer them to talk before.")


def not_seen_words(to_write_to: int, waiting: int) -> tuple[str, str]:
    """How many were not seen for a while, and what to do: one kind message, or an answer to write down."""
    if to_write_to:
        one = _said("1 person was not at the last 3 meetings.")
        many = _said("{count} people were not at the last 3 meetings.")
        title = one if to_write_to == 1 else many.format(count=to_write_to)
        return title, _said("You could send one kind message.")
    one, many = _said("1 person got the kind message."), _said("{count} people got the kind message.")
    return one if waiting == 1 else many.format(count=waiting), _said("Write down what they say.")


def _said(words: str) -> str:
    return QCoreApplication.translate("NotHereWords", words)
