"""An address that somebody typed never becomes more than a link to a site."""

import pytest

from transition.views.links import anchor, host


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://www.assen.nl/besluit?id=3", "assen.nl"),
        (" https://raad.example:8443/x ", "raad.example"),
        ("http://assen.nl", ""),
        ("javascript:alert(1)", ""),
        ("data:text/html,<script>alert(1)</script>", ""),
        ("//assen.nl/x", ""),
        ("https://bank.nl@boos.example/", ""),
        ("https://a b.example/", ""),
        ("https://[::1", ""),
        ("assen.nl", ""),
    ],
)
def test_only_an_https_address_has_a_host_to_open(address: str, found: str) -> None:
    assert host(address) == found
    assert ("<a " in anchor(address)) == bool(found)


def test_a_link_opens_in_a_tab_that_knows_nothing_of_this_one() -> None:
    made = anchor("https://www.assen.nl/x", "Het besluit")
    assert 'target="_blank" rel="noopener noreferrer nofollow"' in made
    assert ">Het besluit (assen.nl)</a>" in made


def test_nothing_in_an_address_breaks_out_of_it() -> None:
    made = anchor('https://assen.nl/"onmouseover="alert(1)"><script>alert(1)</script>')
    assert "<script" not in made
    assert '"onmouseover' not in made
    assert "<script" not in anchor("<script>alert(1)</script>")


@pytest.mark.parametrize("nothing", ["", "  ", None, float("nan")])
def test_no_address_is_no_link(nothing: object) -> None:
    assert anchor(nothing) == ""
