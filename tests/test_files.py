"""What the client reads off real files: STEP by a CAD kernel, DXF and PDF by libraries, meshes by the book."""

import io
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from ezdxf.filemanagement import new
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from macros.guide.guide import Guide
from tests.soak import SOAK, soak
from tests.tally import Tally
from tests.test_client import node

KERNEL = Path(__file__).parent / "golden" / "files"
TITLE_BLOCK = ("TARN VALLEY ROBOTICS", "BRACKET, ENCODER MOUNT", "TVR-10427", "REV C", "SHEET 1 OF 2")


def drawing(words: tuple[str, ...], sheets: int = 2) -> bytes:
    """A drawing of some sheets with words in the title block of the first."""
    pdf = FPDF(orientation="landscape", format="A3")
    for number in range(sheets):
        pdf.add_page()
        pdf.rect(10, 10, 400, 277)
        pdf.set_font("Helvetica", size=10)
        for line, text in enumerate(words if number == 0 else (f"SHEET {number + 1} OF {sheets}",)):
            pdf.text(320, 250 + 6 * line, text)
    return bytes(pdf.output())


def encrypted(pdf: bytes, user: str) -> bytes:
    """The same PDF, opened by a user's password, or by none where it is empty, with printing alone allowed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def dxf(units: int, version: str = "R2010", *, binary: bool = False) -> bytes:
    """A contour in a DXF that declares its units; 0 declares none, and 1 has the patterns that go with inches."""
    document = new(version)
    document.units = units
    document.header["$MEASUREMENT"] = int(units != 1)
    document.modelspace().add_lwpolyline([(0, 0), (120, 0), (120, 80), (0, 80)], close=True)
    if binary:
        out = io.BytesIO()
        document.write(out, fmt="bin")
        return out.getvalue()
    text = io.StringIO()
    document.write(text)
    return text.getvalue().encode()


def laughing() -> bytes:
    """A small PDF that says its words two to the thirtieth times: each form draws the next one twice."""
    forms = 30
    resources = (
        "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << {} >> >>"
    )
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    bodies.append(
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R {resources.format('/X 5 0 R')} >>"
    )
    bodies.append("<< /Length 4 >>\nstream\n/X Do\nendstream")
    for number in range(forms):
        last = number == forms - 1
        content = "BT /F 9 Tf (TVR-10427) Tj ET" if last else "/X Do /X Do"
        used = resources.format("" if last else f"/X {number + 6} 0 R")
        head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] {used} /Length {len(content)} >>"
        bodies.append(f"{head}\nstream\n{content}\nendstream")
    text = "%PDF-1.7\n" + "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, 1))
    return f"{text}trailer\n<< /Root 1 0 R >>\n%%EOF\n".encode()


def stl(triangles: int) -> bytes:
    """A binary STL."""
    return b"\0" * 80 + struct.pack("<I", triangles) + struct.pack("<12fH", *(0.0,) * 12, 0) * triangles


def three_mf() -> bytes:
    """The least that a 3MF archive is made of: four corners and the four triangles between them."""
    corners = "".join(f"<vertex x='{x}' y='{y}' z='{z}'/>" for x, y, z in ((0, 0, 0), (1, 0, 0), (0, 2, 0), (0, 0, 3)))
    faces = "".join(
        f"<triangle v1='{a}' v2='{b}' v3='{c}'/>" for a, b, c in ((0, 2, 1), (0, 1, 3), (0, 3, 2), (1, 2, 3))
    )
    mesh = f"<mesh><vertices>{corners}</vertices><triangles>{faces}</triangles></mesh>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "3D/3dmodel.model", f"<model unit='inch'><resources><object id='1'>{mesh}</object></resources></model>"
        )
    return out.getvalue()


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
        "mm.dxf": dxf(4),
        "inch.dxf": dxf(1, "R2018"),
        "none.dxf": dxf(0, "R2000"),
        "binary.dxf": dxf(1, binary=True),
        "mesh.stl": stl(12),
        "mesh.3mf": three_mf(),
        "empty.stp": b"",
    }
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


def test_steps_of_a_kernel_are_whole_and_read(readings: dict[str, dict[str, Any]]) -> None:
    steps = {path.name: readings[path.name] for path in KERNEL.glob("*.stp")}
    assert len(steps) == 6
    assert all(step["complete"] and step["fits"] and step["problems"] == [] for step in steps.values())
    assert {step["format"] for step in steps.values()} == {"STEP AP203", "STEP AP214", "STEP AP242, edition 1"}
    assert {step["unit"] for step in steps.values()} == {"mm", "inch", "m"}
    assert steps["ap242-shell.stp"]["geometry"] == "surfaces"
    assert steps["ap242-shell.stp"]["products"] == [{"id": "Gehäuse Ø22", "name": "Gehäuse Ø22"}]


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


def test_units_of_a_dxf_are_those_it_declares(readings: dict[str, dict[str, Any]]) -> None:
    found = {name: (readings[name].get("unit"), readings[name]["format"]) for name in readings if name.endswith(".dxf")}
    assert found == {
        "mm.dxf": ("mm", "DXF 2010"),
        "inch.dxf": ("inch", "DXF 2018"),
        "none.dxf": (None, "DXF 2000"),
        "binary.dxf": ("inch", "DXF 2010 binary"),
    }
    assert all(readings[name]["complete"] and readings[name]["fits"] for name in found)


def test_meshes_are_meshes(readings: dict[str, dict[str, Any]]) -> None:
    assert (readings["mesh.stl"]["kind"], readings["mesh.stl"]["triangles"]) == ("mesh", 12)
    assert (readings["mesh.3mf"]["kind"], readings["mesh.3mf"]["fits"]) == ("mesh", True)
    assert readings["mesh.stl"]["complete"]
    assert readings["mesh.3mf"]["complete"]
    assert (readings["mesh.3mf"]["unit"], readings["mesh.3mf"]["extents"]) == ("inch", [1, 2, 3])
    assert readings["mesh.3mf"]["watertight"]


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
        survived(f"files read, {kind.replace('_', ' ')}", count, count)
    assert counts["truncated"] == min(50, runs) * len(files)
