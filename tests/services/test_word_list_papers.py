"""The page "Our words" in each format, read back."""

import pypdfium2
import pytest

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.bootstrap import Services


def _text(services: Services, wanted: MinutesFormat) -> str:
    paper = services.word_papers.paper(wanted)
    data = services.person_papers.render(paper)
    if paper.file_name.endswith(".txt"):
        return " ".join(data.decode().split())
    pages = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data))
    return " ".join(" ".join(pages).split())


_FORMATS = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT)


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize("wanted", _FORMATS)
def test_every_word_is_on_the_page_once_and_from_a_to_z(services: Services, wanted: MinutesFormat) -> None:
    said = {"rota": "a list of who does what", "Budget": "the money that we can spend", "Łódź": "a place"}
    services.word_list.bring_in([ExplainedWord(term=term, means=means) for term, means in said.items()])
    text = _text(services, wanted)
    assert [text.count(means) for means in said.values()] == [1, 1, 1]
    assert text.index(said["Budget"]) < text.index(said["Łódź"]) < text.index(said["rota"])
    assert "We explain 3 words." in text


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize("wanted", _FORMATS)
def test_one_word_and_no_word_make_a_page_too(services: Services, wanted: MinutesFormat) -> None:
    assert "There is no word on our list yet." in _text(services, wanted)
    services.word_list.add("rota", "a list of who does what")
    assert "a list of who does what" in _text(services, wanted)


@pytest.mark.usefixtures("group")
def test_many_long_and_odd_words_are_all_printed(services: Services) -> None:
    many = [ExplainedWord(term=f"{chr(97 + n % 26)}word{n}", means=f"meaning {n} of it") for n in range(120)]
    odd = [ExplainedWord(term="<b>{0}%s", means="a sign & more"), ExplainedWord(term="w" * 200, means="long " * 400)]
    services.word_list.bring_in([*many, *odd])
    text = _text(services, MinutesFormat.PLAIN_TEXT)
    assert all(word.means in text for word in (*many, odd[0]))
    assert services.person_papers.render(services.word_papers.paper()).startswith(b"%PDF")
