"""Figures: what leads on from them is reached with any pointer and by keyboard; on phones see test_phone.py."""

import re

from playwright.sync_api import Page, expect

from tests.browser.person import on_each_device


@on_each_device
def test_a_balloon_is_a_target_and_leads_to_its_line_by_keyboard(page: Page) -> None:
    page.goto("/topics/first-article-inspection/")
    balloons = page.get_by_role("link", name=re.compile(r"^\d+: ")).all()
    boxes = [box for each in balloons if (box := each.bounding_box())]
    assert len(boxes) >= 4
    assert all(min(box["width"], box["height"]) >= 23.5 for box in boxes)
    page.get_by_role("link", name="5: Bearing bore, bare metal", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/example/#critical-dims-cd-1$"))
    expect(page.locator("#critical-dims-cd-1")).to_be_in_viewport()
