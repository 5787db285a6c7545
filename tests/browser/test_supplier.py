"""The main job on the site of a supplier who changed all that README says, in their words throughout."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.guide.guide import Guide
from tests.browser.person import downloaded, field_of, item, opened, progress, questions, settled, verdict, visit


@pytest.fixture(scope="module")
def base_url(suppliers_server: str) -> str:
    """The address of the supplier's site."""
    return suppliers_server


def test_a_part_is_opened_answered_judged_and_sent(page: Page, suppliers_guide: Guide, suppliers_project: Path) -> None:
    guide = suppliers_guide
    ready, short = (guide.outcome(each).by_request for each in ("ready", "short"))
    assert ready
    assert short
    # The dates of the bracket have passed since.
    page.clock.install(time="2026-09-08T12:00:00Z")
    visit(page, "/rfq/")
    opened(page, suppliers_project / "docs" / "data" / "examples" / "tvr-10427-rev-c.json")
    expect(verdict(page)).to_have_text(short["pilot-run"].label_one or "")
    added = guide.field("dock-hours")
    expect(questions(page)).to_have_text([re.compile(re.escape(added.ask))])

    field_of(page, added.id).select_option(added.options[0].label)
    dock = guide.item("rfq/dock")
    item(page, dock.label).check()
    expect(verdict(page)).to_have_text(ready["pilot-run"].label or "")
    rfq = guide.checklist("rfq")
    count = f"{len(rfq.items)} of {len(rfq.items)} {rfq.words.done.lower()}"
    expect(progress(page, rfq.title)).to_have_text(count)
    settled(page)

    _, sent = downloaded(page, "Download Markdown")
    for each in ("surface-treatment", added.id):
        assert guide.field(each).label in sent.decode()
    _, kept = downloaded(page, "Download record (JSON)")
    record = json.loads(kept)
    assert record["values"]["dock-hours"] == "mornings"
    assert record["values"]["surface-treatment"]
    assert record["answers"]["rfq/build-history"]["status"] == "done"
