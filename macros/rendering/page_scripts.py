"""The scripts with data beside the pages: one opened from disk can load a script, and no other file."""

import hashlib
import json
from typing import Any

from macros.guide.guide import Guide
from macros.rendering.client_guide import client_guide
from macros.rendering.client_models import ClientField, ClientGuide
from macros.rendering.release import RELEASE
from macros.rendering.render import renderer
from macros.rendering.settings import Settings

# What is read of the guide only to judge a record and to sum it up, or stands in the pages themselves; whoever answers
# the first question of a checklist can do without.
FOR_SUMMARY: dict[str, Any] = {
    **dict.fromkeys(("outcomes", "locks", "asks", "contradictions", "roles"), True),
    **dict.fromkeys(
        ("locked_requests", "levels", "conditions", "vague", "title_block", "chapters", "further", "people"), True
    ),
    "fields": {"__all__": ClientField.model_fields.keys() - {"id", "kind", "retired"}},
    "checklists": {"__all__": {"title": True, "items": {"__all__": {"label", "ask"}}}},
}


def scripts(guide: Guide, settings: Settings, site_url: str) -> dict[str, str]:
    """Each script by its file name, with one global variable in it."""
    whole = client_guide(guide, settings, site_url)
    answering, summary = parts(whole)
    # Both parts are told apart from those of another guide: they belong to each other place by place.
    made = {"release": RELEASE, "digest": hashlib.sha256(whole.model_dump_json().encode()).hexdigest()[:10]}
    markup = renderer().with_summary(guide=guide, settings=settings)
    records = {name: record.model_dump(mode="json", exclude_unset=True) for name, record in guide.examples.items()}
    return {
        "guide-data.js": _script("rfqGuideData", {**answering, **made}),
        "guide-summary-data.js": _script("rfqGuideSummaryData", {**summary, **made, "markup": markup}),
        "examples.js": _script("rfqGuideExamples", records),
        "preflight.js": _script("rfqGuidePreflight", {**guide.preflight.model_dump(mode="json"), "release": RELEASE}),
    }


def parts(guide: ClientGuide) -> tuple[dict[str, Any], dict[str, Any]]:
    """What pages need to be answered, without what goes without saying, and the rest at the same places."""
    answering = guide.model_dump(mode="json", exclude=FOR_SUMMARY, exclude_defaults=True)
    return answering, guide.model_dump(mode="json", include=FOR_SUMMARY)


def _script(name: str, value: object) -> str:
    # `<` is written out in case anybody puts the script into a page.
    return f"var {name} = {json.dumps(value, separators=(',', ':'))};\n".replace("<", "\\u003c")
