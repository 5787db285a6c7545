"""Writes the STEP files in `tests/golden/files` with a CAD kernel; run by hand when a newer kernel is to be tried.

The kernel is Open CASCADE: `pip install cadquery-ocp-novtk`, which needs the system's libGL and libX11. That is too
much for every machine that runs the tests, so what it wrote is committed. `python -m tests.kernel` writes it again.
"""

import re
from pathlib import Path

from OCP.BRep import BRep_Builder
from OCP.BRepMesh import BRepMesh_IncrementalMesh
from OCP.BRepPrimAPI import BRepPrimAPI_MakeBox, BRepPrimAPI_MakeCylinder
from OCP.Interface import Interface_Static
from OCP.STEPCAFControl import STEPCAFControl_Writer
from OCP.TCollection import TCollection_ExtendedString
from OCP.TDataStd import TDataStd_Name
from OCP.TDocStd import TDocStd_Document
from OCP.TopAbs import TopAbs_SHELL
from OCP.TopExp import TopExp_Explorer
from OCP.TopoDS import TopoDS_Compound, TopoDS_Shape
from OCP.XCAFDoc import XCAFDoc_DocumentTool

FOLDER = Path(__file__).parent / "golden" / "files"
# The moment the worked example's model was written: the day of its release.
MOMENT = "2026-08-24T10:00:00"


def cylinder() -> TopoDS_Shape:
    """The smallest solid there is: three faces."""
    return BRepPrimAPI_MakeCylinder(11.0, 25.0).Shape()


def shell() -> TopoDS_Shape:
    """The surfaces of a solid without the solid."""
    return TopExp_Explorer(cylinder(), TopAbs_SHELL).Current()


def pair() -> TopoDS_Shape:
    """Two solids as an assembly."""
    whole, builder = TopoDS_Compound(), BRep_Builder()
    builder.MakeCompound(whole)
    builder.Add(whole, cylinder())
    builder.Add(whole, BRepPrimAPI_MakeBox(120.0, 80.0, 25.0).Shape())
    return whole


def write(file: str, shape: TopoDS_Shape, name: str, schema: str, unit: str, facets: str = "Off") -> None:
    """One file under the kernel's own settings, with the moment made the same for every run."""
    document = TDocStd_Document(TCollection_ExtendedString("XmlOcaf"))
    label = XCAFDoc_DocumentTool.ShapeTool_s(document.Main()).AddShape(
        shape, shape.ShapeType().name == "TopAbs_COMPOUND"
    )
    TDataStd_Name.Set_s(label, TCollection_ExtendedString(name, True))
    writer = STEPCAFControl_Writer()
    for setting, value in (("schema", schema), ("unit", unit), ("tessellated", facets)):
        Interface_Static.SetCVal_s(f"write.step.{setting}", value)
    writer = STEPCAFControl_Writer()
    writer.Transfer(document)
    writer.Write(str(FOLDER / file))
    text = (FOLDER / file).read_text("latin-1")
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", MOMENT, text, count=1)
    (FOLDER / file).write_text(text, "latin-1", newline="\n")


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(exist_ok=True)
    write("ap203-mm.stp", cylinder(), "TVR-10427_B", "AP203", "MM")
    write("ap214-inch.stp", cylinder(), "TVR-10427", "AP214IS", "INCH")
    write("ap242-mm.stp", cylinder(), "TVR-10427_C", "AP242DIS", "MM")
    write("ap242-shell.stp", shell(), "Gehäuse Ø22", "AP242DIS", "MM")
    write("ap242-assembly.stp", pair(), "TVR-10430", "AP242DIS", "MM")
    meshed = cylinder()
    BRepMesh_IncrementalMesh(meshed, 5.0)
    write("ap242-facets.stp", meshed, "TVR-10427_C", "AP242DIS", "M", facets="On")


if __name__ == "__main__":
    main()
