"""What a supplier sets under `extra:`: where links lead, who runs the site, and how mistakes are told."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.utils.yaml import get_yaml_loader

from macros.guide.guide import Guide
from macros.reading.problems import GuideError
from macros.reading.source import places
from macros.rendering.settings import Settings, read_settings
from tests.markup import Page, elements, text
from tests.project import ADDRESSES
from tests.supplied import printed_settings


@pytest.mark.parametrize("extra", [{}, {"supplier": None, "links": None}, {"supplier": {}, "links": {}}])
def test_unset_each_link_leads_to_a_page_of_this_guide(guide: Guide, extra: dict[str, object]) -> None:
    settings = read_settings({"generator": False, **extra}, guide.links)
    assert settings == Settings()
    for link in guide.links.links:
        assert settings.destination(link) == link.page
        assert link.page.partition("#")[0] in ADDRESSES


def test_an_unset_part_stays_unset(guide: Guide) -> None:
    settings = read_settings({"supplier": {"name": "Tarn", "logo": None}, "links": {"upload": None}}, guide.links)
    assert settings.supplier.name == "Tarn"
    assert settings.supplier.logo is None
    assert settings.destination(guide.link("upload")) == "/upload/"


@pytest.mark.parametrize(
    "address",
    ["https://fellside.example/quote?a=1&b=2", "http://tarnvalley.example/", "mailto:quotes@fellside.example"],
)
def test_a_set_link_leads_to_the_supplier(guide: Guide, address: str) -> None:
    settings = read_settings({"links": {"upload": address}}, guide.links)
    assert settings.destination(guide.link("upload")) == address
    assert settings.destination(guide.link("design-guide")) == "/topics/design-guide/"


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("https://a.example/q?part={part-number}&rev={revision}", "https://a.example/q"),
        ("https://a.example/q?part={part-number}&lang=en#form", "https://a.example/q?lang=en#form"),
        ("https://a.example/q?lang=en&part={part-number}&rev={revision}#form", "https://a.example/q?lang=en#form"),
    ],
)
def test_a_link_of_no_part_leaves_out_what_it_would_say_of_one(guide: Guide, address: str, bare: str) -> None:
    settings = read_settings({"links": {"upload": address}}, guide.links)
    assert settings.destination(guide.link("upload")) == bare
    assert settings.links["upload"] == address


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (
            {"links": {"zzz": "https://a.example/"}},
            "extra.links.zzz: no link has this name; allowed: `plan-production-run`, ",
        ),
        ({"links": {"upload": "tarnvalley.example"}}, "extra.links.upload: an address that begins with https://"),
        ({"links": {"upload": "javascript:alert(1)"}}, "extra.links.upload: an address that begins with https://"),
        ({"links": {"upload": "https://a.example/ x"}}, "extra.links.upload: an address that begins with https://"),
        ({"links": {"upload": 'https://a.example/"x'}}, "extra.links.upload: an address that begins with https://"),
        ({"links": {"upload": 7}}, "extra.links.upload: an address that begins with https://"),
        (
            {"links": {"upload": "https://a.example/?part={part-nmber}"}},
            "extra.links.upload: {part-number} and {revision} can stand as values of its query",
        ),
        ({"links": {"upload": "https://a.example/{part-number}"}}, "extra.links.upload: {part-number} and {revision} "),
        ({"links": {"upload": "https://{revision}.example/"}}, "extra.links.upload: {part-number} and {revision} "),
        ({"links": {"upload": "https://a.example/?a=x{revision}"}}, "extra.links.upload: {part-number} and "),
        ({"links": {"upload": "https://a.example/?a={revision}x"}}, "extra.links.upload: {part-number} and "),
        ({"links": {"upload": "https://a.example/#a={revision}"}}, "extra.links.upload: {part-number} and "),
        ({"links": {"upload": "mailto:a@b.example?a={revision}"}}, "extra.links.upload: only the upload link, as a "),
        ({"links": {"rfq": "https://a.example/?a={revision}"}}, "extra.links.rfq: only the upload link, as a web "),
        ({"inline_scripts": ["sha256-abc"]}, "extra.inline_scripts.0: a list of hashes such as sha256-"),
        ({"inline_scripts": "alert(1)"}, "extra.inline_scripts: a list of hashes such as sha256-"),
        ({"inline_script": []}, "extra.inline_script: no such setting; did you mean `inline_scripts`?"),
        ({"links": ["upload"]}, "extra.links: a list of names and values is expected here"),
        ({"supplier": "Tarn Valley"}, "extra.supplier: a list of names and values is expected here"),
        ({"supplier": {"zzz": "Tarn"}}, "extra.supplier.zzz: unknown; allowed: `name`, `contact`, `logo`, `color`"),
        ({"supplier": {"name": 7}}, "extra.supplier.name: a text is expected, and `7` is none; put it in quotes"),
        ({"supplier": {"name": ""}}, "extra.supplier.name: nothing is written here; a text is expected"),
        ({"supplier": {"color": "#7a3d00; }"}}, "extra.supplier.color: a color such as #1f4fbf"),
        ({"supplier": {"color_dark": 123456}}, "extra.supplier.color_dark: a color such as #1f4fbf"),
    ],
)
def test_a_mistake_is_told_in_one_line_that_names_it(guide: Guide, extra: dict[str, Any], said: str) -> None:
    with pytest.raises(GuideError) as raised:
        read_settings(extra, guide.links)
    (line,) = str(raised.value).splitlines()
    assert line.startswith(f"mkdocs.yml:1:1: {said}")


def test_all_mistakes_are_told_at_once(guide: Guide) -> None:
    with pytest.raises(GuideError) as raised:
        read_settings({"links": {"uplaod": "x", "rfq": "y"}, "supplier": {"logos": "z"}}, guide.links)
    assert len(str(raised.value).splitlines()) >= 3


SETTINGS = """\
site_url: !ENV [SITE_URL, "https://guide.example/"]
extra:
  supplier:
    nmae: Tarn
    contact: 12
    logo: assets/tarn.svg
  links: {upload: https://a.example/,
    uplaod: https://a.example/}
"""


def told(guide: Guide, folder: Path, settings: str) -> list[str]:
    """The lines about a file with settings, without its folder."""
    file = folder / "mkdocs.yml"
    file.write_text(settings, "utf-8")
    extra = yaml.load(settings, get_yaml_loader())["extra"]
    try:
        read_settings(extra, guide.links, places(file)[0], folder / "docs")
    except GuideError as error:
        return [line.removeprefix(f"{folder}/") for line in str(error).splitlines()]
    return []


def test_a_mistake_is_told_by_line_and_column(guide: Guide, tmp_path: Path) -> None:
    assert told(guide, tmp_path, SETTINGS) == [
        "mkdocs.yml:4:5: extra.supplier.nmae: unknown; did you mean `name`?",
        "mkdocs.yml:5:5: extra.supplier.contact: a text is expected, and `12` is none; put it in quotes",
        "mkdocs.yml:6:5: extra.supplier.logo: `assets/tarn.svg` is no file below docs/",
        "mkdocs.yml:8:5: extra.links.uplaod: no link has this name; did you mean `upload`?",
    ]


def test_the_printed_settings_fit_the_guide_as_shipped(guide: Guide, tmp_path: Path) -> None:
    (tmp_path / "docs" / "assets" / "images").mkdir(parents=True)
    printed = printed_settings(tmp_path)
    settings = read_settings(printed["extra"], guide.links, docs=tmp_path / "docs")
    assert settings.supplier.name == printed["site_name"]
    assert settings.destination(guide.link("upload")) == printed["extra"]["links"]["upload"]


@pytest.mark.parametrize("logo", ["assets/tarn.svg", "../outside.svg", "/etc/hostname", "https://a.example/tarn.svg"])
def test_a_logo_is_a_file_of_the_site(guide: Guide, tmp_path: Path, logo: str) -> None:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    for name in ("outside.svg", "docs/assets/here.svg"):
        (tmp_path / name).write_text("<svg/>", "utf-8")
    said = f"mkdocs.yml:3:5: extra.supplier.logo: `{logo}` is no file below docs/"
    assert told(guide, tmp_path, f"extra:\n  supplier:\n    logo: {logo}\n") == [said]
    assert told(guide, tmp_path, "extra:\n  supplier:\n    logo: assets/here.svg\n") == []


def test_unset_a_page_names_no_supplier_and_links_no_color(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert "Fellside Machining" not in text(page.root)
        assert not [each for each in elements(page.root, "link") if "brand" in each.get("href", "")]
        assert not [each for each in elements(page.root, "a") if "fellside.example" in each.get("href", "")]
