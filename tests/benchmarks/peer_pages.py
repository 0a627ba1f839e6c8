"""The measured book as a web page and as a Typst document: the same words, fonts, drawings and tags."""

import shutil
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

import fontpkg_arimo

from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.paths import templates_folder
from tests.benchmarks.book import book_of

_HEAD = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title><style>
@font-face {{ font-family: Arimo; font-weight: 400; src: url(fonts/Arimo.ttf) }}
@font-face {{ font-family: Arimo; font-weight: 700; src: url(fonts/Arimo-Bold.ttf) }}
@page {{ size: A4; margin: 25mm; @bottom-left {{ content: "{foot}"; font: 16pt Arimo }}
  @bottom-right {{ content: "Page " counter(page); font: 16pt Arimo }} }}
body {{ font: 16pt/24pt Arimo; margin: 0 }} p, h1, h2 {{ margin: 0 }} h1 {{ font-size: 28pt; line-height: 35pt }}
h2 {{ font-size: 22pt; line-height: 28pt; border-bottom: 2pt solid #14487A; margin: 9mm 0 5mm; break-after: avoid }}
.block {{ break-inside: avoid; min-height: 45mm; margin-bottom: 5mm; padding-left: 55mm; position: relative }}
.block img {{ position: absolute; left: 0; top: 0; width: 45mm; height: 45mm; box-sizing: border-box;
  border: 1pt solid #857E72; border-radius: 3.5mm }}
nav a {{ display: block; color: black; text-decoration: none }}
nav a::after {{ content: leader(".") target-counter(attr(href), page) }} .turn {{ break-after: page }}
</style></head><body>"""
_TYPST_HEAD = """#set document(title: "{title}", author: "{group}")
#set text(font: "Arimo", size: 16pt, lang: "en", region: "GB", hyphenate: false)
#set page(paper: "a4", margin: 25mm, footer: context [{foot} #h(1fr) Page #counter(page).display()])
#set par(leading: 8pt, spacing: 13pt)
#show heading.where(level: 2): it => block(above: 9mm, below: 5mm, sticky: true, width: 100%,
  stroke: (bottom: 2pt + rgb("#14487A")), inset: (bottom: 3pt), text(size: 22pt, it.body))
#let part(file, alt, words) = block(breakable: false, below: 5mm, above: 5mm, width: 100%, height: 45mm)[
  #place(left + top, box(width: 45mm, height: 45mm, stroke: 1pt + rgb("#857E72"), radius: 3.5mm,
    image(file, alt: alt, width: 45mm, height: 45mm)))
  #pad(left: 55mm, words)
]
"""


def web_page(folder: Path) -> str:
    """The book as one web page; pictures and fonts are put beside it."""
    _put_fonts(folder)
    book = book_of()
    lines = [_HEAD.format(title=escape(book.title), foot=escape(book.foot_words))]
    lines.append(f"<h1>{escape(book.title)}</h1><p><b>{escape(book.group_name)}</b></p><p>{book.date_words}</p>")
    lines += [_web_block([block], folder) for block in book.cover]
    lines.append(f'<div class="turn"></div><h2>{book.contents_heading}</h2><nav>')
    lines += [f'<a href="#c{one.number}">{one.number}. {escape(one.heading)}</a>' for one in book.sections]
    lines.append("</nav>")
    for section in book.sections:
        lines.append(f'<h2 id="c{section.number}">{section.number}. {escape(section.heading)}</h2>')
        lines += [_web_block(block, folder) for block in _folded(section.blocks)]
    return "\n".join([*lines, "</body></html>"])


def typst_pages(folder: Path) -> str:
    """The book as a Typst document; its texts hold no signs that mean something to Typst."""
    _put_fonts(folder)
    book = book_of()
    lines = [_TYPST_HEAD.format(title=book.title, group=book.group_name, foot=book.foot_words)]
    lines += [f"= {book.title}", "", f"*{book.group_name}*", "", book.date_words, ""]
    lines += [_typst_block([block], folder) for block in book.cover]
    lines += ["#pagebreak()", f"#outline(title: [{book.contents_heading}])"]
    for section in book.sections:
        lines.append(f"== {section.number}. {section.heading}")
        lines += [_typst_block(block, folder) for block in _folded(section.blocks)]
    return "\n".join(lines)


def _web_block(blocks: Sequence[Block], folder: Path) -> str:
    file, alt = _picture(blocks[0], folder)
    words = "".join(f"<p>{line}</p>" for block in blocks for line in _lines(block, "<b>{}</b>"))
    return f'<div class="block"><img src="{file}" alt="{escape(alt)}"><div>{words}</div></div>'


def _typst_block(blocks: Sequence[Block], folder: Path) -> str:
    file, alt = _picture(blocks[0], folder)
    words = "\n\n".join(line for block in blocks for line in _lines(block, "*{}*"))
    return f'#part("{file}", "{alt}")[{words}]'


def _folded(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """As our pages have them: whose idea it was stands beside the picture of a short decision."""
    waiting: tuple[Block, ...] = ()
    for block in blocks:
        if block.role is BlockRole.PROPOSER and waiting and len(waiting[0].sentences) <= 2:
            yield (*waiting, block)
            waiting = ()
            continue
        if waiting:
            yield waiting
        waiting = (block,)
    yield waiting


def _lines(block: Block, bold: str) -> Iterator[str]:
    if block.label:
        yield bold.format(block.label)
    yield from block.sentences


def _picture(block: Block, folder: Path) -> tuple[str, str]:
    choice = Pictures(templates_folder()).picture(block.picture, block.role.value)
    assert choice.file is not None, "the measured book shows no calendar page"
    target = folder / choice.file.name
    if not target.exists():
        shutil.copyfile(choice.file, target)
    return target.name, block.alt or choice.alt


def _put_fonts(folder: Path) -> None:
    fonts = folder / "fonts"
    fonts.mkdir(exist_ok=True)
    shutil.copyfile(fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf", fonts / "Arimo.ttf")
    shutil.copyfile(next(folder.glob("Arimo-Bold-*.ttf")), fonts / "Arimo-Bold.ttf")
