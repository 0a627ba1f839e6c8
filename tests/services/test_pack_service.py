"""The print pack: everybody gets the copy they asked for, whole or not at all, and nothing tells what anybody needs."""

import hashlib
import io
import json
import os
import re
import resource
import signal
import threading
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pytest

import coprod_desktop
from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.events import MinutesMade
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.styles import load_page_styles
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.formats_that_help import paper_of, papers_of
from coprod_desktop.services.minutes_service import MinutesOrder
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.services.pack_maker import PreparedPack
from coprod_desktop.services.pack_service import Goes, HowMade, PackLine, PackPlan, PackResult, PackService, Sides
from coprod_desktop.services.printing_service import BOOKLET_SUFFIX
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.services.sample import add_sample
from coprod_desktop.storage.meeting_log import MeetingLog
from tests.font_cache import FONT_CACHE
from tests.minutes import vera
from tests.minutes.read_out import read_out
from tests.services.fixed_clock import FixedClock
from tests.services.pack_meeting import (
    ADD_PAPERS,
    AUDIO,
    EASY,
    HOSTILE_NAMES,
    LARGE,
    TEXT,
    YES_ON,
    PackMeeting,
    full_meeting,
)

STEM = "Minutes 24 November 2026"


class MadeOnce:
    """One meeting, and its packs, each made once for all the tests that only look at them."""

    def __init__(self, folder: Path) -> None:
        self.services = open_services(folder / "data", clock=FixedClock())
        self.services.packs = _silent_packs(self.services)
        self.meeting = full_meeting(self.services, self.services.groups.create("Bus stops working group").id)
        self.plan = self.services.packs.plan(self.meeting.id).with_copies(2, 3)
        self._folder = folder
        self._made: dict[tuple[HowMade, Sides], PackResult] = {}

    def pack(self, how: HowMade = HowMade.ONE_PER_PERSON, sides: Sides = Sides.BOTH) -> PackResult:
        if (how, sides) not in self._made:
            result = self.services.packs.make(
                self.plan.with_sides(sides), self._folder, how, with_booklets=sides is Sides.BOTH
            )
            assert result is not None
            self._made[how, sides] = result
        return self._made[how, sides]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MadeOnce]:
    made_once = MadeOnce(tmp_path_factory.mktemp("packs"))
    yield made_once
    made_once.services.close()


def _silent_packs(services: Services) -> PackService:
    """Print packs of a computer that cannot speak: making sound takes long."""
    return PackService(
        services.database,
        templates_folder(),
        FONT_CACHE,
        services.minutes,
        clock=services.clock,
        make_id=services.make_id,
    )


@pytest.fixture
def services(services: Services) -> Services:
    services.packs = _silent_packs(services)
    return services


@pytest.fixture
def meeting(services: Services, group: Group) -> PackMeeting:
    return full_meeting(services, group.id)


@pytest.fixture
def plan(services: Services, meeting: PackMeeting) -> PackPlan:
    return services.packs.plan(meeting.id)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def line_of(plan: PackPlan, name: str) -> PackLine:
    [line] = [line for line in plan.lines if line.name == name]
    return line


def made(services: Services, plan: PackPlan, out: Path, how: HowMade = HowMade.ONE_PER_PERSON) -> PackResult:
    result = services.packs.make(plan, out, how)
    assert result is not None
    return result


# Who gets what


def test_everybody_who_came_was_expected_or_sent_sorry_gets_minutes_and_nobody_else(plan: PackPlan) -> None:
    names = [line.name for line in plan.lines]
    assert names == ["Amina", "Bob", "Chen", "Dilys", "Efua", "Farid", "Grace H. (1)", "Grace H. (2)"]
    assert [line.was_there for line in plan.lines[:3]] == [True, False, False]
    assert all(line.copies == 1 for line in plan.lines)
    assert [line.number for line in plan.all_lines] == list(range(1, 10))


def test_each_line_is_what_the_person_asked_for(plan: PackPlan) -> None:
    bob, efua, farid = line_of(plan, "Bob"), line_of(plan, "Efua"), line_of(plan, "Farid")
    assert (bob.format, bob.size_pt, bob.paper, bob.is_bound) == (LARGE, 28, "Cream", True)
    assert (efua.size_pt, efua.line_spacing) == (20, 1.5)
    assert (farid.format, farid.size_pt, farid.with_pictures) == (EASY, 16, False)
    assert line_of(plan, "Dilys").goes is Goes.FILE
    assert {line.format for line in plan.lines if line.goes is Goes.FILE} == {TEXT, AUDIO}


def test_a_person_who_was_not_asked_yet_gets_easy_read_in_the_usual_size(plan: PackPlan) -> None:
    chen = line_of(plan, "Chen")
    assert not chen.is_asked
    assert (chen.format, chen.size_pt, chen.with_pictures, chen.paper) == (EASY, 16, True, "white")
    assert line_of(plan, "Amina").is_asked


@pytest.mark.parametrize(
    ("codes", "formats", "copies"),
    [
        (("LP",), [(LARGE, 18, Goes.PAPER)], [1]),
        (("ER", "LP"), [(EASY, 16, Goes.PAPER), (LARGE, 18, Goes.PAPER)], [1, 1]),
        (("TXT",), [(TEXT, 0, Goes.FILE), (EASY, 16, Goes.FILE)], [1, 1]),
        (("BRL",), [(TEXT, 0, Goes.FILE)], [1]),
        (("AUD",), [(AUDIO, 0, Goes.FILE)], [1]),
        (("NOREAD",), [(AUDIO, 0, Goes.FILE)], [1]),
        (("PA",), [(EASY, 16, Goes.PAPER)], [2]),
        (("PA", "ADVOC", "NOTES"), [(EASY, 16, Goes.PAPER)], [4]),
        (("PA", "AUD"), [(AUDIO, 0, Goes.FILE)], [1]),
        (("STEP", "BREAK"), [(EASY, 16, Goes.PAPER)], [1]),
    ],
)
def test_what_helps_a_person_adds_papers_and_copies_but_only_with_their_yes(
    services: Services,
    group: Group,
    codes: tuple[str, ...],
    formats: list[tuple[MinutesFormat, float, Goes]],
    copies: list[int],
) -> None:
    meeting = PackMeeting(services, group.id)
    asked = meeting.add("Amina Yusuf", needs=tuple(AccessNeed(code=code, consent_on=YES_ON) for code in codes))
    waiting = tuple(AccessNeed(code=code) for code in codes)
    lines = services.packs.plan(meeting.id).lines
    assert [(line.format, line.size_pt, line.goes) for line in lines] == formats
    assert [line.copies for line in lines] == copies
    assert {line.person_id for line in lines} == {asked}
    assert [paper.choice for paper in papers_of(replace(services.people.get(asked), needs=waiting))] == [
        MinutesChoice()
    ]


def test_big_writing_has_the_size_that_the_person_said_and_what_they_chose_comes_first() -> None:
    need = AccessNeed(code="LP", detail="24 point please", consent_on=YES_ON)
    person = Person(id=PersonId("a"), group_id=GroupId("g"), name="Amina", needs=(need,), minutes=MinutesChoice())
    assert [(paper.choice.format, paper.choice.size_pt) for paper in papers_of(person)] == [(EASY, None), (LARGE, 24)]
    own = MinutesChoice(format=LARGE, size_pt=30)
    assert [paper.choice for paper in papers_of(replace(person, minutes=own))] == [own]


def test_coloured_paper_is_the_one_chosen_or_the_one_named_in_their_own_words() -> None:
    need = AccessNeed(code="PAPER", detail="Pale yellow, please", consent_on=YES_ON)
    person = Person(id=PersonId("a"), group_id=GroupId("g"), name="Amina", needs=(need,))
    assert paper_of(person) == "yellow"
    assert paper_of(replace(person, minutes=MinutesChoice(paper="Cream"))) == "Cream"
    assert paper_of(replace(person, needs=(AccessNeed(code="PAPER", detail="yellow"),))) == ""


def test_the_papers_of_somebody_who_gets_several_are_made_and_tell_no_need(
    services: Services, group: Group, out: Path
) -> None:
    meeting = PackMeeting(services, group.id)
    needs = (AccessNeed(code=code, detail=f"Quokka {code}", consent_on=YES_ON) for code in ADD_PAPERS)
    meeting.talk(meeting.add("Amina Yusuf", needs=tuple(needs)))
    plan = services.packs.plan(meeting.id)
    result = made(services, plan, out)
    copies = [file.path.name for file in result.files if "copy" in file.path.name]
    assert len(copies) == len(set(copies)) == len(plan.lines) == 5
    assert sorted(Path(name).suffix for name in copies) == [".pdf", ".pdf", ".pdf", ".txt", ".txt"]
    assert sum(file.copies for file in result.files if file.path.suffix == ".pdf" and "copy" in file.path.name) == 9
    for file in result.files:
        assert "quokka" not in file.path.name.lower() + _everything_in(file.path).lower()
    sent = next(line for line in plan.lines if line.is_sent)
    assert pypdfium2.PdfDocument(result.folder / f"{STEM} - copy {sent.number_words}.pdf")


def test_a_size_that_the_format_does_not_have_becomes_the_nearest(plan: PackPlan) -> None:
    assert plan.lines[6].size_pt == 14


def test_a_person_who_did_not_want_to_be_named_is_named_on_the_screen_only(plan: PackPlan) -> None:
    farid = line_of(plan, "Farid")
    assert farid.printed_name == ""
    assert line_of(plan, "Dilys").printed_name == "Dilys Price"


def test_people_with_no_meeting_to_read_about_are_told_so(services: Services) -> None:
    with pytest.raises(NotAllowed) as caught:
        services.packs.plan(MeetingId("nothing"))
    assert caught.value.reason is Reason.NOT_FOUND


def test_copies_can_be_changed_within_reason(plan: PackPlan) -> None:
    assert plan.with_copies(1, 3).lines[0].copies == 3
    assert plan.with_copies(9, 2).common.copies == 2
    for copies in (-1, 100):
        with pytest.raises(NotAllowed) as caught:
            plan.with_copies(1, copies)
        assert caught.value.reason is Reason.NUMBER_OUT_OF_RANGE


def test_totals_are_told_in_words(services: Services, plan: PackPlan) -> None:
    assert services.packs.words(plan).totals == ("6 copies on paper, 2 files to send.",)
    counted = services.packs.prepare(plan).counted()
    assert counted is not None
    sheets = [line.sheets(Sides.BOTH) or 0 for line in counted.lines]
    totals = services.packs.words(counted).totals
    assert totals[1].startswith("White: ")
    assert f"Cream: {sheets[1]} sheets." in totals
    assert counted.with_sides(Sides.ONE).sheets_by_paper()["Cream"] == line_of(counted, "Bob").page_count
    assert sum(counted.sheets_by_paper().values()) == sum(sheets)


def test_the_advice_tells_of_paper_and_sides(services: Services, plan: PackPlan) -> None:
    both, one = services.packs.words(plan).advice, services.packs.words(plan.with_sides(Sides.ONE)).advice
    assert any("matt paper" in words for words in both)
    assert any("80 grams" in words for words in both)
    assert "If the paper is thin, print on 1 side only." in both
    assert "Print on 1 side only." in one


def test_every_word_of_the_print_pack_is_there_and_is_used() -> None:
    entries = json.loads((templates_folder() / "print_pack.en.json").read_text(encoding="utf-8"))
    room = Path(coprod_desktop.__path__[0])
    files = [*room.glob("services/pack_*.py"), room / "minutes" / "print_list.py"]
    asked = {key for file in files for key in re.findall(r'"(pack_[a-z0-9_]+)"', file.read_text(encoding="utf-8"))}
    papers = {f"pack_paper_{paper}" for paper in load_page_styles(templates_folder()).papers}
    assert asked | papers == set(entries)


# What is made


def test_each_person_gets_one_file_of_their_own(once: MadeOnce) -> None:
    result = once.pack(sides=Sides.ONE)
    assert result.folder.name.startswith("Print pack 24 November 2026")
    assert {file.path.name for file in result.files} == {
        f"{STEM} - print list.pdf",
        *(f"{STEM} - copy 0{number}.pdf" for number in (1, 2, 3, 5, 6, 7)),
        *(f"{STEM} - copy 0{number}.txt" for number in (4, 8)),
    }
    assert set(result.folder.iterdir()) == {file.path for file in result.files}
    for line in result.plan.lines:
        if line.goes is Goes.PAPER:
            data = _copy(result, line)
            assert len(pypdfium2.PdfDocument(data)) == line.page_count
            assert "For you" in read_out(data).headings


def test_the_copy_is_the_one_that_the_minutes_make_for_that_person(once: MadeOnce) -> None:
    result, people = once.pack(), once.meeting.people
    for number, name in ((1, "Amina Yusuf"), (3, "Chen Li")):
        own = once.services.minutes.content(once.meeting.id, for_person=people[name])
        alone = once.services.minutes.render(own, MinutesOrder(size_pt=16))
        said = read_out((result.folder / f"{STEM} - copy {number:02}.pdf").read_bytes()).said
        assert said == read_out(alone).said
        assert own.for_you is not None
        assert own.for_you.heading in [one.text for one in said]
    assert _texts(_copy(result, result.plan.lines[0])) != _texts(_copy(result, result.plan.lines[2]))


@pytest.mark.parametrize("how", list(HowMade))
def test_every_pdf_of_a_pack_passes_page_validation_and_is_read_out_whole(once: MadeOnce, how: HowMade) -> None:
    pdfs = _tagged(once.pack(how))
    assert len(pdfs) == (7 if how is HowMade.ONE_PER_PERSON else 5)
    for path in pdfs:
        verdict = page_validation.validate_pdf(str(path), profile="ua1")
        assert [failure.rule_id for failure in verdict.failures] == [], path.name
        faults = read_out(path.read_bytes()).faults
        assert [fault for fault in faults if not fault.startswith("bookmarks")] == []


@pytest.mark.skipif(bool(vera.why_not()), reason=vera.why_not() or "veraPDF is here")
@pytest.mark.parametrize("how", list(HowMade))
def test_every_pdf_of_a_pack_passes_verapdf(once: MadeOnce, how: HowMade) -> None:
    for path in _tagged(once.pack(how)):
        assert vera.failed_rules(path) == {}, path.name


def test_print_runs_hold_their_list_and_every_copy_once_and_in_order(once: MadeOnce) -> None:
    alone, result = once.pack(), once.pack(HowMade.PRINT_RUNS)
    runs = [file for file in result.files if "print run" in file.path.name]
    assert len(runs) == 4  # white 14, white 16, cream 28 and another colour 20
    held: list[int] = []
    for number, file in enumerate(runs, 1):
        said = [one.text for one in read_out(file.path.read_bytes()).said]
        assert said[0] == f"Print run {number}"
        for line in result.plan.lines:
            if line.goes is Goes.PAPER:
                held += [line.number] * _times(said, [one.text for one in read_out(_copy(alone, line)).said])
    assert held == [7, 1, 3, 6, 2, 2, 2, 5]  # small letters and white paper first; 3 copies of number 2
    assert all(file.page_count == len(pypdfium2.PdfDocument(file.path.read_bytes())) for file in runs)


def test_more_copies_are_told_to_whoever_prints(once: MadeOnce) -> None:
    [bob] = [file for file in once.pack().files if file.path.name.endswith("copy 02.pdf")]
    assert bob.copies == 3
    assert "Print 3 copies." in _list_words(once.pack())


def test_nobody_gets_a_copy_who_wants_none(services: Services, plan: PackPlan, out: Path) -> None:
    result = made(services, plan.with_copies(2, 0), out)
    assert not (result.folder / f"{STEM} - copy 02.pdf").exists()
    assert "Bob" not in _list_words(result)


def test_the_list_says_which_copy_is_whose_and_what_paper_it_needs(once: MadeOnce) -> None:
    said = [one.text for one in read_out((once.pack().folder / f"{STEM} - print list.pdf").read_bytes()).said]
    assert "Copy 02: Bob" in said
    assert "Cream paper" in said
    assert "Another colour paper" in said
    assert "Copy 06" in said  # whoever did not want to be named
    assert any("copy 04.txt" in text for text in said)
    assert any("Staple it at the left side." in text for text in said)


@pytest.mark.parametrize("how", list(HowMade))
def test_printing_on_one_side_is_asked_of_the_printer(once: MadeOnce, how: HowMade) -> None:
    for sides, wanted in ((Sides.BOTH, "/DuplexFlipLongEdge"), (Sides.ONE, "/Simplex")):
        for file in once.pack(how, sides).files:
            if file.path.suffix == ".pdf" and file.formats:
                with pikepdf.open(file.path) as pdf:
                    assert pdf.Root.ViewerPreferences.Duplex == wanted
                    assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_a_booklet_stands_beside_each_tagged_file(once: MadeOnce) -> None:
    booklets = [file for file in once.pack().files if BOOKLET_SUFFIX in file.path.name]
    assert len(booklets) == 6
    for file in booklets:
        assert file.path.with_name(file.path.name.replace(BOOKLET_SUFFIX, "")).exists()
        assert file.formats == ()


def test_a_second_pack_stands_beside_the_first_which_stays_as_it_was(
    services: Services, plan: PackPlan, out: Path
) -> None:
    first = made(services, plan, out)
    before = {file.path: file.path.read_bytes() for file in first.files}
    second = made(services, plan.with_copies(1, 0), out)
    assert second.folder.name == "Print pack 24 November 2026 (2)"
    assert {path: path.read_bytes() for path in before} == before


def test_a_pack_of_nothing_but_files_to_send_is_made(services: Services, plan: PackPlan, out: Path) -> None:
    for line in plan.lines:
        if line.goes is Goes.PAPER:
            plan = plan.with_copies(line.number, 0)
    for how in HowMade:
        assert [file.path.suffix for file in made(services, plan, out, how).files] == [".txt", ".txt", ".pdf"]


def test_words_to_be_spoken_become_sound_where_the_computer_can_speak(
    services: Services, plan: PackPlan, out: Path
) -> None:
    prepared = replace(services.packs.prepare(plan), sound=lambda _content, path, _stop: bool(path.write_bytes(b"ID3")))
    result = prepared.make(out, HowMade.ONE_PER_PERSON)
    assert result is not None
    assert (result.folder / f"{STEM} - copy 08.mp3").read_bytes() == b"ID3"
    assert not (result.folder / f"{STEM} - copy 08.txt").exists()
    assert "copy 08.mp3" in _list_words(result)


# The record


def test_all_that_was_made_is_noted_in_one_step(
    services: Services, meeting: PackMeeting, plan: PackPlan, out: Path
) -> None:
    log = MeetingLog(services.database)
    steps, number = len(log.steps(meeting.id)), log.record_number(meeting.id)
    result = made(services, plan, out)
    assert len(log.steps(meeting.id)) == steps + 1
    assert log.record_number(meeting.id) == number
    events = log.steps(meeting.id)[-1].events
    digests = {hashlib.sha256(file.path.read_bytes()).hexdigest() for file in result.files if file.formats}
    assert all(isinstance(event, MinutesMade) and event.record_number == number for event in events)
    assert {event.digest for event in events if isinstance(event, MinutesMade)} == digests
    assert len(events) == 8


# Nothing half done


def test_progress_is_told_for_every_copy_and_every_file(services: Services, plan: PackPlan, out: Path) -> None:
    told: list[tuple[int, int, str]] = []
    services.packs.make(plan, out, HowMade.ONE_PER_PERSON, on_progress=lambda *step: told.append(step))
    assert [done for done, _, _ in told] == list(range(1, 18))
    assert {everything for _, everything, _ in told} == {17}
    assert told[0][2] == "Copy 1 of 8"
    assert told[-1][2] == "File 9 of 9"


@pytest.mark.parametrize("how", list(HowMade))
def test_stopping_after_any_step_leaves_nothing_behind(
    services: Services, plan: PackPlan, out: Path, how: HowMade
) -> None:
    prepared = services.packs.prepare(plan)
    assert prepared.counted() is not None
    (out / "mine.txt").write_text("kept", encoding="utf-8")
    steps = _steps_of(prepared, out / "mine.txt", how)
    stopped = 0
    tries = sorted({0, 1, 5, steps - 12, steps - 4, steps - 2, steps - 1})
    for last in tries:
        asked = iter(range(10_000))
        if prepared.make(out, how, is_cancelled=lambda asked=asked, last=last: next(asked) >= last) is None:  # type: ignore[misc]
            stopped += 1
        assert [path.name for path in out.iterdir()] == ["mine.txt"]
    assert stopped == len(tries)


def test_what_was_made_before_a_stop_is_not_made_again(services: Services, plan: PackPlan, out: Path) -> None:
    prepared = services.packs.prepare(plan)
    asked = iter(range(10_000))
    assert prepared.make(out, HowMade.ONE_PER_PERSON, is_cancelled=lambda: next(asked) >= 4) is None
    told: list[int] = []
    assert prepared.make(out, HowMade.ONE_PER_PERSON, on_progress=lambda done, *_: told.append(done)) is not None
    assert told[0] > 1
    assert told[-1] == 17


@pytest.mark.parametrize("place", ["no such folder", "a file", "nul\0name"])
def test_a_place_that_cannot_be_written_is_told_in_words(
    services: Services, meeting: PackMeeting, plan: PackPlan, out: Path, place: str
) -> None:
    (out / "a file").write_text("kept", encoding="utf-8")
    steps = len(MeetingLog(services.database).steps(meeting.id))
    with pytest.raises(NotWritten, match="choose another place"):
        services.packs.make(plan, out / place, HowMade.ONE_PER_PERSON)
    assert [path.name for path in out.iterdir()] == ["a file"]
    assert len(MeetingLog(services.database).steps(meeting.id)) == steps


@pytest.fixture
def _small_disk() -> Iterator[None]:
    """No file may grow over 20,000 bytes, as if the disk were full in the middle of one."""
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_leaves_nothing_behind_and_old_files_whole(
    services: Services, plan: PackPlan, out: Path, request: pytest.FixtureRequest
) -> None:
    old = made(services, plan, out)
    before = {path: path.read_bytes() for path in old.folder.iterdir()}
    prepared = services.packs.prepare(plan)
    prepared.counted()
    request.getfixturevalue("_small_disk")
    with pytest.raises(NotWritten) as told:
        prepared.make(out, HowMade.ONE_PER_PERSON)
    assert list(out.iterdir()) == [old.folder]
    assert {path: path.read_bytes() for path in old.folder.iterdir()} == before
    assert str(told.value).startswith(f"Nothing could be written in {out}: ")  # and not in a hidden folder of ours
    assert "make room on the disk" in str(told.value)


def test_what_a_program_that_was_killed_left_is_gone_with_the_next_pack(
    services: Services, plan: PackPlan, out: Path
) -> None:
    left = [out / f".coprod-{number:012x}.part" for number in range(2)]
    for folder in left:
        folder.mkdir(parents=True)
        (folder / "Minutes.pdf").write_bytes(b"%PDF-")
    (out / ".coprod-mine.part").mkdir()
    two_days_ago = time.time() - 48 * 60 * 60
    for path in (left[0], out / ".coprod-mine.part"):
        os.utime(path, (two_days_ago, two_days_ago))

    made(services, plan, out)

    assert not left[0].exists()
    assert left[1].exists()  # it may be another pack that is being made now
    assert (out / ".coprod-mine.part").exists()


def test_a_prepared_pack_needs_no_database_and_works_in_a_thread(tmp_path: Path, out: Path) -> None:
    services = open_services(tmp_path / "other")
    services.packs = _silent_packs(services)
    group_id = add_sample(services)
    plan = services.packs.plan(services.meetings.headers(group_id)[0].id)
    prepared = services.packs.prepare(plan)
    services.close()
    results: list[PackResult | None] = []
    worker = threading.Thread(target=lambda: results.append(prepared.make(out, HowMade.PRINT_RUNS)))
    worker.start()
    worker.join()
    [result] = results
    assert result is not None
    assert any("print run" in file.path.name for file in result.files)


# The printer


def test_what_goes_to_a_printer_is_the_list_and_then_each_copy(services: Services, plan: PackPlan) -> None:
    prepared = services.packs.prepare(plan)
    jobs = list(prepared.printable(HowMade.ONE_PER_PERSON))
    assert [job.name for job in jobs][:2] == [f"{STEM} - print list.pdf", f"{STEM} - copy 01.pdf"]
    assert len(jobs) == 7
    assert all(len(pypdfium2.PdfDocument(job.data)) == job.page_count for job in jobs)
    asked = iter(range(10_000))
    assert len(list(prepared.printable(HowMade.PRINT_RUNS, is_cancelled=lambda: next(asked) > 1))) < 5


# What must not be told


@pytest.mark.parametrize("how", list(HowMade))
def test_no_need_and_no_word_of_it_is_in_any_file_or_name_or_in_the_error_log(once: MadeOnce, how: HowMade) -> None:
    result = once.pack(how)
    with pytest.raises(NotWritten) as caught:
        once.services.packs.make(once.plan, result.folder / "no such folder", how)
    once.services.error_log.note(caught.value)
    logs = list(once.services.folder.glob("*.log"))
    assert logs
    for path in [*result.folder.iterdir(), *logs]:
        assert "quokka" not in path.name.lower()
        assert "quokka" not in _everything_in(path).lower(), path.name
    assert "first new shelter" in _everything_in(result.folder / f"{STEM} - copy 04.txt")
    assert "Quokka000" in str(once.services.people.get(once.meeting.people["Amina Yusuf"]))


def test_what_is_printed_for_whoever_prints_tells_no_need_and_no_format(once: MadeOnce) -> None:
    told = _list_words(once.pack()).lower()
    labels = load_need_words(templates_folder(), "en-GB").labels.values()
    for words in (*labels, "easy read", "large print", "point", "not asked", "28", "sorry"):
        assert words.lower() not in told, words


def test_file_names_hold_a_date_and_a_number_whatever_people_are_called(
    services: Services, group: Group, out: Path
) -> None:
    meeting = PackMeeting(services, group.id, title="Diabetes: ../group?")
    for name in HOSTILE_NAMES:
        meeting.add(name, MinutesChoice(size_pt=16))
    for how in HowMade:
        result = made(services, services.packs.plan(meeting.id), out, how)
        for file in result.files:
            assert file.path.parent == result.folder
            assert file.path.name.startswith(f"{STEM} - ")
            assert set(file.path.name) <= set("abcdefghijklmnopqrstuvwxyzMN0123456789 -.")
            verdict = page_validation.validate_pdf(str(file.path), profile="ua1")
            assert verdict.is_compliant, (file.path.name, [failure.rule_id for failure in verdict.failures])


def _steps_of(prepared: PreparedPack, aside: Path, how: HowMade) -> int:
    """How often a pack asks whether it should stop, up to the last time that it still can."""
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    folder = aside.parent.parent / "aside"
    folder.mkdir()
    assert prepared.make(folder, how, is_cancelled=count) is not None
    return asked


def _copy(result: PackResult, line: PackLine) -> bytes:
    return (result.folder / f"{STEM} - copy {line.number:02}.pdf").read_bytes()


def _tagged(result: PackResult) -> list[Path]:
    paths = [file.path for file in result.files]
    return [path for path in paths if path.suffix == ".pdf" and BOOKLET_SUFFIX not in path.name]


def _times(said: list[str], own: list[str]) -> int:
    """How often a copy is read out in a run, whole."""
    return sum(1 for start in range(len(said)) if said[start : start + len(own)] == own)


def _texts(data: bytes) -> str:
    return " ".join(said.text for said in read_out(data).said)


def _list_words(result: PackResult) -> str:
    return _texts((result.folder / f"{STEM} - print list.pdf").read_bytes())


def _everything_in(path: Path) -> str:
    """All that can be found in a file: its bytes, the words on its pages, and every text and stream inside."""
    data = path.read_bytes()
    found = [data.decode("utf-8", "ignore"), data.decode("utf-16-be", "ignore")]
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(data)
        found += [page.get_textpage().get_text_range() for page in document]
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for thing in pdf.objects:
                found += _inside(thing)
    return unicodedata.normalize("NFKD", " ".join(found))


def _inside(thing: pikepdf.Object) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            yield from _inside(part) if not getattr(part, "is_indirect", False) else ()
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        if isinstance(thing, pikepdf.Stream):
            yield thing.read_bytes().decode("latin-1")
        for part in thing.values():
            if isinstance(part, pikepdf.Object) and not part.is_indirect:
                yield from _inside(part)
