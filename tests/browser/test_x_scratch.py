import pytest, re
from tests.browser.person import *
@pytest.mark.parametrize("n",range(6))
def test_x(page, n):
    visit(page, "/readiness/")
    page.evaluate("window.__same = true")
    page.get_by_role("article").get_by_role("link", name="RFQ checklist", exact=True).click()
    held = summary(page).get_by_role("link", name="Alloy and temper", exact=True)
    held.click()
    expect(page).to_have_url(re.compile(r"^http://[\w.:]+/pilot-lock/#alloy-and-temper$"))
    for i in range(6):
        print(n, page.evaluate("[scrollY, document.querySelector('#alloy-and-temper')?.getBoundingClientRect().top, location.hash, window.__same]"))
        page.wait_for_timeout(300)
