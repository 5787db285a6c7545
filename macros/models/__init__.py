"""What the guide is made of: one frozen model per kind of thing in the data files."""

from macros.models.about import About, People
from macros.models.base import (
    ID_PATTERN,
    FieldNumber,
    Id,
    IsoDate,
    ItemRef,
    LockOutcomeId,
    Model,
    MoveTarget,
    OutcomeId,
    SitePath,
    SparseModel,
    Status,
    Text,
    Version,
)
from macros.models.calculators import Calculators
from macros.models.checklists import Checklist, Column, Field, FieldOption, Fields, Item, Option, Words
from macros.models.conditions import Condition, Conditions, NamedCondition
from macros.models.figures import Figures
from macros.models.look_up import NoteGroup, Notes, Table, Tables
from macros.models.meanings import Meaning
from macros.models.preflight import CheckId, Extension, NameWord, Preflight
from macros.models.reference import Faq, Glossary, Link, Links, Question, Routing, Standards
from macros.models.request import Chapter, RequestChapters, TitleBlock, TitleRow
from macros.models.stages import Matrix, MatrixColumn, Stage, Stages
from macros.models.tombstones import Gone, Tombstone
from macros.models.vague import VagueWords, Word
from macros.models.verdicts import Asks, Outcome, Reason, Rule, Verdicts, Wording

__all__ = [
    "ID_PATTERN",
    "About",
    "Asks",
    "Calculators",
    "Chapter",
    "CheckId",
    "Checklist",
    "Column",
    "Condition",
    "Conditions",
    "Extension",
    "Faq",
    "Field",
    "FieldNumber",
    "FieldOption",
    "Fields",
    "Figures",
    "Glossary",
    "Gone",
    "Id",
    "IsoDate",
    "Item",
    "ItemRef",
    "Link",
    "Links",
    "LockOutcomeId",
    "Matrix",
    "MatrixColumn",
    "Meaning",
    "Model",
    "MoveTarget",
    "NameWord",
    "NamedCondition",
    "NoteGroup",
    "Notes",
    "Option",
    "Outcome",
    "OutcomeId",
    "People",
    "Preflight",
    "Question",
    "Reason",
    "RequestChapters",
    "Routing",
    "Rule",
    "SitePath",
    "SparseModel",
    "Stage",
    "Stages",
    "Standards",
    "Status",
    "Table",
    "Tables",
    "Text",
    "TitleBlock",
    "TitleRow",
    "Tombstone",
    "VagueWords",
    "Verdicts",
    "Version",
    "Word",
    "Wording",
    "Words",
]
