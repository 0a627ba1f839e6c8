"""A canvas that draws what ours draws and tags nothing: what the same pages cost without their tags."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from unittest.mock import patch

from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from coprod_desktop.minutes import page_builder
from coprod_desktop.minutes.tag_tree import Box, Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas


class UntaggedCanvas(TaggedCanvas):
    """Draws the same words, lines and pictures; no marks, no tree, no check that all is tagged."""

    def mark(self, node: Node) -> AbstractContextManager[None]:
        """Nothing."""
        del node
        return nullcontext()

    def decoration(self) -> AbstractContextManager[None]:
        """Nothing."""
        return nullcontext()

    def running_words(self) -> AbstractContextManager[None]:
        """Nothing."""
        return nullcontext()

    def add_link(self, node: Node, key: str, words: str, box: Box) -> None:
        """A plain link."""
        del node, words
        self.linkRect("", key, Rect=box)

    def note_place(self, key: str, top: float) -> None:
        """Where a plain link leads to."""
        super().note_place(key, top)
        if not self.is_rehearsal:
            self.bookmarkPage(key, fit="XYZ", left=0, top=top)

    def showPage(self) -> None:
        """A plain page."""
        if self.is_rehearsal:
            self._startPage()
            return
        Canvas.showPage(self)
        page = self._doc.Pages.pages[-1]
        page.Contents = PDFStream(content=page.stream, filters=[PDFZCompress])  # as our own pages are pressed

    def save(self) -> None:
        """A plain file."""
        if not self.is_rehearsal:
            Canvas.save(self)


@contextmanager
def without_tags() -> Iterator[None]:
    """Inside, all documents are made without tags."""
    with patch.object(page_builder, "TaggedCanvas", UntaggedCanvas):
        yield
