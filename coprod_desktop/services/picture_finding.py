"""Finds picture words for the forms of a meeting, by the same meanings as its pages; light, and without the store."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coprod_desktop.minutes.picture_meanings import PictureMeanings
    from coprod_desktop.minutes.picture_search import PictureSearch
    from coprod_desktop.minutes.pictures import Pictures


class PictureFinding:
    """The words of the table of pictures. What knows base forms of words is loaded when something is first typed."""

    def __init__(self, templates_folder: Path) -> None:
        self._templates = templates_folder

    def find(self, typed: str, *, most: int = 12) -> tuple[str, ...]:
        """The picture words for what was typed, the closest first; common ones when nothing was typed."""
        return tuple(choice.word for choice in self._search.search(typed, most))

    def meant_by(self, sentence: str) -> tuple[str, ...]:
        """The picture words that a sentence means, the likeliest first; none where no word settles it."""
        return tuple(meaning.picture for meaning in self._meanings.suggest([sentence]))

    @cached_property
    def _pictures(self) -> "Pictures":
        from coprod_desktop.minutes.pictures import Pictures

        return Pictures(self._templates)

    @cached_property
    def _search(self) -> "PictureSearch":
        from coprod_desktop.minutes.picture_search import PictureSearch

        return PictureSearch(self._pictures)

    @cached_property
    def _meanings(self) -> "PictureMeanings":
        from coprod_desktop.minutes.picture_meanings import PictureMeanings

        return PictureMeanings(self._pictures)
