"""Where old ids, permanent links and links to the page itself end up in the HTML of components."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

import pytest

from macros.guide.guide import Guide
from macros.models import Tombstone
from tests.examples import call, everything
from tests.markup import by_id, elements, fragment, text


def moved(guide: Guide, moves: Mapping[str, str]) -> Guide:
    """The guide after renames, each as `list/old: new`."""
    tombstones = tuple(
        Tombstone(list=name.rpartition("/")[0], id=name.rpartition("/")[2], moved_to=new) for name, new in moves.items()
    )
    return Guide.model_validate(
        {**{name: getattr(guide, name) for name in Guide.model_fields}, "tombstones": tombstones}
    )


def rendered(guide: Guide, macro: str, *arguments: str, page_url: str = "rfq/") -> Element:
    return fragment(call(guide, macro, list(arguments), page_url))[0]


def ids(root: Element) -> list[str]:
    return [each.get("id", "") for each in elements(root) if each.get("id")]


@pytest.mark.parametrize(
    ("macro", "argument", "moves", "now"),
    [
        ("checklist", "rfq", {"fields/part-no": "part-number"}, "part-number"),
        ("checklist", "rfq", {"rfq/history": "prototype-history"}, "prototype-history"),
        ("matrix", "transition", {"transition/quantity": "typical-quantity"}, "typical-quantity"),
        ("matrix", "transition", {"transition/pilot": "pilot-run"}, "pilot-run"),
        ("matrix", "transition", {"stages/pilot": "pilot-run"}, "pilot-run"),
        ("matrix", "transition", {"stages/pilot": "pilot-run", "transition/pilot": "pilot-run"}, "pilot-run"),
        ("matrix", "quote-review", {"quote-review/alloy": "material"}, "material"),
        ("assess", "", {"transition/quantity": "typical-quantity"}, "typical-quantity"),
    ],
)
def test_an_old_id_is_an_anchor_where_its_entry_stands(
    guide: Guide, macro: str, argument: str, moves: dict[str, str], now: str
) -> None:
    root = rendered(moved(guide, moves), macro, *filter(None, [argument]))
    old = next(iter(moves)).rpartition("/")[2]
    found = ids(root)
    assert found.count(old) == 1
    assert found.count(now) == 1
    assert abs(found.index(old) - found.index(now)) <= 2
    assert text(by_id(root, old)) == ""


def test_an_old_id_of_a_field_is_an_anchor_on_one_page_only(guide: Guide) -> None:
    after = moved(guide, {"fields/part-no": "part-number"})
    pages = [ids(rendered(after, "checklist", checklist.id)) for checklist in guide.checklists]
    assert [found.count("part-no") for found in pages] == [found.count("part-number") for found in pages]
    assert sum(found.count("part-no") for found in pages) == 1


def test_a_link_to_the_page_itself_is_only_its_name(guide: Guide) -> None:
    label = guide.link("upload").label
    assert call(guide, "link", ["upload"], "upload/") == f"<span>{label}</span>"
    assert call(guide, "link", ["upload"], "rfq/") == f'<a href="../upload/">{label}</a>'


def test_a_heading_is_its_own_permanent_link(guide: Guide) -> None:
    found = 0
    for html in everything(guide).values():
        for heading in elements(fragment(html)[0], "h2", "h3", "h4"):
            for link in (each for each in elements(heading, "a") if each.get("class") == "toclink"):
                found += 1
                assert link.get("href") == f"#{heading.get('id')}"
                assert text(link)
                assert text(link) in text(heading)
                assert not link.get("aria-label")
    assert found > 50


def test_an_item_is_a_heading_named_by_its_label(guide: Guide) -> None:
    for checklist in guide.checklists:
        root = rendered(guide, "checklist", checklist.id)
        for item in checklist.items:
            heading = by_id(root, item.id)
            assert text(by_id(root, heading.get("aria-labelledby", ""))) == item.label


def test_no_region_is_named_by_a_permanent_link(guide: Guide) -> None:
    for html in everything(guide).values():
        root = fragment(html)[0]
        for region in elements(root):
            for name in region.get("aria-labelledby", "").split():
                assert "¶" not in "".join(by_id(root, name).itertext())
