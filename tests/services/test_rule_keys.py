"""What is said of a rule by its key, outside the table of needs, is said of a rule that is there."""

from collections.abc import Collection

import pytest

from coprod_desktop.domain.need_rules import RULES_BY_KEY
from coprod_desktop.minutes.papers.invitation import _FOR_EVERYBODY
from coprod_desktop.services.formats_that_help import (
    _BIG_WRITING,
    _FOR_A_HELPER,
    _FORMAT_OF_RULE,
    _MORE_MINUTES,
    _READ_BY_COMPUTER,
)
from coprod_desktop.services.invitation_plan import _PAPER_OF_RULE
from coprod_desktop.services.role_list_sharing import HOW_TO_REACH
from coprod_desktop.ui.widgets.notice_words import _NEED_WORDS


@pytest.mark.parametrize(
    "keys",
    [
        _FOR_EVERYBODY,
        _FOR_A_HELPER,
        _FORMAT_OF_RULE,
        _MORE_MINUTES,
        _PAPER_OF_RULE,
        _NEED_WORDS,
        (_BIG_WRITING, _READ_BY_COMPUTER, HOW_TO_REACH),
    ],
)
def test_a_key_that_another_file_names_is_that_of_a_rule(keys: Collection[str]) -> None:
    assert set(keys) <= set(RULES_BY_KEY)
