"""What is read of made files is what they hold, as other readers of the same files say too."""

import io
from pathlib import Path
from typing import Any

import pytest
from ezdxf import bbox
from ezdxf.filemanagement import readfile
from pypdf import PdfReader

from tests.made_files import DXFS, MADE, PDFS
from tests.test_files import read


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All made files."""
    folder = tmp_path_factory.mktemp("made")
    for name, (content, _) in MADE.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def readings(place: Path) -> dict[str, dict[str, Any]]:
    """What the client reads of each."""
    return dict(zip(MADE, read(*(place / name for name in MADE))["readings"], strict=True))


@pytest.mark.parametrize("name", MADE)
def test_each_fact_is_what_the_file_was_made_with(readings: dict[str, dict[str, Any]], name: str) -> None:
    wanted = MADE[name][1]
    assert {key: readings[name].get(key) for key in wanted} == wanted


@pytest.mark.parametrize(
    "name", [name for name in DXFS if not name.startswith(("sheet", "contour-r10")) and name.endswith("dxf")]
)
def test_a_drawing_is_as_large_as_another_reader_finds_it(
    place: Path, readings: dict[str, dict[str, Any]], name: str
) -> None:
    modelspace = readfile(place / name).modelspace()
    size = bbox.extents(modelspace).size
    assert readings[name]["extents"] == pytest.approx([size.x, size.y], abs=0.01)
    assert readings[name]["entities"] == len(modelspace)


@pytest.mark.parametrize(
    "name", [name for name in PDFS if not name.startswith(("locked", "map", "without", "updated"))]
)
def test_a_pdf_has_the_sheets_and_words_that_another_reader_finds(
    readings: dict[str, dict[str, Any]], name: str
) -> None:
    other = PdfReader(io.BytesIO(MADE[name][0]), strict=False)
    assert readings[name]["pages"] == len(other.pages)
    words = other.pages[0].extract_text().split()
    assert all(word in readings[name]["text"] for word in words if word.isascii())


def test_a_stamp_on_the_sheet_belongs_to_its_text(readings: dict[str, dict[str, Any]]) -> None:
    assert "RELEASED TVR-10427 REV C" in readings["stamped.pdf"]["text"]


def test_why_text_is_missing_is_said(readings: dict[str, dict[str, Any]]) -> None:
    said = {name: " ".join(readings[name]["problems"]) for name in PDFS}
    assert "a page that asks to wait" in said["please-wait.pdf"]
    assert "a portfolio" in said["portfolio.pdf"]
    assert "in a font that could not be read" in said["map-of-no-name.pdf"]
    assert not said["japanese.pdf"]


def test_a_mesh_says_that_it_has_no_unit_where_it_has_none(readings: dict[str, dict[str, Any]]) -> None:
    for name in ("closed-text.stl", "closed-binary.stl", "closed.obj", "closed-text.ply"):
        assert "no unit" in readings[name]["remarks"][0]
    assert "remarks" not in readings["inch.3mf"]
