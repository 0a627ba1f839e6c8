"""What the file says of itself, its fonts, bookmarks and links (PDF-01, PDF-12 to PDF-15, PDF-17 to PDF-19)."""

import re
from collections.abc import Iterator

from coprod_desktop.minutes.letter_names import named_letters
from coprod_desktop.minutes.page_checks.case import Case, Found
from coprod_desktop.minutes.page_checks.lost_letters import lost_words
from coprod_desktop.minutes.page_checks.told_blocks import plain_letters
from coprod_desktop.minutes.tidy_letters import tidied

_VERSIONS = ("1.4", "1.5", "1.6", "1.7")
_BUILT_IN = re.compile(r"^(?:Helvetica|Times|Courier|Symbol|ZapfDingbats)")
_FILE_NAME = re.compile(r"\.(?:pdf|docx?|odt|json|txt)$", re.IGNORECASE)
_BOOKMARKS_FROM_PAGES = 4
_MOST_LETTERS_TOLD = 6
_NOT_A_LETTER = frozenset("\ufffd\ufffe\uffff\x00")


def catalogue(case: Case) -> Iterator[Found]:
    """The version, and the sign that the file is tagged (PDF-01)."""
    facts = case.document.facts
    if facts.version not in _VERSIONS:
        yield Found("PDF-01", "wrong_version", values={"version": facts.version})
    if not facts.is_marked or facts.is_suspect:
        yield Found("PDF-01", "not_marked_as_tagged")


def title(case: Case) -> Iterator[Found]:
    """The title says what, who and when, is the same everywhere, and is shown (PDF-12)."""
    facts, content = case.document.facts, case.content
    letters = plain_letters(facts.title)
    if not letters and plain_letters(content.title):
        yield Found("PDF-12", "no_title")
    elif _FILE_NAME.search(facts.title.strip()):
        yield Found("PDF-12", "title_is_a_file", text=facts.title, values={"title": facts.title})
    elif any(plain_letters(words) not in letters for words in (content.title, content.group_name, content.date_words)):
        yield Found("PDF-12", "title_says_too_little", text=facts.title, values={"title": facts.title})
    if " ".join(facts.metadata_title.split()) != " ".join(facts.title.split()):
        yield Found("PDF-12", "two_titles")
    if not facts.shows_title:
        yield Found("PDF-12", "title_not_shown")


def metadata(case: Case) -> Iterator[Found]:
    """The metadata say that the file keeps to PDF/UA-1, and in which language it is (PDF-13)."""
    facts = case.document.facts
    if not facts.has_metadata or facts.metadata_part != "1":
        yield Found("PDF-13", "no_metadata")
    elif facts.metadata_language != facts.language:
        yield Found("PDF-13", "metadata_language", values={"found": facts.metadata_language or "-"})


def fonts_inside(case: Case) -> Iterator[Found]:
    """All fonts are in the file, and no letter is shown as an empty box (PDF-14)."""
    for font in case.document.facts.fonts:
        if not font.is_inside or _BUILT_IN.match(font.name):
            yield Found("PDF-14", "font_not_inside", text=font.name, values={"font": font.name})
    for run in case.document.marks.runs:
        if _NOT_A_LETTER & set(run.text):
            yield Found("PDF-14", "letter_missing", run.page, text=run.text.strip())


def letters_are_shown(case: Case) -> Iterator[Found]:
    """Each letter of each word is drawn: a name that is spelt out in brackets is hard to know (PDF-14)."""
    for word, (page, ref) in lost_words(case.written, case.lost, case.telling).items():
        lost = [letter for letter in dict.fromkeys(tidied(word)) if letter in case.lost.all]
        names = named_letters(lost[:_MOST_LETTERS_TOLD]) + (" ..." if len(lost) > _MOST_LETTERS_TOLD else "")
        yield Found("PDF-14", "letters_spelt_out", page, text=word, ref=ref, values={"letters": names})


def letters_have_meaning(case: Case) -> Iterator[Found]:
    """Every code of every font leads to a letter that can be read out (PDF-15)."""
    for font in case.document.facts.fonts:
        if not font.is_map_good:
            yield Found("PDF-15", "letters_without_meaning", text=font.name, values={"font": font.name})


def bookmarks(case: Case) -> Iterator[Found]:
    """Four pages or more have bookmarks, which are the headings (PDF-17)."""
    found = [plain_letters(one) for one in case.document.facts.bookmarks]
    headings = [plain_letters(one.text) for one in case.document.passages if one.is_heading]
    if not found and case.document.page_count >= _BOOKMARKS_FROM_PAGES and case.content.sections:
        yield Found("PDF-17", "no_bookmarks")
    elif found and found != headings:
        yield Found("PDF-17", "bookmarks_differ")


def links(case: Case) -> Iterator[Found]:
    """Links are in Link tags and have words, and pages know their order (PDF-18)."""
    facts, tree = case.document.facts, case.document.tree
    for page in facts.pages_without_tab_order:
        yield Found("PDF-18", "no_tab_order", page)
    for link in facts.links:
        if tree.links[link.key] != 1 or not link.has_parent:
            yield Found("PDF-18", "link_in_no_tag", link.page, text=link.words)
        if not link.words.strip():
            yield Found("PDF-18", "link_without_words", link.page)
    for tag in tree.all():
        if tag.name == "Link" and not tag.links:
            yield Found("PDF-18", "link_leads_nowhere", tag.page, text=case.document.text_of(tag))


def addresses_are_printed(case: Case) -> Iterator[Found]:
    """Web addresses stand on the page in full, for people with the paper (PDF-18)."""
    facts = case.document.facts
    text = {page: "" for page in range(case.document.page_count)}
    for run in case.document.body:
        text[run.page] += plain_letters(run.text)
    for link in facts.links:
        if link.address and plain_letters(link.address) not in text[link.page]:
            yield Found("PDF-18", "address_not_printed", link.page, text=link.address, values={"address": link.address})


def open_to_all(case: Case) -> Iterator[Found]:
    """No password and no limits (PDF-19)."""
    if case.document.facts.is_encrypted:
        yield Found("PDF-19", "locked")
