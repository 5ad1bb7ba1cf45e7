"""A reader's assumptions survive a copy of the address, and nothing but a number within its bounds becomes one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition.domain.what_if import BOUNDS, WORDS, WhatIf, address_words, read

PERCENT = st.one_of(st.none(), st.integers(0, 100).map(float))
AMOUNT = st.one_of(st.none(), st.decimals(0, 999_999, places=2).map(float))


@given(
    st.builds(WhatIf, AMOUNT, st.one_of(st.none(), st.integers(2024, 2060)), AMOUNT, PERCENT, PERCENT, PERCENT, PERCENT)
)
def test_the_address_of_assumptions_gives_the_same_assumptions(assumed: WhatIf) -> None:
    assert read(address_words(assumed)) == (assumed, [])


@pytest.mark.parametrize("written", ["", "veel", "nan", "inf", "-1", "101", "1e400"])
def test_what_is_no_chance_is_left_out_and_said(written: str) -> None:
    assert read({WORDS["building"]: written}) == (WhatIf(), [f"als-kans-bouw={written}"])


def test_every_assumption_has_a_word_and_bounds() -> None:
    assert WORDS.keys() == BOUNDS.keys() == set(WhatIf.__dataclass_fields__)


def test_other_words_of_the_address_assume_nothing() -> None:
    found, wrong = read({"area": "GM0363", "doel": "3"})
    assert (found.is_set, wrong) == (False, [])
