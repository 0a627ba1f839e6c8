"""Quick search for a picture by its word, another word for it, the beginning of either, or a form of it."""

from collections.abc import Iterator
from functools import cached_property

from coprod_desktop.minutes.pictures import PictureChoice, Pictures

_MOST = 12


class PictureSearch:
    """Finds pictures for what a person types; the group's own pictures of a word stand before the table's."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures

    def search(self, text: str, most: int = _MOST) -> tuple[PictureChoice, ...]:
        """The pictures that fit, the closest first; common ones when nothing was typed. At most `most`."""
        wanted = " ".join(text.casefold().replace("_", " ").split())
        found: dict[str, PictureChoice] = {}
        for word in self._words(wanted) if wanted else self._common():
            choice = self._pictures.picture(word)
            found.setdefault(choice.key, choice)
            if len(found) == most:
                break
        return tuple(found.values())

    def _common(self) -> Iterator[str]:
        yield from (own.picture_word for own in self._pictures.own)
        yield from self._pictures.table["common"]

    def _words(self, wanted: str) -> Iterator[str]:
        """The word itself, forms of it, words that begin so, words with a part that begins so, parts of a phrase."""
        if self._pictures.has(wanted) and wanted not in self._names:
            yield from (*self._own_of(wanted), self._pictures.name(wanted))
        for fits in (_is_it, _begins, _has_part):
            yield from (word for name, word in self._names.items() if fits(name, wanted))
            if fits is _is_it:
                yield from self._base_forms(wanted)
        for part in wanted.split():
            if len(part) > 2 and self._pictures.name(part):
                yield self._pictures.name(part)

    def _own_of(self, wanted: str) -> Iterator[str]:
        name = self._pictures.name(wanted)
        yield from (own.picture_word for own in self._pictures.own if self._pictures.name(own.word) == name)

    def _base_forms(self, wanted: str) -> Iterator[str]:
        if wanted in self._names or " " in wanted:
            return
        from simplemma import lemmatize

        name = self._pictures.name(lemmatize(wanted, "en"))
        if name:
            yield name

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every word that can be typed with the picture word it leads to, the group's own first."""
        own = {" ".join(own.word.casefold().split()): own.picture_word for own in self._pictures.own}
        names = {word: word for word in self._pictures.words}
        return {**own, **{word: names[word] for word in names if word not in own}, **self._others(own, names)}

    def _others(self, own: dict[str, str], names: dict[str, str]) -> dict[str, str]:
        return {word: name for word, name in self._pictures.also.items() if word not in own and word not in names}


def _is_it(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted)


def _has_part(name: str, wanted: str) -> bool:
    return any(part.startswith(wanted) for part in name.split())
