"""The words on the screen follow the rules of easy words (UI-23): short sentences, written out, plain and British."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import coprod_desktop.ui

_UI = Path(coprod_desktop.ui.__file__).parent
_MOST_WORDS = 15
_CONTRACTION = re.compile(
    r"\b\w+(n['’]t|['’](re|ll|ve|m|d))\b|\b(it|that|there|here|what|who|where|he|she|let)['’]s\b", re.IGNORECASE
)
_HARD = (
    *("cancel", "click", "configure", "default", "delete", "disable", "enable", "error", "execute", "failed"),
    *("illegal", "implement", "input", "invalid", "log in", "ok", "option", "parameter", "select", "submit", "user"),
    *("utilise", "via", "stakeholder", "service user", "agenda point", "consensus", "minute-taker", "vulnerable"),
)
_AMERICAN = re.compile(r"\b(color|center|organiz|recogniz|behavior|favorite|licens(e|es) page|dialog|gray)\w*\b", re.I)
_ENDS = re.compile(r"(?<=[.?!])\s+|\n")


def _words_on_screen() -> Iterator[tuple[str, str]]:
    """Each text that is shown, and the file it is in."""
    for path in sorted(_UI.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                said = node.args[-1 if node.func.attr == "translate" else 0]
                if node.func.attr in ("tr", "translate") and isinstance(said, ast.Constant):
                    yield str(said.value), path.name
        if path.name == "wording.py":
            yield from ((words, path.name) for words in _in_tables(tree))
        if path.name == "finding_words.py":
            yield from ((words, path.name) for words in _in_dicts(tree))


def _in_tables(tree: ast.Module) -> Iterator[str]:
    """The words beside the names in the tables of wording.py."""
    for table in (node for node in ast.walk(tree) if isinstance(node, ast.Tuple) and len(node.elts) == 2):
        words = table.elts[1]
        if isinstance(words, ast.Constant) and isinstance(words.value, str):
            yield words.value


def _in_dicts(tree: ast.Module) -> Iterator[str]:
    """The words by kind in the tables of finding_words.py."""
    for table in (node for node in ast.walk(tree) if isinstance(node, ast.Dict)):
        yield from (str(words.value) for words in table.values if isinstance(words, ast.Constant))


_SAID = sorted(set(_words_on_screen()))


def test_words_are_found() -> None:
    assert len(_SAID) > 500


@pytest.mark.parametrize("rule", ["length", "contraction", "hard", "british", "marks"])
def test_every_text_is_easy(rule: str) -> None:
    breaks = {"length": _too_long, "contraction": _contracted, "hard": _hard, "british": _american, "marks": _odd_marks}
    found = [f"{file}: {words!r}" for words, file in _SAID if breaks[rule](words)]
    assert not found, "\n".join(found)


def _too_long(words: str) -> bool:
    return any(len(sentence.split()) > _MOST_WORDS for sentence in _ENDS.split(words))


def _contracted(words: str) -> bool:
    return bool(_CONTRACTION.search(words))


def _hard(words: str) -> bool:
    return any(re.search(rf"\b{re.escape(hard)}\b", words, re.IGNORECASE) for hard in _HARD)


def _american(words: str) -> bool:
    return bool(_AMERICAN.search(words))


def _odd_marks(words: str) -> bool:
    """ER-09: no brackets, no semicolons; no capitals for emphasis; no slashes and short forms between words."""
    shouts = [word for word in re.findall(r"\b[A-Z]{3,}\b", words) if word not in ("PDF", "SVG", "PNG", "BSL", "CSV")]
    short = re.search(r"\b(e\.g|i\.e|etc)\b|\w/\w|;|!", words)
    return bool(short or shouts or ("(" in words and "*." not in words))
