"""The guide's facts as the words that carry them: a page states a fact when it has all of its words."""

# Stage, then the words of each cell in the order of the matrix.
TRANSITION: dict[str, tuple[str, ...]] = {
    "Proof prototype": (
        "concept, feasib, basic geometry, access",
        "1 to a few parts",
        "may use substitute stock, simplified finish, relaxed cosmetic",
        "revision still moving quickly",
        "fit check and key dimensions only",
        "functional prototype review",
    ),
    "Functional prototype": (
        "validate, perform, interfaces, assembly fit, core tolerances",
        "small development batch",
        "closer to, target material and finish, may still change",
        "key dimensions and interfaces clearer, revision still open",
        "dimensional checks, critical features",
        "freeze, stay the same, pilot run",
    ),
    "Pilot run": (
        "test, repeatability, release flow, finish consistency, packaging logic",
        "controlled batch quantity",
        "target material and finish, should be close to the final route",
        "released drawing set, clear revision, process notes",
        "FAI or a dimensional report may become necessary",
        "stabilize, batch handoff, repeat supply",
    ),
    "Repeat low-volume production": (
        "hold geometry, material, finish and document flow, release",
        "recurring low-volume orders",
        "production material, production finish, secondary operations, stable",
        "revision, control, approved release notes",
        "routine inspection path, cert, traceability support, request",
        "repeat RFQ, replenishment planning",
    ),
}
TRANSITION_COLUMNS = (
    "Primary objective",
    "Typical quantity",
    "Material / finish fidelity",
    "Drawing maturity",
    "Inspection depth",
    "Next step",
)

QUOTE_REVIEW: dict[str, tuple[str, ...]] = {
    "Geometry": ("made, assemble", "repeat, same result, batch", "dimensions, frozen"),
    "Material": ("substitute stock, may", "production grade, temper, clear", "approved grade, certificate, request"),
    "Finish": ("cosmetic-only", "finish consistency, release quality", "finish route, visible surfaces"),
    "Inspection": ("spot checks", "FAI, dimensional reports, traceability", "documents, before, quote, release"),
    "Supply pattern": (
        "small concept batch",
        "pilot quantity, repeat low-volume orders",
        "batch logic, reorder pattern",
    ),
}
QUOTE_REVIEW_COLUMNS = ("Prototype review focus", "Production review focus", "Buyer handoff note")

# What a page says under an anchor.
UNDER_ANCHORS: dict[str, dict[str, str]] = {
    "/pilot-lock/": {
        "cad-and-drawing": "controlled, model, drawing set, prototype file",
        "alloy-and-temper": "actual alloy, temper or grade, repeat production",
        "critical-dimensions": "dimensions, fit, apart from the general, before",
        "finish-and-masking": "finish type, mask, cosmetic surfaces, early enough, consistency",
        "inspection-documents": "decide, build needs, FAI, dimensional reports, traceability",
        "packing-and-labeling": "packed, labeled and routed, repeat",
        "still-moving": "prototype mode, engineering review before the next quote",
    },
    "/routing/": {
        "stay-in-cnc": "stay in CNC, geometry, tolerances, material, production route",
        "low-volume-machining": "shift into low-volume machining, recur, below mass-production logic",
        "add-processes": "sheet metal fabrication, finishing or assembly, validated, machined solid features",
        "design-review": "use design review, prototype solved function, manufacturability",
        "quality-planning": "quality control planning, first article inspection, repeat shipments",
        "experimental-or-released": "experiment, released",
        "cosmetic-or-fit-critical": "cosmetic, fit-critical, separate",
        "pilot-or-repeat": "supplier, next build, pilot run, repeat order",
        "documents-with-rfq": "quality documents, with the RFQ, pricing",
    },
    "/rfq/": {
        "cad-and-drawing": "current CAD model, released drawing, revision",
        "prototype-history": "revisions, what changed since the last build",
        "quantity-and-reorder": "pilot quantity, repeat orders, reorder pattern, expect",
        "material-and-finish": "approved material and finish, surfaces, cosmetic",
        "critical-and-documents": "critical dimensions, interfaces, documents you request",
    },
    "/readiness/": {
        "files": "current CAD, drawing set, revision status",
        "prototype-history": "changes since the last sample, frozen",
        "commercial-scope": "pilot quantity, repeat quantities, target timing, destination",
        "technical-scope": "material grade, finish, critical dimensions, assembly or packaging",
        "quality-scope": "FAI, dimensional report, certificates or traceability",
        "submission-path": "production-planning RFQ package",
    },
    "/": {
        "useful-when": "prototype revisions, quote, release; one-off builds, controlled batch quantities; "
        "you need to add finish, inspection or traceability requirements before repeat production",
        "best-fit": "sample parts, pilot builds, repeat batch release, OEM buyers, engineers, program teams",
        "not-a-release": "the part can work; same material, finish and dimensional behavior; confidence; "
        "repeatability, novelty, dimensions that stay stable, approved materials, controlled finishes, "
        "inspection output, release path",
        "common-mistake": "promising prototype, drawing state, process choice, control over, critical, cosmetic, "
        "CNC machining alone, mixed package, sheet metal fabrication, finishing or assembly",
    },
}

# What each stage is for, on its own page and on the home page.
PURPOSES = {
    "proof-prototype": "validate the concept, basic geometry",
    "functional-prototype": "final-use behavior, fit and interfaces",
    "pilot-run": "repeatability, release logic and inspection scope",
    "repeat-production": "supply, finishes, document flow",
}
CALL_TO_ACTION = (
    "Plan production run, current files, revision status, target material, finish, pilot quantity, quality documents, "
    "RFQ package, real production stage, early prototype assumptions, "
    "move the part into pilot production with the release logic already defined"
)
# What the home page opens with.
FIRST_LINES = (
    "production planning, CNC machining, pilot runs, low-volume scale-up, drawing is mature enough for a pilot run, "
    "locked before repeat supply starts, RFQ"
)
# What an RFQ does without, and what it does not.
NO_DOSSIER = (
    "you do not need a full mass-production dossier, you do need to remove the ambiguity, pilot run hard to review, "
    "prototype history and the production intent together, process cleanup"
)
RELATED = (
    "/topics/rapid-prototyping/",
    "/topics/low-volume-cnc-machining/",
    "/topics/quality-control/",
    "/topics/first-article-inspection/",
)

# The numbers of the fields that every part needs; all others are wanted under a condition, or offered.
ALWAYS = {1, 2, 3, 4, 5, 9, 10, 13, 18, 19, 20, 21, 22, 23, 28, 30, 32, 36, 38, 41, 42, 57}


def missing(wanted: str, said: str) -> list[str]:
    """The words of a fact that a text lacks, whatever their case."""
    return [each for each in wanted.replace(";", ",").split(", ") if each.strip().lower() not in said.lower()]
