"""A page to learn from, printed after a meeting: how the talking was shared, with nobody in it alone (R12, DP-14)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from coprod_desktop.domain.equal_voice import NotRecorded, Voice, VoiceShare
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.plain_share import plain_share
from coprod_desktop.domain.told_voice import ToldVoice
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.flowables import Part, WordsPart
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.paper_kit.forms import RuledLines
from coprod_desktop.minutes.paper_kit.kit_content import KIT_FILES, KitContent, kit_content
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.paper_kit.sheet_pages import Flow, Foot, drawn, usual_frame
from coprod_desktop.minutes.passages import Passage
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.styles import MM, PageStyles
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.wording import Wording, number_words

LEARNING_FILES = (*KIT_FILES, "learning_page")
"""The collections of fixed words that the page is made of."""

_SIZE_PT = 16.0
_QUESTIONS = ("learning_ask_1", "learning_ask_2", "learning_ask_3", "learning_ask_4")
_LEAST_FOR_QUESTIONS = 0.45
_GAP, _SHARE_GAP, _BAR_GAP = 4 * MM, 7 * MM, 2.5 * MM
_BAR, _BAR_RADIUS, _HATCH, _EDGE_PT = 7 * MM, 2.0, 6.0, 1.2

_PartsTogether = tuple[Part, ...]


@dataclass(frozen=True, kw_only=True)
class ShareLines:
    """One perspective in words, and how much of its bars is filled, from 0 to 1."""

    name: str
    told: tuple[str, ...]
    people: float
    time: float


@dataclass(frozen=True, kw_only=True)
class LearningContent:
    """All that the page says, before anything is drawn. No person is named in it.

    `few` are the perspectives of few people, `kept_back` those whose numbers would tell of the few.
    """

    sheet: KitContent
    meeting: tuple[str, ...]
    whole: tuple[str, ...]
    notes: tuple[str, ...]
    shares: tuple[ShareLines, ...]
    few: tuple[str, ...]
    kept_back: tuple[str, ...]


def learning_content(state: MeetingState, group: Group, told: ToldVoice, *, wording: Wording) -> LearningContent:
    """The words of the page. `told` holds only what everybody may see."""
    sheet = kit_content(state, group, (), wording=wording)
    meeting = tuple(ended(line) for line in (sheet.title, sheet.date_words) if line)
    names = {one.voice: _name(one.voice, group.perspective_labels, wording) for one in told.shares}
    hidden = [one for one in told.shares if one.share is None]
    return LearningContent(
        sheet=sheet,
        meeting=meeting,
        whole=_whole(told, wording),
        notes=_notes(told, wording),
        shares=tuple(_share_lines(names[voice], share, told, wording) for voice, share in told.told),
        few=tuple(names[one.voice] for one in hidden if one.is_few),
        kept_back=tuple(names[one.voice] for one in hidden if not one.is_few),
    )


def learning_page(content: LearningContent, *, fonts: Fonts, pictures: Pictures, styles: PageStyles) -> bytes:
    """The page as a tagged PDF in easy read; a second page follows where it needs one."""
    setter = SheetSetter(content.sheet, fonts=fonts, pictures=pictures, styles=styles, size_pt=_SIZE_PT)
    flow = Flow(usual_frame(setter, Foot(setter)), with_numbers=True)
    flow.add_all(_talking(setter, content))
    flow.leave_no_less_than(_LEAST_FOR_QUESTIONS)
    flow.add_all(_questions(setter))
    return drawn(flow.pages, setter, setter.words("learning_title"))


def _whole(told: ToldVoice, wording: Wording) -> tuple[str, ...]:
    minutes = _minutes(told.seconds)
    time = wording.count("learning_all_minutes", minutes) if minutes else wording("learning_no_minutes")
    return (
        wording.count("learning_people_came", told.people),
        wording.count("learning_all_turns", told.turns),
        time,
        *_silent(told, wording),
    )


def _silent(told: ToldVoice, wording: Wording) -> tuple[str, ...]:
    if told.not_spoken == 0:
        return (wording.count("learning_silent", 0),) if told.people else ()
    count = told.not_spoken
    words = wording("learning_few_silent") if count is None else wording.count("learning_silent", count)
    return (words, *sentences(wording("learning_silent_is_fine")))


def _notes(told: ToldVoice, wording: Wording) -> tuple[str, ...]:
    if not told.shares:
        return (wording("learning_no_shares"),)
    keys = ["learning_bars"] if told.told else []
    keys += ["learning_several"] if told.has_several else []
    keys += ["learning_shared_ideas"] if told.has_shared_ideas else []
    return tuple(line for key in keys for line in sentences(wording(key)))


def _share_lines(name: str, share: VoiceShare, told: ToldVoice, wording: Wording) -> ShareLines:
    return ShareLines(
        name=name,
        told=tuple(_share_words(share, told, wording)),
        people=share.people / max(1, told.people),
        time=share.seconds / max(1, told.seconds),
    )


def _share_words(share: VoiceShare, told: ToldVoice, wording: Wording) -> Iterator[str]:
    part, whole = number_words(share.people), number_words(told.people)
    yield wording("learning_people", part=part, whole=whole, share=_part_of(share.people, told.people, wording))
    if share.turns:
        turns = wording.count("learning_turns", share.turns)
        yield wording("learning_turns_line", turns=turns, share=_part_of(share.turns, told.turns, wording))
    else:
        yield wording("learning_no_turns")
    if share.seconds:
        time = _time_words(share.seconds, wording)
        yield wording("learning_time_line", time=time, share=_part_of(share.seconds, told.seconds, wording))
    else:
        yield wording("learning_no_time")
    yield wording.count("learning_ideas", share.ideas_further)


def _part_of(part: int, whole: int, wording: Wording) -> str:
    return wording(f"share_{plain_share(part, whole).value}")


def _time_words(seconds: int, wording: Wording) -> str:
    return wording("learning_seconds") if seconds < 60 else wording.count("learning_minutes", _minutes(seconds))


def _minutes(seconds: int) -> int:
    """The nearest whole minute; any time at all is at least 1."""
    return max(1, (seconds + 30) // 60) if seconds else 0


def _name(voice: Voice, labels: Mapping[Perspective, str], wording: Wording) -> str:
    own = "" if isinstance(voice, NotRecorded) else tidy(labels.get(voice, ""))
    return own or wording(f"voice_{voice.value}")


# How it is set


def _talking(setter: SheetSetter, content: LearningContent) -> Iterator[_PartsTogether]:
    title = setter.plain_title("learning_title")  # made first: tags stand in the order in which they are made
    about = _block(setter, *sentences(setter.words("learning_about")), picture="talk", before=0.0)
    yield title, about
    if content.meeting:
        label = setter.words("learning_meeting_label")
        yield (_block(setter, *content.meeting, picture=content.sheet.calendar, label=label),)
    yield (_block(setter, *content.whole, picture="group", label=setter.words("learning_whole_label")),)
    yield (_block(setter, *sentences(setter.words("learning_more_time")), picture="clock"),)
    yield from _shares(setter, content)


def _shares(setter: SheetSetter, content: LearningContent) -> Iterator[_PartsTogether]:
    above: _PartsTogether = (setter.heading("learning_shares_heading"),)
    if content.notes:
        yield *above, _block(setter, *content.notes, picture="chart", before=0.0)
        above = ()
    for share in content.shares:
        words = _labelled(setter, Block(sentences=share.told, picture="", label=share.name))
        yield *above, words, *_bars(setter, share.people, share.time)
        above = ()
    for key, names in (("learning_few", content.few), ("learning_kept_back", content.kept_back)):
        if names:
            told = sentences(setter.words(key))
            block = Block(sentences=tuple(told), picture="", label=setter.words(f"{key}_label"), items=names)
            yield *above, _labelled(setter, block)
            above = ()


def _labelled(setter: SheetSetter, block: Block) -> WordsPart:
    return WordsPart(setter.typesetter.block(block, setter.width), before=_SHARE_GAP)


def _bars(setter: SheetSetter, people: float, time: float) -> Iterator["BarPart"]:
    labels = [setter.fixed(key, setter.width) for key in ("learning_people_row", "learning_time_row")]
    start = max(line.width * label.size for label in labels for line in label.lines) + 0.8 * setter.size
    yield BarPart(setter, labels[0], start, people, is_hatched=True)
    yield BarPart(setter, labels[1], start, time, is_hatched=False)


def _questions(setter: SheetSetter) -> Iterator[_PartsTogether]:
    above: _PartsTogether = (setter.heading("learning_ask_heading"),)
    for key in _QUESTIONS:
        question = WordsPart(setter.stack((setter.words(key),), setter.width), before=0.0 if above else _GAP)
        yield (*above, question, RuledLines(1, setter.width))
        above = ()
    yield (setter.sentences(*sentences(setter.words("kit_picture_credit")), before=2 * _GAP),)


def _block(setter: SheetSetter, *told: str, picture: str, label: str = "", before: float = _GAP) -> WordsPart:
    return setter.beside_picture(Block(sentences=told, picture=picture, label=label), before=before)


class BarPart(Part):
    """A word and a bar after it. The words above say the same, so the bar is decoration."""

    def __init__(self, setter: SheetSetter, label: Passage, start: float, share: float, *, is_hatched: bool) -> None:
        super().__init__(max(label.height, _BAR), before=_BAR_GAP)
        self._label, self._start, self._width = label, start, setter.width - start
        self._share, self._is_hatched = min(1.0, max(0.0, share)), is_hatched
        self._colour = HexColor(setter.style.ink)

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        label = self._label
        label.draw(canvas, x, top - (self.height - label.height) / 2)
        bottom = top - (self.height + _BAR) / 2
        with canvas.decoration():
            canvas.saveState()
            canvas.setStrokeColor(self._colour)
            canvas.setLineWidth(_EDGE_PT)
            canvas.roundRect(x + self._start, bottom, self._width, _BAR, _BAR_RADIUS)
            if self._share:
                self._fill(canvas, x + self._start, bottom, self._width * self._share)
            canvas.restoreState()

    def _fill(self, canvas: TaggedCanvas, x: float, bottom: float, width: float) -> None:
        canvas.setFillColor(self._colour)
        if not self._is_hatched:
            canvas.roundRect(x, bottom, width, _BAR, _BAR_RADIUS, stroke=1, fill=1)
            return
        shape = canvas.beginPath()
        shape.roundRect(x, bottom, width, _BAR, _BAR_RADIUS)
        canvas.clipPath(shape, stroke=1, fill=0)
        start = x - _BAR
        while start < x + width:
            canvas.line(start, bottom, start + _BAR, bottom + _BAR)
            start += _HATCH
