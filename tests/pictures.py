"""Draws the committed pictures: icon, previews for chat programs, README's screenshot (`make pictures`)."""

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import sync_playwright

from macros.guide.guide import Guide
from macros.guide.load import load
from macros.rendering.settings import Supplier, read_settings
from tests.chromium import launch_options
from tests.project import ROOT

IMAGES = ROOT / "docs" / "assets" / "images"
SOCIAL = IMAGES / "social"
MARK = ROOT / "overrides" / ".icons" / "guide" / "mark.svg"
COLORS = ("#1f3fae", "#a3b8ff")
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
<small>{{ site }}{% if supplier and supplier != site %} · {{ supplier }}{% endif %}</small>
<h1>{{ title }}</h1><p>{{ text }}</p>
<svg width="1040" height="96" viewBox="0 0 1040 96" font-family="Inter, Liberation Sans" font-size="22">
  <path d="M30 30H790" stroke="#848e99" stroke-width="3"/>
  {% for stage in stages %}
  {% set x = 30 + loop.index0 * 260 %}
  {% set here = stage.id == current %}
  {% set line, fill, ink, weight = (color, color, "#fcfcfa", 650) if here else
    ("#848e99", "#fcfcfa", "#1b242e", 400) %}
  {% if here %}<path d="M{{ x }} -6v72M{{ x - 36 }} 30h72" stroke="{{ line }}" stroke-width="2"/>{% endif %}
  <circle cx="{{ x }}" cy="30" r="24" fill="{{ fill }}" stroke="{{ line }}" stroke-width="3"/>
  <text x="{{ x }}" y="38" text-anchor="middle" font-weight="650" fill="{{ ink }}">{{ loop.index }}</text>
  <text x="{{ x - 24 }}" y="92" fill="{{ "#1b242e" if here else "#525d69" }}"
    font-weight="{{ weight }}">{{ stage.short }}</text>
  {% endfor %}
</svg>""")


# A supplier's icon is the first letter of their name in a balloon, as on a drawing.
ICON = Environment(autoescape=True).from_string(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    "<style>text{fill:{{ light }}}circle{fill:none;stroke:{{ light }};stroke-width:2}"
    "@media(prefers-color-scheme:dark){text{fill:{{ dark }}}circle{stroke:{{ dark }}}}</style>"
    '<circle cx="12" cy="12" r="11"/><text x="12" y="17" text-anchor="middle" font-family="sans-serif" font-size="14"'
    ' font-weight="700">{{ letter }}</text></svg>\n'
)


def icon(supplier: Supplier) -> str:
    """The icon of the site: a supplier's own, or the guide's mark, in their colors if they have some."""
    light, dark = supplier.color or COLORS[0], supplier.color_dark or COLORS[1]
    letter = next((sign for sign in supplier.name or "" if sign.isalnum()), "")
    if letter:
        return ICON.render(light=light, dark=dark, letter=letter.upper())
    style = f"<style>path{{fill:{light}}}@media(prefers-color-scheme:dark){{path{{fill:{dark}}}}}</style>"
    return MARK.read_text("utf-8").strip().replace("><path", f">{style}<path") + "\n"


def previews(guide: Guide, supplier: Supplier, site: str) -> Iterator[tuple[str, str]]:
    """The previews of the guide and of each stage, by name, as pages to be photographed."""
    subjects: list[tuple[str, str, str, str | None]] = [("guide", guide.about.headline, "", None)]
    subjects += [(stage.id, stage.label, stage.purpose, stage.id) for stage in guide.stages]
    common: dict[str, Any] = {"site": site, "supplier": supplier.name, "color": supplier.color or COLORS[0]}
    for name, title, text, current in subjects:
        yield name, PREVIEW.render(title=title, text=text, current=current, stages=guide.stages, **common)


def main() -> None:
    """Write the icon, a preview of the guide and of each stage, and a screenshot of a page of the built site."""
    guide = load(ROOT / "docs" / "data")
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        config = yaml_load(file)
    supplier = read_settings(config.get("extra") or {}, guide.links).supplier
    (IMAGES / "favicon.svg").write_text(icon(supplier), "utf-8")
    SOCIAL.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]
        for name, html in previews(guide, supplier, str(config["site_name"])):
            page.set_content(html)
            page.screenshot(path=SOCIAL / f"{name}.png")
        page.goto((ROOT / "site" / "stages" / "pilot-run" / "index.html").as_uri())
        page.set_viewport_size({"width": 1280, "height": 860})
        page.screenshot(path=IMAGES / "guide.png")
        browser.close()


if __name__ == "__main__":
    main()
