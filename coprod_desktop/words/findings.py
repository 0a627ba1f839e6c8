"""A finding: one place that breaks one rule, with the reason and a way to mend it."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a check found, in words for people.

    `rule` is the id of the rule ("ER-08"). `place` says in plain words where it is, `page` the page from 1 if known.
    `is_blocking` takes away the words "ready to print"; any other finding is advice (UI-27 bars nothing).
    `text` holds the words it is about, the same at each check, and `ref` the id of what they tell of.
    """

    rule: str
    place: str
    message: str
    mend: str
    is_blocking: bool
    text: str = ""
    ref: str = ""
    page: int | None = None


def digest(finding: Finding) -> str:
    """What a settled finding is known by: it tells nothing of the words, and changes when they change."""
    told = f"{finding.rule}\n{finding.text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()
