"""Whatever may have become of a line is told in words."""

import pytest

from coprod_desktop.domain.what_became import Became
from coprod_desktop.ui.widgets.became_words import became_words


@pytest.mark.parametrize("became", Became)
def test_everything_that_may_become_of_a_line_has_words(became: Became) -> None:
    assert became_words(became).format(day="10 March")
