"""The address of the page in a real browser: what is looked at can be sent along, reloaded and gone back to."""

import re

import pytest

from tests.report.browser import card, wait
from tests.report.make import envelopes

pytestmark = pytest.mark.slow


def shown(page) -> list[str]:
    """The numbers of boats in the claims that are shown."""
    return re.findall(r"There were (\d+)", " ".join(page.locator(".card .said").all_inner_texts()))


def test_a_reload_restores_view_filters_search_order_and_claim(open_page):
    page = open_page(envelopes(3), fragment="#claims")
    page.click("#filters-button")
    page.locator("#filters").get_by_label("Form").select_option("direct")
    page.get_by_label("Order").select_option("unsure")
    page.fill("#search", "port boats")
    page.wait_for_function("() => location.hash.includes('search=port%20boats')")
    before = shown(page)
    assert before == ["6", "16", "26", "3", "13", "23"]
    card(page, 1).locator(".said").click()
    address = page.url
    page.reload()
    wait(page)
    for here in (page, open_page(envelopes(3), fragment=f"#{address.split('#')[1]}")):
        assert here.url.split("#")[1] == address.split("#")[1]
        assert shown(here) == before
        assert here.locator("#search").input_value() == "port boats"
        assert here.locator(".card.selected .said").inner_text().startswith("There were 16")
        assert here.locator("#chips .chip").first.inner_text().startswith("Form: direct")


def test_back_and_forward_go_through_filters_and_opened_claims(open_page):
    page = open_page(envelopes(2), fragment="#sources")
    page.locator(".source-row .who", has_text="Mira Sand").click()
    assert shown(page) == ["5", "15"]
    page.locator("#chips .chip").first.click()
    assert len(shown(page)) == 10
    page.go_back()
    page.locator("#chips .chip", has_text="Mira Sand").wait_for()
    assert shown(page) == ["5", "15"]
    card(page, 1).locator(".where .link").click()
    page.locator("main.article").wait_for()
    assert page.locator(".card.selected .said").inner_text().startswith("There were 15")
    page.go_back()
    page.locator("main.claims").wait_for()
    assert shown(page) == ["5", "15"]
    page.go_back()
    page.locator("main.sources").wait_for()
    assert page.locator("#chips").is_hidden()
    page.go_forward()
    page.locator("main.claims").wait_for()
    assert shown(page) == ["5", "15"]


def test_typing_a_search_is_one_step(open_page):
    page = open_page(envelopes(2), fragment="#claims")
    for typed in ("m", "mi", "mira"):
        page.fill("#search", typed)
        page.wait_for_function("typed => location.hash.endsWith(`search=${typed}`)", arg=typed)
    page.go_back()
    page.wait_for_function("() => !location.hash.includes('search')")
    assert (page.locator("#search").input_value(), len(shown(page))) == ("", 10)


@pytest.mark.parametrize(
    "fragment", ["#", "#nowhere", "#article=99", "#claim=zz", "#claims&confidence=x&form=%E0%A4%A", "#%"]
)
def test_an_address_that_says_nothing_opens_the_page(open_page, fragment):
    page = open_page(envelopes(2), fragment=fragment)
    assert page.locator(".card, .article-row").count() in (2, 10)


def test_a_link_to_a_claim_that_is_filtered_out_shows_it(open_page):
    page = open_page(envelopes(2), fragment="#claims")
    card(page, 0).locator(".said").click()
    claim = page.url.split("claim=")[1]
    other = open_page(envelopes(2), fragment=f"#claim={claim}&form=mixed")
    assert other.locator(".card.selected .said").inner_text().startswith("There were 3")
    assert other.locator("#chips").is_hidden()
