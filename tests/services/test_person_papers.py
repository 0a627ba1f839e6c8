"""The papers of one person: their page in their format, on one page, with nothing that they did not say yes to."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest
from PIL import Image

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Person
from coprod_desktop.minutes.page_checks.checking import PrintedAs, check_pages
from coprod_desktop.minutes.page_checks.finding_words import FindingWords
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services
from tests.minutes import vera
from tests.minutes.read_out import read_out

ASKED_ON = date(2026, 1, 13)
EASY, LARGE = MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT


@pytest.fixture
def amina(services: Services, group: Group) -> Person:
    """An ordinary person of the group."""
    breaks = AccessNeed(code="BREAK", detail="Ten minutes each hour", consent_on=ASKED_ON, consent_words="Quokka")
    other = AccessNeed(code="OTHER", detail="A chair by the door", consent_on=ASKED_ON)
    person = replace(
        services.people.new_person(group.id),
        name="Amina Yusuf",
        brings=("Knows every bus in town", "Speaks Somali", "Makes people laugh"),
        hopes=("A reference for work", "New friends"),
        needs=(breaks, other),
        contact="Text 01632 960145",
    )
    return services.people.save(person)


def _asked(services: Services, person: Person, format: MinutesFormat, size_pt: float | None = None) -> Person:
    return services.people.save(replace(person, minutes=MinutesChoice(format=format, size_pt=size_pt)))


def _words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    words = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    document.close()
    return words


@pytest.mark.parametrize(("format", "size_pt"), [(EASY, None), (EASY, 14.0), (LARGE, 18.0), (LARGE, 28.0)])
def test_the_page_passes_the_gates_and_our_checks(
    services: Services, amina: Person, format: MinutesFormat, size_pt: float | None, tmp_path: Path
) -> None:
    paper = services.person_papers.working_with_me(_asked(services, amina, format, size_pt).id)
    data = services.person_papers.render(paper)
    file = tmp_path / paper.file_name
    services.person_papers.save(data, file)
    as_printed = PrintedAs(format=format, size_pt=paper.order.checked_size())
    found = check_pages(data, paper.content, as_printed, FindingWords.load(templates_folder()))
    assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
    assert read_out(data).faults == []
    assert [one for one in found if one.is_blocking] == []
    if not vera.why_not():
        assert vera.failed_rules(file) == {}


def test_an_ordinary_page_in_easy_read_is_one_page_and_says_whose_it_is(services: Services, amina: Person) -> None:
    data = services.person_papers.render(services.person_papers.working_with_me(amina.id))
    assert len(pypdfium2.PdfDocument(data)) == 1
    words = _words(data)
    parts = ("What I am good at and bring", "What I hope for", "What helps me take part", "How to reach me")
    places = [words.index(part) for part in parts]
    assert places == sorted(places)
    assert "This is my page. I say who sees it." in words
    for own in ("Speaks Somali", "New friends", "I need breaks. Ten minutes each hour", "A chair by the door", "01632"):
        assert own in words
    for private in ("BREAK", "OTHER", "Quokka"):
        assert private not in words


def test_a_pronoun_is_on_it_if_they_gave_one(services: Services, amina: Person) -> None:
    assert "pronoun" not in _words(services.person_papers.render(services.person_papers.working_with_me(amina.id)))
    services.people.save(replace(amina, pronoun="they"))
    words = _words(services.person_papers.render(services.person_papers.working_with_me(amina.id)))
    assert "My pronoun: they." in words


def test_a_need_without_a_yes_is_not_on_it_and_one_that_is_withdrawn_is_gone_from_the_next(
    services: Services, amina: Person
) -> None:
    from coprod_desktop.storage.people_store import PeopleStore

    waiting = AccessNeed(code="BSL", detail="Zebra")
    PeopleStore(services.database).save(replace(amina, needs=(*amina.needs, waiting)))
    words = _words(services.person_papers.render(services.person_papers.working_with_me(amina.id)))
    assert "Sign Language" not in words
    assert "Zebra" not in words
    services.people.save(replace(amina, needs=amina.needs[1:]))
    assert "breaks" not in _words(services.person_papers.render(services.person_papers.working_with_me(amina.id)))


@pytest.mark.parametrize("format", [MinutesFormat.PLAIN_TEXT, MinutesFormat.AUDIO])
def test_it_can_be_text_and_a_script_to_read_out(services: Services, amina: Person, format: MinutesFormat) -> None:
    paper = services.person_papers.working_with_me(_asked(services, amina, format).id)
    text = services.person_papers.render(paper).decode()
    assert paper.file_name == "working-with-me - Amina.txt"
    assert "I say who sees it." in text
    assert "Ten minutes each hour" in text
    assert ("[Pause" in text) is (format is MinutesFormat.AUDIO)


@pytest.mark.parametrize(
    ("named_as", "file_name"),
    [
        (NamedAs.FIRST, "working-with-me - Amina.pdf"),
        (NamedAs.CHOSEN, "working-with-me - Mina.pdf"),
        (NamedAs.UNNAMED, "working-with-me.pdf"),
    ],
)
def test_the_name_is_the_one_they_chose(services: Services, amina: Person, named_as: NamedAs, file_name: str) -> None:
    services.people.save(replace(amina, named_as=named_as, chosen_name="Mina"))
    paper = services.person_papers.working_with_me(amina.id)
    assert paper.file_name == file_name
    told = _words(services.person_papers.render(paper))
    assert ("Amina" in told) is (named_as is NamedAs.FIRST)
    assert "Yusuf" not in told


def test_their_photo_is_on_it_only_while_they_say_yes_to_their_own_sheet(
    services: Services, amina: Person, tmp_path: Path
) -> None:
    path = tmp_path / "face.png"
    Image.new("RGB", (600, 600), "#6688aa").save(path)
    kept = services.person_pictures.choose_photo(amina.id, path, word="person", alt="A photo of a person.")

    def alts() -> list[str]:
        data = services.person_papers.render(services.person_papers.working_with_me(amina.id))
        return [one.alt for one in read_out(data).said if one.tag == "Figure"]

    assert "A photo of a person." not in alts()
    services.person_pictures.say(kept, PhotoUse.OWN_SHEET, True)
    assert "A photo of a person." in alts()
    services.person_pictures.say(kept, PhotoUse.OWN_SHEET, False)
    assert "A photo of a person." not in alts()


def test_what_nobody_has_asked_yet_has_lines_to_write_on(services: Services, group: Group) -> None:
    bob = services.people.add_walk_in(group.id, "Bob")
    content = services.person_papers.working_with_me(bob.id).content
    assert [block.lines_to_write for block in content.cover] == [2, 2, 2, 2]


def test_somebody_who_left_gets_a_thank_you_as_they_read(services: Services, amina: Person, tmp_path: Path) -> None:
    services.leaving.left(_asked(services, amina, LARGE, 20.0).id)
    paper = services.person_papers.thank_you(amina.id)
    data = services.person_papers.render(paper)
    file = tmp_path / paper.file_name
    services.person_papers.save(data, file)
    assert file.name == "thank-you - Amina.pdf"
    assert (paper.order.format, paper.order.size_pt) == (LARGE, 20.0)
    assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
    assert "Ten minutes" not in _words(data)
