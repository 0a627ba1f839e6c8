"""What the screens call each access need, in the first person, from the catalogue of a language."""

from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.access_need import NEED_CODES, OTHER_NEED
from coprod_desktop.services.language_file import FALLBACK_LANGUAGE, read_language_file


@dataclass(frozen=True, kw_only=True)
class NeedGroup:
    """One heading of the catalogue, with the codes under it."""

    letter: str
    heading: str
    codes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NeedWords:
    """The catalogue in one language; `labels` has a sentence for every code."""

    heading: str
    groups: tuple[NeedGroup, ...]
    labels: dict[str, str]

    def label(self, code: str) -> str:
        """The sentence for a code; a code that nobody knows is called "something else"."""
        return self.labels.get(code, self.labels[OTHER_NEED])


def load_need_words(folder: Path, language: str = FALLBACK_LANGUAGE) -> NeedWords:
    """The catalogue of a language, in English where there is none. Raises ValueError if a code has no label."""
    said = read_language_file(folder, "access_needs", language)
    labels = {need["code"]: need["label"] for need in said["needs"]}
    missing = [code for code in NEED_CODES if not labels.get(code)]
    if missing:
        raise ValueError(f"access_needs.{language}.json has no label for {', '.join(missing)}")
    groups = tuple(
        NeedGroup(
            letter=group["letter"],
            heading=group["heading"],
            codes=tuple(need["code"] for need in said["needs"] if need["group"] == group["letter"]),
        )
        for group in said["groups"]
    )
    return NeedWords(heading=said["heading"], groups=groups, labels=labels)
