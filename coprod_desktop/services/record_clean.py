"""A record as it is kept: odd characters out, defaults filled in, whole numbers whole; and its digest."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain.access_need import NEED_CODES, OTHER_NEED, known_need
from coprod_desktop.domain.lines import HowDecided
from coprod_desktop.domain.text import MOST_LETTERS, CleanText, can_be_seen, clean
from coprod_desktop.services.record_file import Fault, FieldPath, field_name, shown
from coprod_desktop.services.record_links import ID_FIELDS, local_ids

_MUST_BE_SEEN = ("name", "title", "text", "who", "what", "term")
_KEEPS_LINES = ("meeting", "purpose")
_MOST_PLACES = 12

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Note:
    """Something that was put right or is worth a look, and where."""

    field: str
    words: str


@dataclass(frozen=True)
class CleanRecord:
    """A record ready to be kept, with what was changed in it and what is still wrong."""

    record: dict[str, Any]
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()


class RecordCleaner:
    """Cleans records that fit the schema."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def cleaned(self, parsed: Any) -> CleanRecord:
        """The record without odd characters and with its defaults."""
        cleaning = _Cleaning(self._schema)
        record = cleaning.walk(self._schema, parsed, ())
        return CleanRecord(record, tuple(cleaning.notes), tuple(cleaning.faults))


class _Cleaning:
    """One walk through one record, schema and record side by side."""

    def __init__(self, schema: Schema) -> None:
        self._defs: Mapping[str, Schema] = schema.get("$defs", {})
        self.notes: list[Note] = []
        self.faults: list[Fault] = []

    def walk(self, schema: Schema, value: Any, path: FieldPath) -> Any:
        schema = self._defs[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
        if isinstance(value, dict):
            return self._fields(schema, value, path)
        if isinstance(value, list):
            return [self.walk(schema["items"], one, (*path, place)) for place, one in enumerate(value)]
        if isinstance(value, str) and _is_free_text(schema, path):
            return self._text(value, path)
        return int(value) if isinstance(value, float) and value.is_integer() else value

    def _fields(self, schema: Schema, value: dict[str, Any], path: FieldPath) -> dict[str, Any]:
        known: Mapping[str, Schema] = schema.get("properties", {})
        other = schema.get("additionalProperties") or {}
        fields = {key: self.walk(known.get(key, other), one, (*path, key)) for key, one in value.items()}
        for key, one in known.items():
            if "default" in one:
                fields.setdefault(key, one["default"])
        if path[1:2] == ("decisions",) and fields.get("how_decided") == HowDecided.SECRET_COUNT and len(path) == 3:
            return self._secret(fields, path)
        return self._need(fields, path) if path[2:3] == ("needs",) and path[0] == "people" else fields

    def _text(self, raw: str, path: FieldPath) -> str:
        found = clean(raw, keeps_lines=path == _KEEPS_LINES)
        text = found.text.strip()
        said = _changes(raw, found)
        if said:
            self.notes.append(Note(field_name(path), said))
        must_be_seen = path[-1] in _MUST_BE_SEEN or (path[-1] == "chosen_name" and raw)
        if must_be_seen and not can_be_seen(text):
            self.faults.append(Fault(field_name(path), "has nothing in it that a person could see."))
        self._check_length(text, path)
        return text

    def _need(self, fields: dict[str, Any], path: FieldPath) -> dict[str, Any]:
        said = fields["code"]
        if said in NEED_CODES:
            return fields
        code, detail = known_need(said, fields.get("detail", "")) if said else (OTHER_NEED, fields.get("detail", ""))
        self.notes.append(Note(field_name(path), f"'{shown(said)}' is no code of the list. It is kept as {code}."))
        self._check_length(detail, path)
        return {**fields, "code": code, "detail": detail}

    def _secret(self, fields: dict[str, Any], path: FieldPath) -> dict[str, Any]:
        """A secret count keeps nobody's name beside how they chose; what was said stays."""
        named = [key for key in ("supported_by", "stood_aside") if fields.get(key)]
        objections = [{key: one for key, one in said.items() if key != "by"} for said in fields.get("objections", [])]
        if not named and objections == fields.get("objections", []):
            return fields
        self.notes.append(Note(field_name(path), "A secret count keeps no names. They are left out."))
        kept = {key: one for key, one in fields.items() if key not in named}
        return {**kept, **({"objections": objections} if "objections" in fields else {})}

    def _check_length(self, text: str, path: FieldPath) -> None:
        if len(text) > MOST_LETTERS:
            reason = f"has {len(text):,} letters as it would be kept. The most is {MOST_LETTERS:,}."
            self.faults.append(Fault(field_name(path), reason))


def digest_of(record: Mapping[str, Any]) -> str:
    """SHA-256 of what a record says: its own ids, empty fields and the order of keys make no difference."""
    names = {one: f"{kind}{place}" for kind, ids in local_ids(record).items() for place, one in enumerate(ids)}
    same = _told(record, names, "")
    content = json.dumps(same, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def _told(value: Any, names: Mapping[str, str], field: str) -> Any:
    if isinstance(value, Mapping):
        fields = {key: _told(one, names, key) for key, one in value.items()}
        return {key: one for key, one in fields.items() if one not in ("", [], {})}
    if isinstance(value, list | tuple):
        return [_told(one, names, field) for one in value]
    return names[value] if isinstance(value, str) and (field in ID_FIELDS or field == "id") else value


def _is_free_text(schema: Schema, path: FieldPath) -> bool:
    field = next((part for part in reversed(path) if isinstance(part, str)), "")
    if field == "id" or field in ID_FIELDS:
        return False
    return "enum" not in schema and "const" not in schema and "format" not in schema


def _changes(raw: str, found: CleanText) -> str:
    said = []
    if found.removed:
        places = ", ".join(f"{one.code} at letter {one.position + 1}" for one in found.removed[:_MOST_PLACES])
        more = f" and more, {len(found.removed)} in all" if len(found.removed) > _MOST_PLACES else ""
        said.append(f"Characters taken out or made into a space: {places}{more}.")
    if found.text.strip() != found.text:
        said.append("Spaces at the ends taken away.")
    if not unicodedata.is_normalized("NFC", raw):
        said.append("Letters and their accents put together (NFC).")
    return " ".join(said)
