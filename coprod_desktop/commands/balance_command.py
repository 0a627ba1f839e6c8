"""The command about equal voice: its numbers as JSON or in words, for scripts and the facilitator's own check."""

import argparse
from typing import TYPE_CHECKING

from coprod_desktop.commands.command_parts import DONE, Commands, add_command, add_meeting, found, opened

if TYPE_CHECKING:
    from coprod_desktop.domain.equal_voice import EqualVoice, VoiceShare

_NAMES = {
    "lived_experience": "Lived experience",
    "carer": "Unpaid carers",
    "local_person": "Local people",
    "professional": "Paid staff",
    "supporter": "Here to support",
    "other": "Something else",
    "not_said": "Rather not say",
    "not_recorded": "Not written down",
}


def add_balance(commands: Commands) -> None:
    """The command that tells equal voice."""
    about = "Tell turns and time by where people speak from. For your own check: nothing is kept back."
    command = add_command(commands, "balance", _balance, about)
    add_meeting(command)
    command.add_argument("--json", action="store_true", help="print JSON: people_here, seconds, turns, not_spoken")


def _balance(asked: argparse.Namespace) -> int:
    from coprod_desktop.services.equal_voice_service import as_json

    with opened(asked.data) as services:
        voice = services.equal_voice.voice(found(services.records, asked.meeting))
    if asked.json:
        import json

        print(json.dumps(as_json(voice), indent=2))
    else:
        _print_words(voice)
    return DONE


def _print_words(voice: "EqualVoice") -> None:
    for one, share in voice.shares.items():
        print(f"{_NAMES[one.value]}: {_told(share)}")
    silent = len(voice.not_spoken)
    if voice.people:
        print(
            "Everybody has had a turn."
            if not silent
            else f"{_counted(silent, 'person has', 'people have')} had no turn."
        )
    else:
        print("Nobody was noted as here.")
    if voice.running_seconds:
        print(f"Running the meeting took {_time(voice.running_seconds)}. It is not in these numbers.")
    if voice.has_several:
        print("Some people speak from several places. They are counted under each.")
    if voice.has_shared_ideas:
        print("Some ideas came from several places. They are counted under each.")
    print("More time is not always more say.")


def _told(share: "VoiceShare") -> str:
    people, turns = _counted(share.people, "person", "people"), _counted(share.turns, "turn", "turns")
    further = _counted(share.ideas_further, "idea", "ideas")
    return f"{people}, {turns}, {_time(share.seconds)}. {further} went further."


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    told = (_counted(minutes, "minute", "minutes"), _counted(rest, "second", "seconds"))
    return " ".join(words for words, count in zip(told, (minutes, rest), strict=True) if count) or "no time"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
