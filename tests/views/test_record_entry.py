"""What people type in a field, read the Dutch way."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition.domain.register.fields import Field, Type
from transition.domain.register.kinds import KINDS
from transition.views.record_entry import Misread, read, written

_SHARE = KINDS["project"].by_name["share_residents"]
_MONEY = KINDS["finance_line"].by_name["amount"]
_COUNT = KINDS["area_process"].by_name["dwellings_count"]
_YEAR = KINDS["finance_line"].by_name["price_level"]
_NUMBER = KINDS["project"].by_name["expected_mwh"]
_NAME = KINDS["project"].by_name["name"]


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (_SHARE, "12,5", 0.125),
        (_SHARE, "12,5 %", 0.125),
        (_SHARE, "1", 0.01),
        (_SHARE, "100", 1.0),
        (_SHARE, "0", 0.0),
        (_SHARE, "33,333", 0.33333),
        (_SHARE, "", None),
        (_SHARE, "?", None),
        (_MONEY, "1250000", 1250000.0),
        (_MONEY, "€ 1.250.000", 1250000.0),
        (_MONEY, "1.250 euro", 1250.0),
        (_MONEY, "1.250,50", 1250.5),
        (_MONEY, "1.250,-", 1250.0),
        (_COUNT, "1.250", 1250),
        (_COUNT, "0", 0),
        (_YEAR, "2026", 2026),
        (_NUMBER, "31250,5 MWh", 31250.5),
        (_NAME, "  Zonnepark   De Horst ", "Zonnepark De Horst"),
        (_NAME, "<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_what_is_typed_is_read_the_dutch_way(field: Field, typed: str, value: Any) -> None:
    assert read(field, typed) == value


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (_SHARE, "150", "van 0% tot en met 100%"),
        (_SHARE, "-1", "van 0% tot en met 100%"),
        (_SHARE, "de helft", "geen getal"),
        (_MONEY, "2 miljoen", "geen getal"),
        (_MONEY, "40%", "percentage"),
        (_COUNT, "12,5", "geen heel getal"),
        (_COUNT, "-3", "0 of meer"),
        (_YEAR, "26", "van 2010 tot en met 2050"),
        (_NUMBER, "31.250", "31250 of 31,250"),
        (_NUMBER, "1,250.5", "komma voor decimalen"),
        (_NUMBER, "<5", "geen getal"),
    ],
)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_asked(field: Field, typed: str, said: str) -> None:
    found = read(field, typed)
    assert isinstance(found, Misread)
    assert said in f"{found.what} {found.remedy}"


@given(st.floats(0, 1).map(lambda share: round(share, 6)))
def test_a_share_is_read_back_as_it_was_written(share: float) -> None:
    assert read(_SHARE, written(_SHARE, share)) == pytest.approx(share, abs=1e-12)


@given(st.sampled_from([Type.INTEGER, Type.MONEY, Type.NUMBER]), st.integers(-(10**9), 10**9))
def test_a_number_is_read_back_as_it_was_written(type: Type, cents: int) -> None:
    field = Field("x", "X", type)
    value = cents if type is Type.INTEGER else cents / 100
    assert read(field, written(field, value)) == value
