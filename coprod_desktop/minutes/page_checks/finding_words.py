"""The words of findings: for each kind of fault why it matters and how to mend it, from easyread_templates."""

import json
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.minutes.page_checks.case import WHOLE_FILE, Found
from coprod_desktop.words.findings import Finding


@dataclass(frozen=True)
class FindingWords:
    """Turns what a check found into a finding in plain words."""

    _reasons: dict[str, dict[str, str]]
    _page: str
    _whole_file: str

    @classmethod
    def load(cls, templates_folder: Path) -> "FindingWords":
        """Reads page_finding_words.en.json. Raises OSError or ValueError if it is not there or not whole."""
        data = json.loads((templates_folder / "page_finding_words.en.json").read_text("utf-8"))
        return cls(data["reasons"], data["page"], data["whole_file"])

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._reasons)

    def finding(self, found: Found) -> Finding:
        """The finding, with its place ("Page 4") and its page from 1."""
        words = self._reasons[found.key]
        is_whole = found.page == WHOLE_FILE
        return Finding(
            rule=found.rule,
            place=self._whole_file if is_whole else self._page.format(page=found.page + 1),
            message=words["message"].format_map(found.values),
            mend=words["mend"].format_map(found.values),
            is_blocking=found.is_blocking,
            text=found.text or found.key,
            ref=found.ref,
            page=None if is_whole else found.page + 1,
        )
