"""The pictures of a site that has a supplier: their name and colors are on the icon and in the previews."""

import re
from xml.etree import ElementTree

import pytest

from macros.guide.guide import Guide
from macros.rendering.settings import Supplier
from tests.pictures import SOCIAL, icon, previews

TARN = Supplier(name="(tarn <Valley>", color="#7a3d00", color_dark="#f0a860")
NAMESPACE = {"svg": "http://www.w3.org/2000/svg"}


def test_without_a_supplier_the_icon_is_the_mark_in_the_guides_colors() -> None:
    made = icon(Supplier())
    assert len(ElementTree.fromstring(made).findall("svg:path", NAMESPACE)) > 0
    assert re.findall(r"path\{fill:(#\w+)", made) == ["#1f3fae", "#a3b8ff"]


def test_a_suppliers_icon_is_their_first_letter_in_their_colors() -> None:
    made = icon(TARN)
    (letter,) = ElementTree.fromstring(made).findall("svg:text", NAMESPACE)
    assert letter.text == "T"
    assert re.findall(r"text\{fill:(#\w+)", made) == ["#7a3d00", "#f0a860"]


@pytest.mark.parametrize("name", ["<&>", "", None])
def test_a_name_without_a_letter_keeps_the_mark(name: str | None) -> None:
    colored = icon(Supplier.model_construct(name=name, color="#7a3d00", color_dark="#f0a860"))
    assert "<path" in colored
    assert "#7a3d00" in colored


def test_a_suppliers_previews_have_their_name_and_color(guide: Guide) -> None:
    made = dict(previews(guide, TARN, "Batch guide"))
    assert made.keys() == {"guide", *(stage.id for stage in guide.stages)}
    assert all("Batch guide · (tarn &lt;Valley&gt;" in html for html in made.values())
    assert "#7a3d00" in made["pilot-run"]
    assert "#1f3fae" not in made["pilot-run"]


def test_without_a_supplier_and_where_the_site_has_their_name_it_stands_once(guide: Guide) -> None:
    for supplier in (Supplier(), Supplier(name="Tarn")):
        assert dict(previews(guide, supplier, "Tarn"))["guide"].count("Tarn") == 1
    assert all((SOCIAL / f"{name}.png").is_file() for name, _ in previews(guide, Supplier(), "x"))
