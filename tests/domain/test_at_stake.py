"""Private ways to decide come first where the words name money, jobs or support, and only there."""

import pytest

from coprod_desktop.domain.at_stake import PRIVATE_WAYS, Stake, at_stake, ways_in_order
from coprod_desktop.domain.lines import HowDecided


@pytest.mark.parametrize(
    ("words", "stakes"),
    [
        ("We spend £1,200 on a trip.", (Stake.MONEY,)),
        ("Everybody gets a voucher. The BUDGET is small.", (Stake.MONEY,)),
        ("Two people get the job.", (Stake.JOBS,)),
        ("The staff change on Fridays.", (Stake.JOBS,)),
        ("Who has a support worker at night?", (Stake.JOBS, Stake.SUPPORT)),
        ("Mae angen gofal arnom.", (Stake.SUPPORT,)),
        ("We paint the wall blue.", ()),
        ("We walk in the park.", ()),
        ("A paint job-lot and a costly-looking coster.", (Stake.JOBS,)),
        ("", ()),
    ],
)
def test_what_is_at_stake_is_found_by_whole_words(words: str, stakes: tuple[Stake, ...]) -> None:
    assert at_stake(words) == stakes


def test_every_text_is_looked_at() -> None:
    assert at_stake("The trip", "It costs too much") == (Stake.MONEY,)


def test_private_ways_come_first_and_no_way_is_lost() -> None:
    usual, private = ways_in_order("The colour of the wall"), ways_in_order("Pay for helpers")

    assert usual == tuple(HowDecided)
    assert private[: len(PRIVATE_WAYS)] == PRIVATE_WAYS
    assert set(private) == set(HowDecided)
    assert len(private) == len(HowDecided)
