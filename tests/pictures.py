"""Draws the committed pictures: previews for chat programs, and the README's screenshot (`make pictures`)."""

from pathlib import Path

from jinja2 import Environment
from playwright.sync_api import sync_playwright

from macros.guide.load import load
from tests.chromium import launch_options

ROOT = Path(__file__).parent.parent
SOCIAL = ROOT / "docs" / "assets" / "images" / "social"
SIZE = {"width": 1200, "height": 630}

PREVIEW = Environment(autoescape=True).from_string("""<!doctype html><meta charset="utf-8"><style>
  * { box-sizing: border-box; margin: 0 }
  body { width: 1200px; height: 630px; padding: 72px 80px; background: #fcfcfa; color: #1b242e;
    border: 2px solid #1b242e; font-family: Inter, "Liberation Sans", sans-serif;
    display: flex; flex-direction: column }
  small { font-size: 26px; color: #525d69 }
  h1 { font-size: 72px; line-height: 1.1; letter-spacing: -.025em; margin: 18px 0 22px; font-weight: 650 }
  p { font-size: 32px; line-height: 1.4; color: #525d69; max-width: 960px }
  svg { margin-top: auto; overflow: visible }
</style>
<small>Prototype to Production</small><h1>{{ title }}</h1><p>{{ text }}</p>
<svg width="1040" height="96" viewBox="0 0 1040 96" font-family="Inter, Liberation Sans" font-size="22">
  <path d="M30 30H790" stroke="#848e99" stroke-width="3"/>
  {% for stage in stages %}
  {% set x = 30 + loop.index0 * 260 %}
  {% set here = stage.id == current %}
  {% set line, fill, ink, weight = ("#1f3fae", "#1f3fae", "#fcfcfa", 650) if here else
    ("#848e99", "#fcfcfa", "#1b242e", 400) %}
  {% if here %}<path d="M{{ x }} -6v72M{{ x - 36 }} 30h72" stroke="{{ line }}" stroke-width="2"/>{% endif %}
  <circle cx="{{ x }}" cy="30" r="24" fill="{{ fill }}" stroke="{{ line }}" stroke-width="3"/>
  <text x="{{ x }}" y="38" text-anchor="middle" font-weight="650" fill="{{ ink }}">{{ loop.index }}</text>
  <text x="{{ x - 24 }}" y="92" fill="{{ "#1b242e" if here else "#525d69" }}"
    font-weight="{{ weight }}">{{ stage.short }}</text>
  {% endfor %}
</svg>""")


def main() -> None:
    """Write a preview of the guide and of each stage, and a screenshot of a page of the built site."""
    guide = load(ROOT / "docs" / "data")
    subjects: list[tuple[str, str, str, str | None]] = [("guide", guide.about.headline, "", None)]
    subjects += [(stage.id, stage.label, stage.purpose, stage.id) for stage in guide.stages]
    SOCIAL.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        for name, title, text, current in subjects:
            page.set_content(PREVIEW.render(title=title, text=text, current=current, stages=guide.stages))
            page.screenshot(path=SOCIAL / f"{name}.png")
        page.goto((ROOT / "site" / "stages" / "pilot-run" / "index.html").as_uri())
        page.set_viewport_size({"width": 1280, "height": 860})
        page.screenshot(path=SOCIAL.parent / "guide.png")
        browser.close()


if __name__ == "__main__":
    main()
