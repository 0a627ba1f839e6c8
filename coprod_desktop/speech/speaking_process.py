"""The program that speaks: `python -m coprod_desktop.speech.speaking_process`, started and ended by `speaker.py`.

It is a process of its own because eSpeak NG is under the GPL: the rest of the program talks to it by pipes only.
It reads one job on its input, writes the sound to the file that the job names (or plays it), and tells lines:
`said 120` for words so far, at last `done`, or `trouble NAME`. Nothing that is said gets into those lines.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from coprod_desktop.speech.loudspeaker import NoLoudspeaker, play
from coprod_desktop.speech.sound_files import BadSound, Mp3File, SoundFile, WavFile, check_sound, title_tag
from coprod_desktop.speech.speaking_job import SpeechTrouble
from coprod_desktop.speech.voice import NoVoice, Voice, silence

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_TROUBLES: tuple[tuple[type[Exception], SpeechTrouble], ...] = (
    (ImportError, SpeechTrouble.PARTS_MISSING),
    (NoVoice, SpeechTrouble.NO_VOICE),
    (NoLoudspeaker, SpeechTrouble.NO_LOUDSPEAKER),
    (BadSound, SpeechTrouble.BAD_SOUND),
    (OSError, SpeechTrouble.NOT_WRITTEN),
)


def main() -> int:
    """Do the one job of this process; 0 when it is done."""
    job = json.load(sys.stdin)
    try:
        if job["path"]:
            _write(job, Path(job["path"]).resolve())
        else:
            play(_sound(job), is_for_nobody=job["is_for_nobody"])
    except BrokenPipeError:
        return 1  # whoever wanted it has gone
    except tuple(kind for kind, _ in _TROUBLES) as fault:
        trouble = next(name for kind, name in _TROUBLES if isinstance(fault, kind))
        _tell(f"trouble {trouble.value} {fault.errno if isinstance(fault, OSError) else 0}")
        return 1
    _tell("done")
    return 0


def _write(job: dict[str, Any], path: Path) -> None:
    """The whole file, checked; nothing is left of one that is not whole. A file that is there is never touched."""
    path.open("xb").close()
    try:
        sample_count = 0
        sound = _opened(job, path)
        try:
            for samples in _sound(job):
                sound.add(samples)
                sample_count += len(samples) // 2
        finally:
            sound.close()
        check_sound(path, sample_count)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _opened(job: dict[str, Any], path: Path) -> SoundFile:
    if job["is_mp3"]:
        return Mp3File(path, title_tag(job["title"], job["group"]))
    return WavFile(path)


def _sound(job: dict[str, Any]) -> Iterator[bytes]:
    """The sound of each sentence, then of the silence after it; each line tells how far it is."""
    script = ElementTree.fromstring(job["markup"])
    voice = Voice(script.get(_LANGUAGE, "en"), job["words_a_minute"])
    words = 0
    for part in script:
        if part.tag.endswith("break"):
            yield silence(int(part.get("time", "0ms").removesuffix("ms")))
        else:
            yield voice.say(_sentence(part))
            words += len("".join(part.itertext()).split())
            _tell(f"said {words}")


def _sentence(part: ElementTree.Element) -> str:
    """A sentence as the voice takes it, in the markup that it knows."""
    said = [escape(part.text or "")]
    for name in part:
        said.append(f"<voice xml:lang={quoteattr(name.get(_LANGUAGE, 'en'))}>{escape(name.text or '')}</voice>")
        said.append(escape(name.tail or ""))
    return "".join(said)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
