"""Equal voice for the room, after its yes: people and time by perspective, no names, no numbers of few people (R12)."""

from coprod_desktop.domain.equal_voice import Voice, VoiceShare, equal_voice
from coprod_desktop.domain.told_voice import ToldVoice, told_voice
from coprod_desktop.ui.wall.page import BODY, put_message, put_top
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.widgets.share_words import mark_of, share_sentence, voice_name
from coprod_desktop.ui.wording import joined

_MOST_WITH_WORDS = 3
_BAR = 30


def put_balance(sheet: Sheet, told: Told) -> None:
    """A pair of bars for each perspective, always in the same order, never by size."""
    voice = told_voice(equal_voice(told.state, told.people, running_ms=told.running_ms))
    if not voice.told:
        put_top(sheet, told, told.tr("Equal voice"))
        put_message(sheet, told.tr("Equal voice"), told.tr("We are too few to show numbers."))
        return
    put_top(sheet, told, told.tr("Stripes show people. Full bars show time."))
    foot = _foot(told, voice)
    foot_high = sheet.height_of(foot, sheet.inside, 46) + 20 if foot else 0
    room = sheet.height - BODY - 60 - foot_high
    has_words = len(voice.told) <= _MOST_WITH_WORDS
    high = min(room / len(voice.told), 300.0)
    for place, (one, share) in enumerate(voice.told):
        _put_row(sheet, told, voice, one, share, BODY + place * high, high, has_words=has_words)
    if foot:
        sheet.words(foot, EDGE, sheet.height - 50 - foot_high, sheet.inside, colour="muted")


def _put_row(
    sheet: Sheet,
    told: Told,
    voice: ToldVoice,
    one: Voice,
    share: VoiceShare,
    y: float,
    high: float,
    *,
    has_words: bool,
) -> None:
    mark, name_wide = mark_of(one), sheet.inside * 0.36
    sheet.mark(mark, EDGE, y + 10, 44)
    sheet.fitted(voice_name(one, told.labels), EDGE + 64, y, name_wide - 84, high - 10, sizes=(56, 50, 46))
    left, wide = EDGE + name_wide, sheet.inside - name_wide
    sheet.bar(mark, left, y + 6, wide, _BAR, share.people / max(1, voice.people), is_hatched=True)
    sheet.bar(mark, left, y + 14 + _BAR, wide, _BAR, share.seconds / max(1, voice.seconds))
    if has_words:
        words = share_sentence(share, voice.people, voice.seconds)
        sheet.fitted(words, left, y + 30 + 2 * _BAR, wide, high - 40 - 2 * _BAR, sizes=(50, 46), is_bold=False)


def _foot(told: Told, voice: ToldVoice) -> str:
    """Who is kept back because they are few, and that more time is not always more say."""
    kept_back = [one for one in voice.shares if one.share is None]
    few = joined(voice_name(one.voice, told.labels) for one in kept_back if one.is_few)
    with_them = joined(voice_name(one.voice, told.labels) for one in kept_back if not one.is_few)
    lines = [told.tr("Few people, so no numbers: {names}.").format(names=few)] if few else []
    if with_them:
        lines.append(told.tr("Kept back with them: {names}.").format(names=with_them))
    return "\n".join([*lines, told.tr("More time is not always more say.")])
