"""Records for tests: small ones by hand, random ones of every shape that the schema allows, and their defaults."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from coprod_desktop.domain.text import can_be_seen, clean

ROOT = Path(__file__).resolve().parents[2]
SCHEMA_FOLDER = ROOT / "resources" / "schema"
SAMPLES = tuple(sorted((ROOT / "resources" / "sample").glob("*.json")))
SCHEMA: dict[str, Any] = json.loads((SCHEMA_FOLDER / "meeting-record.schema.json").read_text(encoding="utf-8"))


def small_record(**meeting: Any) -> dict[str, Any]:
    """The smallest useful record, with more of the meeting filled in."""
    return {
        "format": "coprod-meeting-record",
        "version": 1,
        "group": {"name": "The Tuesday group"},
        "people": [{"id": "p1", "name": "Winnie Asante"}, {"id": "p2", "name": "Geoff Lomax"}],
        "meeting": {"title": "Our meeting", "date": "2026-05-06", **meeting},
    }


def written(folder: Path, record: Any, name: str = "record.json") -> Path:
    """A file with this record in it."""
    path = folder / name
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def filled(value: Any, schema: Any = SCHEMA) -> Any:
    """A record with the defaults of the schema, worked out apart from the program."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].split("/")[-1]]
    if isinstance(value, list):
        return [filled(one, schema["items"]) for one in value]
    if not isinstance(value, dict):
        return value
    known = schema.get("properties", {})
    defaults = {key: one["default"] for key, one in known.items() if "default" in one}
    return defaults | {key: filled(one, known.get(key, {})) for key, one in value.items()}


TRICKY = (
    "",
    "<b>x</b>",
    "'; DROP TABLE people; --",
    "Siân Pritchard",
    "עברית",
    "العربية",
    "漢字",
    "👩‍🦽 rolls",
    "%s {x}",
)
# Words as they are kept, so that what goes out can be held against what came in.
words = st.sampled_from(TRICKY) | st.text(max_size=6).map(lambda text: clean(text).text.strip())
seen_words = words.map(lambda text: text if can_be_seen(text) else f"x{text}")
days = st.dates().map(lambda day: day.isoformat())
times = st.one_of(words, st.datetimes(timezones=st.timezones()).map(lambda at: at.isoformat(timespec="seconds")))


def _defs(node: dict[str, Any]) -> dict[str, Any]:
    return SCHEMA["$defs"][node["$ref"].split("/")[-1]] if "$ref" in node else node


def _properties(*path: str) -> dict[str, Any]:
    node = SCHEMA
    for part in path:
        node = _defs(node["items"] if part == "items" else node["properties"][part])
    properties: dict[str, Any] = node["properties"]
    return properties


def _one_of(node: dict[str, Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from(_defs(node)["enum"])


def _some(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=most)


def _fields(needed: dict[str, Any], maybe: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(needed, optional=maybe)


_KINDS = ("people", "agenda", "ideas", "decisions", "actions")


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """A record that fits the schema and its rules, with any field there, empty or left out."""
    mark = draw(st.sampled_from(["", "p", "x'é ", "id\\"]))
    kinds = {kind: [f"{mark}{kind[:2]}{n}" for n in range(draw(st.integers(0, 2)))] for kind in _KINDS}
    makers = _Makers(kinds)
    return {
        "format": "coprod-meeting-record",
        "version": 1,
        "group": draw(_group),
        "people": [draw(_person(local_id)) for local_id in kinds["people"]],
        "meeting": draw(makers.meeting()),
    }


_perspective = st.sampled_from(SCHEMA["$defs"]["perspective"]["enum"])
_group = _fields(
    {"name": seen_words},
    {
        "what_coproduction_means_to_us": words,
        "contact": words,
        "perspective_labels": st.dictionaries(_perspective, words, max_size=3),
        "words": _some(_fields({"term": seen_words, "means": words}, {})),
        "language": st.sampled_from(["en-GB", "cy", "../x"]),
    },
)
_need = _fields(
    {"code": st.sampled_from(["BSL", "LP", "OTHER"])}, {"detail": words, "may_share": st.booleans(), "consent_on": days}
)
_minutes = _fields(
    {"format": _one_of(_properties("people", "items", "minutes")["format"])},
    {"size_pt": st.sampled_from([12, 18, 18.5, 48.0]), "pictures": st.booleans(), "paper": words},
)


def _person(local_id: str) -> st.SearchStrategy[dict[str, Any]]:
    return _fields(
        {"id": st.just(local_id), "name": seen_words},
        {
            "named_as": _one_of(_properties("people", "items")["named_as"]),
            "chosen_name": seen_words | st.just(""),
            "perspectives": _some(_perspective),
            "brings": _some(words),
            "needs": _some(_need),
            "minutes": _minutes,
            "pronoun": words,
        },
    )


class _Makers:
    """The parts of a meeting over the ids that a record has."""

    def __init__(self, kinds: dict[str, list[str]]) -> None:
        self.kinds = kinds

    def link(self, kind: str) -> st.SearchStrategy[Any]:
        return st.sampled_from(self.kinds[kind]) if self.kinds[kind] else st.nothing()

    def links(self, field: str, kind: str) -> dict[str, Any]:
        return {field: self.link(kind)} if self.kinds[kind] else {}

    def people(self, field: str) -> dict[str, Any]:
        return {field: _some(self.link("people"))} if self.kinds["people"] else {field: st.just([])}

    def proposer(self) -> st.SearchStrategy[dict[str, Any]]:
        maybe = {"on_behalf_of": words, "note": words}
        source = st.sampled_from(SCHEMA["$defs"]["proposer"]["properties"]["source"]["enum"])
        if not self.kinds["people"]:
            return _fields({"source": source}, maybe)
        people = st.lists(self.link("people"), min_size=1, max_size=2)
        return _fields({"source": source}, {"people": people, **maybe}) | _fields({"people": people}, maybe)

    def meeting(self) -> st.SearchStrategy[dict[str, Any]]:
        maybe: dict[str, Any] = {
            "kind": _one_of(_properties("meeting")["kind"]),
            "starts_at": times,
            "ends_at": times,
            "venue": words,
            "purpose": words | st.just("One line.\nAnd another."),
            "invitations_sent_on": days,
            "bounds": self.bounds(),
            "next_meeting": _fields({}, {"date": days, "starts_at": times, "venue": words}),
            "attendance": st.tuples(*(self.attendance(one) for one in self.kinds["people"])).map(list),
            "turns": _some(self.turn()) if self.kinds["people"] else st.just([]),
        }
        for kind, maker in (
            ("agenda", self.item),
            ("ideas", self.idea),
            ("decisions", self.decision),
            ("actions", self.action),
        ):
            made = st.tuples(*(maker(one) for one in self.kinds[kind])).map(list)
            maybe[kind] = made
        linked = [kind for kind in ("agenda", "ideas", "decisions", "actions") if self.kinds[kind]]
        always = {field: maybe.pop(field) for field in (*linked, "attendance", "turns")}
        return _fields({"title": seen_words, "date": days, **always}, maybe)

    def bounds(self) -> st.SearchStrategy[dict[str, Any]]:
        fixed = _fields({"what": seen_words}, {"by_whom": words, "why": words})
        return _fields({}, {"open": _some(words), "fixed": _some(fixed)})

    def attendance(self, local_id: str) -> st.SearchStrategy[dict[str, Any]]:
        jobs = _one_of(_properties("meeting", "attendance", "items")["jobs"]["items"])
        return _fields(
            {"person": st.just(local_id)},
            {
                "perspective": _perspective,
                "jobs": _some(jobs),
                "sorry": st.booleans(),
                "arrived_at": times,
                "left_at": times,
            },
        )

    def item(self, local_id: str) -> st.SearchStrategy[dict[str, Any]]:
        known = _properties("meeting", "agenda", "items")
        return _fields(
            {"id": st.just(local_id), "title": seen_words, "proposed_by": self.proposer()},
            {
                "how_open": _one_of(known["how_open"]),
                "minutes_wanted": st.integers(0, 10**12),
                "symbol": words,
                "state": _one_of(known["state"]),
            },
        )

    def turn(self) -> st.SearchStrategy[dict[str, Any]]:
        known = _properties("meeting", "turns", "items")
        return _fields(
            {"person": self.link("people"), "started_at": times, "ended_at": times},
            {
                **self.links("item", "agenda"),
                **self.people("with_people"),
                "paused_seconds": st.integers(0, 10**12),
                "allowed_seconds": st.integers(0, 10**12),
                "ended_by": _one_of(known["ended_by"]),
                "through": _one_of(known["through"]),
            },
        )

    def idea(self, local_id: str) -> st.SearchStrategy[dict[str, Any]]:
        known = _properties("meeting", "ideas", "items")
        return _fields(
            {"id": st.just(local_id), "text": seen_words, "proposed_by": self.proposer()},
            {
                **self.links("item", "agenda"),
                **self.links("recorded_by", "people"),
                "easy_text": words,
                "symbol": words,
                "reason": words,
                "passed_on_to": words,
                "outcome": _one_of(known["outcome"]),
                "kind": _one_of(known["kind"]),
                "said_how": _one_of(known["said_how"]),
            },
        )

    def decision(self, local_id: str) -> st.SearchStrategy[dict[str, Any]]:
        known = _properties("meeting", "decisions", "items")
        counts = dict.fromkeys(("for", "against", "unsure", "more_time"), st.integers(0, 99))
        said_yes = {"asked_on": days, "answered_on": days, "reason": words, "answer": st.sampled_from(["yes", "no"])}
        return _fields(
            {
                "id": st.just(local_id),
                "text": seen_words,
                "proposed_by": self.proposer(),
                "outcome": _one_of(known["outcome"]),
            },
            {
                **self.links("item", "agenda"),
                **self.links("from_idea", "ideas"),
                **self.people("supported_by"),
                **self.people("built_on_by"),
                **self.people("stood_aside"),
                "easy_text": words,
                "symbol": words,
                "reason": words,
                "decided_at": times,
                "how_decided": _one_of(known["how_decided"]),
                "votes": _fields({}, counts),
                "objections": _some(_fields({"text": seen_words}, {"by": self.proposer()})),
                "wording_changed": _fields({"from": words}, {"agreed_by_proposer": st.booleans()}),
                "review_on": days,
                "for_now_until": days,
                "conditions": _some(words),
                "needs_yes_from": _some(_fields({"who": seen_words}, said_yes)),
            },
        )

    def action(self, local_id: str) -> st.SearchStrategy[dict[str, Any]]:
        known = _properties("meeting", "actions", "items")
        return _fields(
            {"id": st.just(local_id), "text": seen_words},
            {
                **self.links("decision", "decisions"),
                **self.people("owners"),
                "easy_text": words,
                "symbol": words,
                "due_on": days,
                "state": _one_of(known["state"]),
                "result": words,
            },
        )
