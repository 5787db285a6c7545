"""The reader of PDFs in a browser: its worker starts under the policy, from a server and from a disk."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.made_files import TITLE_BLOCK, drawing, encrypted

READ = """async (content) => {
  const script = document.createElement("script");
  script.src = document.getElementById("rfq-guide").dataset.pdf;
  const loaded = new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
  document.head.append(script);
  await loaded;
  return rfqGuidePdf.readInWorker(Uint8Array.from(atob(content), (each) => each.charCodeAt(0)));
}"""


@pytest.mark.parametrize("place", ["server", "disk"])
def test_pdf_is_read_in_a_worker_without_a_complaint(page: Page, site: Path, server: str, place: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{server}rfq/" if place == "server" else (site / "rfq" / "index.html").as_uri())
    pdf = drawing(TITLE_BLOCK)
    found = page.evaluate(READ, base64.b64encode(pdf).decode())
    assert (found["pages"], found["access"]) == (2, "open")
    assert all(words in found["text"] for words in TITLE_BLOCK)
    assert page.evaluate(READ, base64.b64encode(encrypted(pdf, "secret")).decode()) == {"access": "password"}
    assert page.evaluate(READ, base64.b64encode(pdf[:300]).decode()) == {"damaged": True}
    assert page.evaluate(READ, base64.b64encode(b"%PDF-1.7").decode()) == {"damaged": True}
    assert not complaints
