"""Which data files there are, and what each of them holds."""

from typing import get_args

from macros import models
from macros.models.base import ChecklistId

CHECKLISTS: tuple[ChecklistId, ...] = get_args(ChecklistId)
MATRICES = ("transition", "quote-review")

FILES: dict[str, type[models.Model]] = {
    "guide": models.About,
    "stages": models.Stages,
    **dict.fromkeys(MATRICES, models.Matrix),
    **dict.fromkeys(CHECKLISTS, models.Checklist),
    "fields": models.Fields,
    "conditions": models.Conditions,
    "routing": models.Routing,
    "faq": models.Faq,
    "glossary": models.Glossary,
    "standards": models.Standards,
    "links": models.Links,
    "tables": models.Tables,
    "notes": models.Notes,
    "verdicts": models.Verdicts,
    "preflight": models.Preflight,
    "title-block": models.TitleBlock,
    "request": models.RequestChapters,
    "figures": models.Figures,
    "calculators": models.Calculators,
}
