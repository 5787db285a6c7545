"""Page addresses that once worked go on working: the list of all that were ever published, and the built site."""

import pytest

from tests.markup import Page
from tests.project import ADDRESSES, ROOT

COMMITTED = ROOT / "tests" / "golden" / "addresses.txt"


@pytest.fixture(scope="module")
def published() -> list[str]:
    """Every page address that was ever published."""
    return COMMITTED.read_text("utf-8").splitlines()


def test_every_address_ever_published_is_a_page(published: list[str], pages: dict[str, Page]) -> None:
    gone = [address for address in published if address not in pages]
    assert not gone, (
        f"{gone}: people hold links to these. Leave the lines in {COMMITTED.name} and give each address a redirect;"
        " docs/decisions/addresses-that-stay.md says how"
    )


def test_every_page_is_listed(published: list[str], pages: dict[str, Page]) -> None:
    new = sorted(set(pages) - set(published))
    assert not new, f"new pages: add these lines to tests/golden/{COMMITTED.name} before they are published: {new}"


def test_the_list_is_in_order_and_holds_every_public_address(published: list[str]) -> None:
    assert published == sorted(set(published))
    assert set(ADDRESSES) <= set(published)
