"""Files as people really have them, made for the tests: each with what must be read of it."""

import gzip
import io
import struct
import zipfile
from collections.abc import Iterable
from typing import Any

from ezdxf.filemanagement import new
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

Facts = dict[str, Any]
WHOLE_FILE: Facts = {"complete": True, "fits": True}
MM = "#1=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));"
CONTEXT = "#9=(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNIT_ASSIGNED_CONTEXT((#1))REPRESENTATION_CONTEXT('',''));"
SOLID = "#20=MANIFOLD_SOLID_BREP('',#21);#22=ADVANCED_BREP_SHAPE_REPRESENTATION('',(#20),#9);"
AP242 = "AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF { 1 0 10303 442 1 1 4 }"


def step(data: str, schema: str = "AUTOMOTIVE_DESIGN", encoding: str = "latin-1") -> bytes:
    """A STEP file of AP214, or of another schema."""
    header = (
        f"HEADER;FILE_DESCRIPTION((''),'2;1');FILE_NAME('','',(''),(''),'','','');FILE_SCHEMA(('{schema}'));ENDSEC;"
    )
    return f"ISO-10303-21;\n{header}\nDATA;\n{data}\nENDSEC;\nEND-ISO-10303-21;\n".encode(encoding)


def converted(name: str, factor: str) -> str:
    """A unit of a name that is so many millimeters."""
    return (
        f"#1=(CONVERSION_BASED_UNIT('{name}',#2)LENGTH_UNIT()NAMED_UNIT(#4));"
        f"#2=LENGTH_MEASURE_WITH_UNIT(LENGTH_MEASURE({factor}),#3);"
        "#3=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));"
    )


def box(x: float, y: float, z: float) -> str:
    """The corners of a solid, as its edges go through them."""
    corners = [(a * x, b * y, c * z) for a in (0, 1) for b in (0, 1) for c in (0, 1)]
    return "".join(
        f"#{100 + 2 * i}=CARTESIAN_POINT('',({a:.6f},{b:.6f},{c:.6f}));#{101 + 2 * i}=VERTEX_POINT('',#{100 + 2 * i});"
        for i, (a, b, c) in enumerate(corners)
    )


def products(*names: str, placed: Iterable[tuple[int, int]] = ()) -> str:
    """Products, and which of them is placed in which, by their places here."""
    own = "".join(
        f"#{300 + 3 * i}=PRODUCT('{name}','{name}','',());"
        f"#{301 + 3 * i}=PRODUCT_DEFINITION_FORMATION('','',#{300 + 3 * i});"
        f"#{302 + 3 * i}=PRODUCT_DEFINITION('design','',#{301 + 3 * i},$);"
        for i, name in enumerate(names)
    )
    return own + "".join(
        f"#{500 + i}=NEXT_ASSEMBLY_USAGE_OCCURRENCE('{i}','','',#{302 + 3 * a},#{302 + 3 * b},$);"
        for i, (a, b) in enumerate(placed)
    )


STEPS: dict[str, tuple[bytes, Facts]] = {
    "unit-in-capitals.stp": (step(converted("METRE", "1000.") + CONTEXT + SOLID), {"unit": "m", "geometry": "solids"}),
    "unit-is-a-mark.stp": (step(converted('"', "25.4") + CONTEXT + SOLID), {"unit": "inch"}),
    "unit-without-a-name.stp": (step(converted("MY UNIT", "304.8") + CONTEXT + SOLID), {"unit": "feet"}),
    "inch-of-one-millimeter.stp": (
        step(converted("INCH", "1.") + CONTEXT + SOLID),
        {"unit": None, "unitDoubt": "a unit named INCH of 1 mm"},
    ),
    "two-units-without-a-solid.stp": (
        step(
            MM
            + "#5=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT($,.METRE.));"
            + CONTEXT
            + CONTEXT.replace("#9=", "#8=").replace("#1)", "#5)")
        ),
        {"unit": None, "geometry": "none"},
    ),
    "only-curves.stp": (step(MM + CONTEXT + "#20=GEOMETRIC_CURVE_SET('',());"), {"geometry": "curves"}),
    "made-of-others.stp": (step(MM + CONTEXT + "#20=CSG_SOLID('',#21);"), {"geometry": "solids", "solids": None}),
    "solid-of-several-entities.stp": (
        step(MM + "#20=(BREP_WITH_VOIDS((#3))MANIFOLD_SOLID_BREP(#2)REPRESENTATION_ITEM('')SOLID_MODEL());"),
        {"geometry": "solids"},
    ),
    "empty-data.stp": (step(""), {"geometry": None, "complete": True}),
    "block.stp": (step(MM + CONTEXT + SOLID + box(127, 34.9, 63.5)), {"leastSize": [127, 63.5, 34.9], "solids": 1}),
    "block-in-inches.stp": (
        step(converted("INCH", "25.4") + CONTEXT + SOLID + box(5, 2, 1)),
        {"unit": "inch", "leastSize": [5, 2, 1]},
    ),
    "assembly-of-three.stp": (
        step(MM + CONTEXT + SOLID + products("TOP-100", "PIN-1", "PLATE-2", placed=[(0, 1), (0, 1), (0, 2)])),
        {
            "assembly": {"products": 3, "occurrences": 3},
            "products": [{"id": "TOP-100", "name": "TOP-100"}],
            "leastSize": None,
        },
    ),
    "standard-is-no-product.stp": (
        step(MM + products("TVR-10427", "Y14.36M") + "#600=DOCUMENT_PRODUCT_EQUIVALENCE('equivalence',$,#601,#304);"),
        {"products": [{"id": "TVR-10427", "name": "TVR-10427"}]},
    ),
    "semantic-annotations.stp": (
        step(MM + CONTEXT + SOLID + "#700=DIMENSIONAL_SIZE(#701,'diameter');", AP242),
        {"annotations": "semantic", "format": "STEP AP242, edition 1"},
    ),
    "drawn-annotations.stp": (
        step(MM + CONTEXT + SOLID + "#700=ANNOTATION_CURVE_OCCURRENCE('',(),#701);", AP242),
        {"annotations": "graphic"},
    ),
    "no-annotations.stp": (step(MM + CONTEXT + SOLID, AP242), {"annotations": "none"}),
    "chinese-name.stp": (
        step(MM + products("支架-10427"), encoding="gb18030"),
        {"products": [{"id": "支架-10427", "name": "支架-10427", "also": ["Ö§¼Ü-10427", "Ö§¼Ü-10427"]}]},
    ),
    "packed.stp.gz": (
        gzip.compress(step(MM + CONTEXT + SOLID)),
        {"kind": "step", "unit": "mm", "geometry": "solids", "complete": True},
    ),
    "packed-and-cut.stp.gz": (gzip.compress(step(MM + CONTEXT + SOLID))[:-20], {"kind": "step", "complete": False}),
}


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def iges(flag: int, name: str, entities: Iterable[int] = (110,), *, cut: bool = False) -> bytes:
    """An IGES file with a unit by its flag and by its name."""
    text = f"1H,,1H;,4HPART,8HPART.igs,7HMyCAD 3,4HPre1,32,38,6,308,15,4HPART,1.0,{flag},{len(name)}H{name},1,0.01,"
    text += "15H20260302.100000,0.001,100.0,4HAnna,3HOrg,11,0,15H20260302.100000;"
    rows = [(" " * 72, "S")]
    rows += [(text[at : at + 72].ljust(72), "G") for at in range(0, len(text), 72)]
    for number, entity in enumerate(entities, 1):
        rows += [(f"{entity:8}{number:8}".ljust(72), "D"), (f"{entity:8}".ljust(72), "D")]
        rows += [(f"{entity},0.,0.,0.,1.,0.,0.;".ljust(64) + f"{2 * number - 1:8}", "P")]
    rows.sort(key=lambda row: "SGDP".index(row[1]))
    counts = dict.fromkeys("SGDP", 0)
    lines = []
    for content, section in rows:
        counts[section] += 1
        lines.append(f"{content}{section}{counts[section]:7}")
    lines.append("".join(f"{section}{count:7}" for section, count in counts.items()).ljust(72) + "T      1")
    return "\n".join(lines[:-1] if cut else lines).encode() + b"\n"


OTHERS: dict[str, tuple[bytes, Facts]] = {
    "packed.stpz": (zipped({"a/part.stp": step(MM + CONTEXT + SOLID)}), {"kind": "step", "unit": "mm", "fits": True}),
    "millimeters.igs": (
        iges(2, "MM", [186, 110]),
        {
            "format": "IGES 5.3",
            "unit": "mm",
            "geometry": "solids",
            "author": "Anna",
            "system": "MyCAD 3",
            "complete": True,
        },
    ),
    "surfaces.iges": (iges(2, "MM", [144, 110]), {"geometry": "surfaces", "written": "2026-03-02"}),
    "unit-by-name.igs": (iges(3, "IN"), {"unit": "inch", "geometry": "curves"}),
    "flag-against-name.igs": (iges(2, "INCH"), {"unit": None, "unitDoubt": "mm by its flag, INCH by its name"}),
    "cut.igs": (iges(2, "MM", cut=True), {"complete": False}),
    "set.zip": (
        zipped({"a/TVR-10427_C.stp": b"x" * 10, "b.pdf": b"y"}),
        {"kind": "zip", "contains": [{"name": "a/TVR-10427_C.stp", "size": 10}, {"name": "b.pdf", "size": 1}]},
    ),
    "cut.zip": (zipped({"a.stp": b"x" * 500})[:-8], {"kind": "zip", "complete": False}),
}

CORNERS = ((0, 0, 0), (1, 0, 0), (0, 2, 0), (0, 0, 3))
FACES = ((0, 2, 1), (0, 1, 3), (0, 3, 2), (1, 2, 3))
CLOSED: Facts = {"triangles": 4, "extents": [1, 2, 3], "watertight": True}


def stl_text(faces: Iterable[tuple[int, ...]]) -> bytes:
    """Some faces of a tetrahedron, in words."""
    facets = "".join(
        "facet normal 0 0 0\nouter loop\n"
        + "".join("vertex {} {} {}\n".format(*CORNERS[corner]) for corner in face)
        + "endloop\nendfacet\n"
        for face in faces
    )
    return f"solid t\n{facets}endsolid t\n".encode()


def stl_binary(faces: Iterable[tuple[int, ...]]) -> bytes:
    """The same in numbers."""
    each = [
        struct.pack("<12fH", 0, 0, 0, *(value for corner in face for value in CORNERS[corner]), 0) for face in faces
    ]
    return b" " * 80 + struct.pack("<I", len(each)) + b"".join(each)


def ply(*, binary: bool) -> bytes:
    """The same as a list of corners and faces."""
    kind = "binary_little_endian" if binary else "ascii"
    properties = "".join(f"property float {axis}\n" for axis in "xyz")
    header = f"ply\nformat {kind} 1.0\nelement vertex 4\n{properties}element face 4\n"
    header += "property list uchar int vertex_indices\nend_header\n"
    if binary:
        rows = b"".join(struct.pack("<3f", *corner) for corner in CORNERS)
        return header.encode() + rows + b"".join(struct.pack("<B3i", 3, *face) for face in FACES)
    lines = ["{} {} {}".format(*corner) for corner in CORNERS] + ["3 {} {} {}".format(*face) for face in FACES]
    return (header + "\n".join(lines) + "\n").encode()


def three_mf(unit: str, transform: str = "") -> bytes:
    """The same as a 3MF archive."""
    corners = "".join("<vertex x='{}' y='{}' z='{}'/>".format(*corner) for corner in CORNERS)
    faces = "".join("<triangle v1='{}' v2='{}' v3='{}'/>".format(*face) for face in FACES)
    mesh = f"<mesh><vertices>{corners}</vertices><triangles>{faces}</triangles></mesh>"
    build = f"<build><item objectid='1'{transform}/></build>"
    model = f"<model{unit}><resources><object id='1'>{mesh}</object></resources>{build}</model>"
    return zipped({"[Content_Types].xml": b"<Types/>", "3D/3dmodel.model": model.encode()})


MESHES: dict[str, tuple[bytes, Facts]] = {
    "closed-text.stl": (stl_text(FACES), CLOSED),
    "closed-binary.stl": (stl_binary(FACES), {**CLOSED, **WHOLE_FILE, "kind": "mesh"}),
    "open-text.stl": (stl_text(FACES[:3]), {"triangles": 3, "watertight": False, "openEdges": 3}),
    "nothing.stl": (stl_binary(()), {"triangles": 0, "complete": None}),
    "closed.obj": (
        (
            "".join("v {} {} {}\n".format(*corner) for corner in CORNERS)
            + "".join("f {} {} {}\n".format(*(i + 1 for i in face)) for face in FACES)
        ).encode(),
        CLOSED,
    ),
    "closed-text.ply": (ply(binary=False), {"extents": [1, 2, 3]}),
    "closed-binary.ply": (ply(binary=True), {"extents": [1, 2, 3]}),
    "inch.3mf": (three_mf(" unit='inch'"), {**CLOSED, **WHOLE_FILE, "kind": "mesh", "unit": "inch"}),
    "unsaid.3mf": (three_mf(""), {**CLOSED, "unit": "mm"}),
    "turned.3mf": (
        three_mf("", " transform='0 1 0 1 0 0 0 0 1 0 0 0'"),
        {"unit": "mm", "triangles": 4, "extents": None},
    ),
    "without-a-model.3mf": (zipped({"[Content_Types].xml": b"<Types/>"}), {"fits": False}),
}


def contour(
    version: str = "R2010", *, binary: bool = False, units: int = 4, metric: int = 1, paper: bool = False
) -> bytes:
    """A slot with a hole: lines, arcs by bulges, an arc and a circle; on the sheet alone, or in model space."""
    document = new(version)
    document.units = units
    document.header["$MEASUREMENT"] = metric
    place = document.paperspace() if paper else document.modelspace()
    if version == "R12":
        place.add_polyline2d([(0, 0), (120, 0), (120, 80), (0, 80)], close=True)
    else:
        place.add_lwpolyline([(0, 0, 0), (100, 0, 1), (100, 40, 0), (0, 40, 1)], format="xyb", close=True)
    place.add_circle((50, 20), 8)
    place.add_arc((50, 20), 30, 200, 340)
    place.add_line((-5, 3), (10, 3))
    if binary:
        out = io.BytesIO()
        document.write(out, fmt="bin")
        return out.getvalue()
    text = io.StringIO()
    document.write(text)
    return text.getvalue().encode()


DXFS: dict[str, tuple[bytes, Facts]] = {
    "contour.dxf": (contour(), {"unit": "mm", "entities": 4, "format": "DXF 2010", **WHOLE_FILE}),
    "contour-binary.dxf": (
        contour(units=1, metric=0, binary=True),
        {"unit": "inch", "entities": 4, "format": "DXF 2010 binary", **WHOLE_FILE},
    ),
    "contour-r2000.dxf": (contour("R2000", units=0), {"unit": None, "format": "DXF 2000", **WHOLE_FILE}),
    "contour-r2018.dxf": (contour("R2018", units=1, metric=0), {"unit": "inch", "format": "DXF 2018", **WHOLE_FILE}),
    "contour-r12.dxf": (contour("R12"), {"format": "DXF R12", "entities": 4}),
    "contour-r10.dxf": (contour("R12").replace(b"AC1009", b"AC1006"), {"format": "DXF R10"}),
    "sheet-alone.dxf": (contour(paper=True), {"entities": 0}),
    "inch-beside-metric.dxf": (
        contour(units=1),
        {"unit": None, "unitDoubt": "inch by $INSUNITS, metric by $MEASUREMENT"},
    ),
    "inch.dxf": (contour(units=1, metric=0), {"unit": "inch"}),
    "inch.dxfb": (contour(units=1, metric=0, binary=True), {"unit": "inch", "kind": "dxf"}),
}


def pdf_of(*bodies: str, root: str = "/Type /Catalog /Pages 2 0 R") -> bytes:
    """A PDF of objects from the third on, which is its only page; before it are the catalog and the pages."""
    every = [f"<< {root} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", *bodies]
    out = "%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(every, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(every) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {size}\n0000000000 65535 f \n{table}" + trailer).encode("latin-1")


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def page(text: str, box: tuple[int, int] = (1191, 842), more: str = "", font: str = FONT) -> tuple[str, str, str]:
    """A sheet in landscape with words in its lower right corner, given as PDF writes them."""
    content = f"BT /F 10 Tf {box[0] - 300} 40 Td {text} Tj ET"
    resources = "/Resources << /Font << /F 5 0 R >> >>"
    sheet = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {box[0]} {box[1]}] /Contents 4 0 R {resources} {more} >>"
    return sheet, f"<< /Length {len(content)} >>\nstream\n{content}\nendstream", font


def east_asian(encoding: str, ordering: str) -> str:
    """A font that is not in the file, with a character map of a name."""
    system = f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >>"
    descriptor = (
        "/FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0"
        " /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    descendant = f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Any {system} {descriptor} >>"
    return f"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /{encoding} /DescendantFonts [{descendant}] >>"


def in_bytes(text: str, encoding: str) -> str:
    """Words in the bytes of an encoding."""
    return f"<{text.encode(encoding).hex()}>"


def annotated() -> bytes:
    """A drawing on which the release is stamped."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of(*page("(TARN VALLEY ROBOTICS BRACKET ENCODER MOUNT)")))))
    writer.add_annotation(0, FreeText(text="RELEASED TVR-10427 REV C", rect=(50, 50, 300, 90)))
    writer.add_attachment("model.stp", b"ISO-10303-21;")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def named_portfolio() -> bytes:
    """A cover sheet of documents that are in it."""
    writer = PdfWriter(
        clone_from=PdfReader(io.BytesIO(pdf_of(*page("(For the best experience, open this portfolio)"))))
    )
    writer.add_attachment("drawing.pdf", b"%PDF-1.7")
    writer._root_object[NameObject("/Collection")] = DictionaryObject(
        {NameObject("/D"): TextStringObject("drawing.pdf")}
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


WHOLE = pdf_of(*page("(TVR-10427 REV C)"))
LOCKED_ATTACHMENTS = WHOLE.replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R /Encrypt << /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O <"
    + b"00" * 32
    + b"> /U <"
    + b"11" * 32
    + b">"
    b" /CF << /StdCF << /AuthEvent /EFOpen /CFM /AESV2 /Length 16 >> >> /StmF /Identity /StrF /Identity /EFF /StdCF >>"
    b" /ID [<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]",
)

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


PDFS: dict[str, tuple[bytes, Facts]] = {
    "a3.pdf": (WHOLE, {"sheet": "A3", "pages": 1, "complete": True, "titleBlock": "TVR-10427 REV C"}),
    "ansi-d.pdf": (pdf_of(*page("(TVR-10427)", (2448, 1584))), {"sheet": "ANSI D"}),
    "of-its-own-size.pdf": (pdf_of(*page("(TVR-10427)", (1000, 500))), {"sheet": "353 x 176 mm"}),
    "turned.pdf": (pdf_of(*page("(TVR-10427)", (842, 1191), "/Rotate 90")), {"sheet": "A3"}),
    "japanese.pdf": (
        pdf_of(*page(in_bytes("TVR-10427 REV C", "utf-16-be"), font=east_asian("UniJIS-UCS2-H", "Japan1"))),
        {"text": "TVR-10427 REV C", "partial": None},
    ),
    "japanese-shift.pdf": (
        pdf_of(*page(in_bytes("TVR-10427 図", "shift_jis"), font=east_asian("90ms-RKSJ-H", "Japan1"))),
        {"text": "TVR-10427 図", "partial": None},
    ),
    "chinese.pdf": (
        pdf_of(*page(in_bytes("TVR-10427 支架", "gbk"), font=east_asian("GBK-EUC-H", "GB1"))),
        {"text": "TVR-10427 支架", "partial": None},
    ),
    "taiwanese.pdf": (
        pdf_of(*page(in_bytes("TVR-10427 支架", "big5"), font=east_asian("ETen-B5-H", "CNS1"))),
        {"text": "TVR-10427 支架", "partial": None},
    ),
    "korean.pdf": (
        pdf_of(*page(in_bytes("TVR-10427 도면", "cp949"), font=east_asian("KSCms-UHC-H", "Korea1"))),
        {"text": "TVR-10427 도면", "partial": None},
    ),
    "map-of-no-name.pdf": (
        pdf_of(*page(in_bytes("TVR-10427", "utf-16-be"), font=east_asian("No-Such-Map-H", "GB1"))),
        {"partial": True},
    ),
    "stamped.pdf": (annotated(), {"holds": ["an attachment"], "complete": True}),
    "please-wait.pdf": (
        pdf_of(*page("(Please wait... If this message is not replaced, update your viewer)")),
        {"partial": True},
    ),
    "portfolio.pdf": (named_portfolio(), {"partial": True}),
    "locked-attachments.pdf": (
        LOCKED_ATTACHMENTS,
        {"access": "open", "text": "TVR-10427 REV C", "holds": ["attachments that are encrypted"]},
    ),
    "padded.pdf": (WHOLE + b"\0" * 30_000, {"complete": True}),
    "without-an-end.pdf": (WHOLE.replace(b"%%EOF\n", b""), {"complete": None, "access": "open"}),
    "updated-and-cut.pdf": (WHOLE + b"4 0 obj\n<< /Length 50 >>\nstream\n", {"complete": None}),
}

MADE: dict[str, tuple[bytes, Facts]] = {**STEPS, **OTHERS, **MESHES, **DXFS, **PDFS}
