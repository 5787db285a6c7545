"""What the client reads off drawings, how it checks the files of a part, and that no broken file stops it."""

import json
from pathlib import Path
from typing import Any

import pytest

from macros.guide.guide import Guide
from tests.made_files import FONT, MADE, TITLE_BLOCK, drawing, encrypted, pdf_of
from tests.node import node
from tests.soak import SOAK, soak
from tests.tally import Tally

KERNEL = Path(__file__).parent / "golden" / "files"


def laughing() -> bytes:
    """A small PDF that says its words two to the thirtieth times: each form draws the next one twice."""
    forms = 30
    resources = f"/Resources << /Font << /F {FONT} >> /XObject << {{}} >> >>"
    sheet = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R {resources.format('/X 5 0 R')} >>"
    bodies = [sheet, "<< /Length 5 >>\nstream\n/X Do\nendstream"]
    for number in range(forms):
        last = number == forms - 1
        content = "BT /F 9 Tf (TVR-10427) Tj ET" if last else "/X Do /X Do"
        used = resources.format("" if last else f"/X {number + 6} 0 R")
        head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] {used} /Length {len(content)} >>"
        bodies.append(f"{head}\nstream\n{content}\nendstream")
    return pdf_of(*bodies)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One real file of each sort."""
    place = tmp_path_factory.mktemp("files")
    whole = drawing(TITLE_BLOCK)
    files = {
        "TVR-10427_C.pdf": whole,
        "TVR-10427_B.pdf": drawing((*TITLE_BLOCK[:3], "REV B")),
        "TVR-10427_C.stp": (KERNEL / "ap242-mm.stp").read_bytes(),
        "TVR-10427_B.stp": (KERNEL / "ap214-inch.stp").read_bytes().replace(b"2026-08-24", b"2026-05-18"),
        "long.pdf": drawing(("COVER SHEET OF A SET OF DRAWINGS FOR A BRACKET",), sheets=12),
        "scan.pdf": drawing((), sheets=1),
        "locked.pdf": encrypted(whole, "secret"),
        "limited.pdf": encrypted(whole, ""),
        "laughing.pdf": laughing(),
        "empty.stp": b"",
    }
    drawn = ("contour.dxf", "contour-r2000.dxf", "contour-r2018.dxf", "contour-binary.dxf")
    files |= {name: MADE[name][0] for name in (*drawn, "closed-binary.stl", "inch.3mf")}
    for name, content in files.items():
        (place / name).write_bytes(content)
    for step in KERNEL.glob("*.stp"):
        (place / step.name).write_bytes(step.read_bytes())
    return place


@pytest.fixture(scope="module")
def readings(folder: Path) -> dict[str, dict[str, Any]]:
    """What the client reads of each file, by its name."""
    paths = sorted(folder.iterdir())
    return {path.name: reading for path, reading in zip(paths, read(*paths)["readings"], strict=True)}


def read(*paths: Path) -> dict[str, Any]:
    """What the client reads of files, and how it checks them against the worked example."""
    done = node("tests/client/files-read.ts", *paths)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_text_of_a_drawing_has_its_title_block(readings: dict[str, dict[str, Any]]) -> None:
    for name, access in (("TVR-10427_C.pdf", "open"), ("limited.pdf", "limited")):
        reading = readings[name]
        assert (reading["pages"], reading["access"], reading["complete"], reading["fits"]) == (2, access, True, True)
        assert all(words in reading["text"] for words in TITLE_BLOCK)
        assert reading["problems"] == []


def test_drawing_of_many_sheets_is_read_in_part(folder: Path, readings: dict[str, dict[str, Any]]) -> None:
    assert "partial" not in readings["TVR-10427_C.pdf"]
    assert readings["laughing.pdf"]["partial"]
    assert (readings["long.pdf"]["pages"], readings["long.pdf"]["partial"]) == (12, True)
    results = {check["id"]: check["result"] for check in read(folder / "long.pdf")["checks"]}
    assert results["part-number-in-drawing"] == "cannot-tell"


def test_drawing_without_a_text_layer_is_said_to_have_none(readings: dict[str, dict[str, Any]]) -> None:
    reading = readings["scan.pdf"]
    assert (reading["pages"], reading["access"], reading["text"]) == (1, "open", "")
    assert reading["problems"] == ["The PDF has no text that can be read: it may be a scan, or text drawn as lines."]


def test_pdf_that_asks_for_a_password_tells_nothing_else(readings: dict[str, dict[str, Any]]) -> None:
    reading = readings["locked.pdf"]
    assert (reading["access"], reading["complete"]) == ("password", True)
    assert "pages" not in reading
    assert "text" not in reading


def test_words_without_end_are_read_until_there_are_enough(readings: dict[str, dict[str, Any]]) -> None:
    text = readings["laughing.pdf"]["text"]
    assert text.startswith("TVR-10427")
    assert 10_000 < len(text) <= 20_000


def test_files_of_the_worked_example_agree_with_it(folder: Path, guide: Guide) -> None:
    checks = read(folder / "TVR-10427_C.stp", folder / "TVR-10427_C.pdf")["checks"]
    assert {check["result"] for check in checks} == {"agrees"}
    made = {check["id"] for check in checks}
    assert {each.id for each in guide.preflight.checks} - made == {"units-in-dxf", "model-is-no-mesh", "open-formats"}


def test_files_of_the_revision_before_differ_from_the_worked_example(folder: Path) -> None:
    checks = read(folder / "TVR-10427_B.stp", folder / "TVR-10427_B.pdf")["checks"]
    assert {check["id"]: check["evidence"] for check in checks if check["result"] == "differs"} == {
        "named-files": ["The record names TVR-10427_C.stp.", "The record names TVR-10427_C.pdf."],
        "revision-in-names": ["TVR-10427_B.stp: Rev B, not Rev C", "TVR-10427_B.pdf: Rev B, not Rev C"],
        "revision-in-drawing": ["TVR-10427_B.pdf: Rev B, not Rev C"],
        "units-in-model": ["TVR-10427_B.stp: inch, not mm"],
        "model-not-older": ["TVR-10427_B.stp: written 2026-05-18, release 2026-08-24"],
    }
    asked = {check["id"]: check["ask"] for check in checks if "ask" in check}
    assert set(asked) == {"named-files", "revision-in-names", "revision-in-drawing", "units-in-model"}
    assert all(ask.endswith(")") for ask in asked.values())


@soak
def test_broken_files_are_read_without_an_error(folder: Path, survived: Tally) -> None:
    runs = 1000 if SOAK else 10
    files = sorted(path for path in folder.iterdir() if path.name not in {"empty.stp", "laughing.pdf"})
    done = node("tests/client/files-fuzz.ts", str(runs), *files)
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout.splitlines()[-1])
    for kind, count in counts.items():
        survived(f"files read, {kind.replace('_', ' ')}", count)
    assert counts["truncated"] == min(50, runs) * len(files)
