"""What a supplier's settings may hold beside what test_settings.py says: near misses, colors, and how to be reached."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader

from macros.guide.guide import Guide
from macros.reading.problems import GuideError
from macros.rendering.contrast import PAPERS, READABLE, contrast
from macros.rendering.settings import read_settings
from tests.markup import elements, fragment, text
from tests.project import ROOT


def told(guide: Guide, extra: str) -> list[str]:
    """The lines about settings as they stand in `mkdocs.yml`."""
    settings: dict[str, Any] = yaml.safe_load(extra)
    try:
        read_settings(settings, guide.links)
    except GuideError as error:
        return [line.removeprefix("mkdocs.yml:1:1: extra.") for line in str(error).splitlines()]
    return []


@pytest.mark.parametrize(
    ("extra", "lines"),
    [
        ("{suplier: {name: Tarn}, links: {}}", ["suplier: no such setting; did you mean `supplier`?"]),
        ("{link: {}}", ["link: no such setting; did you mean `links`?"]),
        ("{Supplier: {}}", ["Supplier: no such setting; did you mean `supplier`?"]),
        ("{LINKS: {}}", ["LINKS: no such setting; did you mean `links`?"]),
        ("{supplier: {nmae: Tarn}}", ["supplier.nmae: unknown; did you mean `name`?"]),
        ("{supplier: {color-dark: Tarn}}", ["supplier.color-dark: unknown; did you mean `color_dark`?"]),
        ("{links: {uplaod: nowhere}}", ["links.uplaod: no link has this name; did you mean `upload`?"]),
        ("{links: {Up Load: nowhere}}", ["links.Up Load: no link has this name; did you mean `upload`?"]),
    ],
)
def test_a_misspelled_name_is_told_once_with_what_was_meant(guide: Guide, extra: str, lines: list[str]) -> None:
    assert told(guide, extra) == lines


@pytest.mark.parametrize(
    "key",
    ["alternate", "analytics", "annotate", "consent", "generator", "homepage", "social", "status", "tags", "version"],
)
def test_a_key_of_the_theme_is_none_of_ours(guide: Guide, key: str) -> None:
    assert told(guide, f"{{{key}: {{x: y}}}}") == []


BARE = 'nothing is set; put the color in quotes, as in "#1f4fbf": a bare # begins a comment'
MISSING = "missing; set a color for light and one for dark paper, or none"


@pytest.mark.parametrize(
    ("supplier", "lines"),
    [
        ('color: "#7a3d00"\ncolor_dark: "#f0a860"', []),
        ("color: #7a3d00\ncolor_dark: #f0a860", [f"supplier.color: {BARE}", f"supplier.color_dark: {BARE}"]),
        ("color: #7a3d00", [f"supplier.color: {BARE}"]),
        ('color: "#7a3d00"', [f"supplier.color_dark: {MISSING}"]),
        ('color_dark: "#f0a860"', [f"supplier.color: {MISSING}"]),
        ("color: brown", ["supplier.color: a color such as #1f4fbf, in quotes, is expected"]),
        (
            'color: "#f0a860"\ncolor_dark: "#7a3d00"',
            [
                "supplier.color: #f0a860 on the light paper, #fcfcfa, has a contrast of 1.95 to 1; text needs 4.5 to 1,"
                " so take a darker color",
                "supplier.color_dark: #7a3d00 on the dark paper, #12171d, has a contrast of 2.13 to 1; text needs 4.5"
                " to 1, so take a lighter color",
            ],
        ),
    ],
)
def test_colors_come_in_pairs_that_can_be_read(guide: Guide, supplier: str, lines: list[str]) -> None:
    assert told(guide, "supplier:\n" + "".join(f"  {line}\n" for line in supplier.splitlines())) == lines


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21
    assert contrast("#777777", "#777777") == 1
    # The lightest gray that passes on white, and the next one.
    assert contrast("#767676", "#ffffff") >= READABLE > contrast("#777777", "#ffffff")


def schemes() -> Iterator[tuple[str, dict[str, str]]]:
    """The colors of each scheme, as the stylesheet sets them."""
    sheet = (ROOT / "macros" / "components" / "base.css").read_text("utf-8")
    for name in ("default", "slate"):
        body = re.search(rf'\[data-md-color-scheme="{name}"\] \{{(.*?)\}}', sheet, re.DOTALL)
        assert body
        yield name, dict(re.findall(r"--guide-(\w+): (#[0-9a-f]+);", body[1]))


def test_our_own_colors_can_be_read_on_the_papers_that_settings_are_measured_on() -> None:
    for (_, colors), (_, paper) in zip(schemes(), PAPERS.values(), strict=True):
        assert colors["paper"] == paper
        for ground in (paper, colors["sheet"].replace("#fff", "#ffffff")):
            assert min(contrast(colors[name], ground) for name in ("accent", "ink", "quiet")) >= READABLE
            # Success criterion 1.4.11: what shows where a box is.
            assert contrast(colors["edge"], ground) >= 3


@pytest.mark.parametrize(
    ("contact", "address", "words"),
    [
        ("quotes@tarnvalley.example", "mailto:quotes@tarnvalley.example", "quotes@tarnvalley.example"),
        ("https://tarnvalley.example/contact", "https://tarnvalley.example/contact", "tarnvalley.example/contact"),
        ("+1 555 0100", None, "+1 555 0100"),
        ("write to quotes@tarnvalley.example", None, "write to quotes@tarnvalley.example"),
        ("javascript:alert(1)", None, "javascript:alert(1)"),
    ],
)
def test_the_contact_is_a_link_where_it_is_an_address(contact: str, address: str | None, words: str) -> None:
    root, errors = fragment(override("partials/copyright.html", name="Tarn Valley Machining", contact=contact))
    assert not errors
    footer = next(each for each in elements(root, "div") if each.get("class") == "md-copyright__highlight")
    assert text(footer) == f"Tarn Valley Machining · {words}"
    assert [each.get("href") for each in elements(footer, "a")] == ([address] if address else [])


def override(name: str, /, **supplier: str) -> str:
    """A template of the theme as a host renders it."""
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=name.endswith(".html"))
    environment.filters["url"] = str
    return environment.get_template(name).render(config={"extra": {"supplier": supplier}, "copyright": ""})


def test_colors_are_for_the_screen_and_come_in_pairs() -> None:
    sheet = "assets/stylesheets/brand.css"
    both = override(sheet, color="#7a3d00", color_dark="#f0a860")
    assert re.search(r"@media screen \{[^}]*#7a3d00;[^}]*\}[^}]*#f0a860;[^}]*\}\s*\}\s*$", both)
    for one in ({"color": "#7a3d00"}, {"color_dark": "#f0a860"}, {}):
        assert not override(sheet, **one).strip()
