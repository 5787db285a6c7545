"""Gives a page the rules in use and a small script until somebody searches, or leaves it what the theme gave it.

A page gets them only if nothing is lost by it, so one with tabs or code blocks looks and works as it always did.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from macros.publish.addresses import Home
from macros.publish.contents import Contents, Tag
from macros.publish.markup import tags
from macros.publish.small_sheet import SmallSheet
from macros.publish.style_sheet import wanted, with_rules, without_rules
from macros.publish.theme_script import needs_theme_script, without_config

SHEETS = "assets/stylesheets/"
SCRIPTS = "assets/javascripts/"
SMALL = f"{SHEETS}theme-first.css"
OURS = f"{SHEETS}guide.css"
SHELL = f"{SCRIPTS}shell.js"
CONFIG = f"{SCRIPTS}theme-config.js"
CLIENT = f"{SCRIPTS}guide.js"
# Those that get along without the theme's script; what an author adds may not.
OUR_SCRIPTS = {
    "guide-data.js",
    CLIENT,
    *(f"{SCRIPTS}{name}.js" for name in ("copy", "home", "links", "review", "near", "calculate")),
}
# The scripts that work on pages to read, on lists before their summary comes, and on all that is answered.
READING = (SHELL, f"{SCRIPTS}copy.js", f"{SCRIPTS}links.js", f"{SCRIPTS}calculate.js")
OPENING = (*READING, f"{SCRIPTS}home.js")
ANSWERING = (SHELL, CLIENT)
SUMMING_UP = (*OPENING, CLIENT, f"{SCRIPTS}review.js", f"{SCRIPTS}guide-summary.js", f"{SCRIPTS}guide-exports.js")
# What an inline script sets, while the page is read: `missing-scripts.html`.
SET_AT_ONCE = frozenset({"js"})
# A page of lists gets the rules for its summary together with the summary; another page of the client shows it at once.
LIST = "rfq-checklist"
READING_KINDS, HOME_KINDS = ("reading",), ("reading", "home")
LIST_KINDS, FORM_KINDS = ("answering",), ("answering", "summary")

_SHEET = re.compile(
    r'<link rel="stylesheet" href="(?P<address>[^"]*assets/stylesheets/'
    r'(?P<name>(?:(?:main|palette)\.[0-9a-f]+\.min|guide)\.css))">\s*'
)
_SCRIPT = re.compile(r'<script src="(?P<address>[^"]*assets/javascripts/bundle\.[0-9a-f]+\.min\.js)"></script>')
# It opens the tab that an address leads to; a page with tabs is none of these.
_TABS_SCRIPT = re.compile(r'<script>var target=document\.getElementById\(location\.hash[^<]*"__tabbed_"[^<]*</script>')
_MADE_FROM = re.compile(r"/\* (?P<names>[^*]+) \*/")
_CLIENT_TAG = '<script id="rfq-guide"'
_WORD = re.compile(r"[\w-]+")

# Its HTML comes into pages to answer with the summary.
MARKUP = "guide-summary-data.js"

# The text of a file of the site, empty if there is none.
Read = Callable[[str], str]


class FirstVisit:
    """The pages of a site that need no more than the small sheet and the shell."""

    def __init__(self, pages: Mapping[str, str], read: Read, home: Home) -> None:
        self._read = read
        self._home = home
        small = read(SMALL) if read(SHELL) else ""
        made_from = _MADE_FROM.search(small)
        # Made from the style sheets of one version of the theme, it is of no use to another.
        names = made_from["names"].split() if made_from else []
        self._small = SmallSheet(small, "".join(read(SHEETS + name) for name in names))
        self._names = [*names, "guide.css"] if names and self._small.suffices(read(OURS)) else []
        light = {name: page for name, html in pages.items() if (page := self._light(name, html))}
        self._kinds = {name: self._kinds_for(name, page) for name, page in light.items()}
        #: The files of these pages, by path: their sheets, and the settings that the theme's script reads.
        self.files = {_sheet(kind): sheet for kind, sheet in self._sheets(small, light).items() if sheet}
        self._config = next((without_config(pages[name])[1] for name in sorted(light)), None)
        if self._config is not None:
            self.files[CONFIG] = f"var rfqThemeConfig = {json.dumps(self._config, separators=(',', ':'))};\n"

    def lightened(self, name: str, html: str) -> str:
        """The page with a small sheet and the shell in place of the theme's sheets and script, or as it is."""
        script = _SCRIPT.search(html)
        if name not in self._kinds or not script:
            return html
        to_root = script["address"][: script["address"].rindex("assets/")]
        style = " ".join(each["address"] for each in _SHEET.finditer(html))
        kinds = self._kinds[name]
        if kinds == LIST_KINDS:
            html = html.replace(_CLIENT_TAG, f'{_CLIENT_TAG} data-summary-style="{to_root}{_sheet("summary")}"', 1)
        first = "".join(f'<link rel="stylesheet" href="{to_root}{_sheet(kind)}">' for kind in kinds)
        html = _TABS_SCRIPT.sub("", html)
        html = _SHEET.sub(lambda each: first if each["name"] == self._names[0] else "", html)
        bare, config = without_config(html)
        scripts = script["address"]
        if config == self._config:
            html, scripts = bare, f"{to_root}{CONFIG} {scripts}"
        later = f'data-theme-script="{scripts}" data-theme-style="{style}"'
        return html.replace(script[0], f'<script src="{to_root}{SHELL}" {later}></script>', 1)

    def _light(self, name: str, html: str) -> list[Tag] | None:
        """The tags of a page that loses nothing by it."""
        sheets, script = list(_SHEET.finditer(html)), _SCRIPT.search(html)
        if not script or not self._names or [each["name"] for each in sheets] != self._names:
            return None
        # A sheet that stands between them would have other rules before it.
        if any(each.end() != after.start() for each, after in pairwise(sheets)):
            return None
        page: list[Tag] = list(tags(html))
        others = [(tag, given) for tag, given in page if given.get("src") != script["address"]]
        if needs_theme_script(html, page) or not self._small.covers(page) or not self._all_own(name, others):
            return None
        return page

    def _all_own(self, name: str, others: Iterable[Tag]) -> bool:
        """Whether the page's other scripts and sheets get along with the small ones."""
        for tag, given in others:
            if tag == "script" and "src" in given and self._home.within(name, given["src"]) not in OUR_SCRIPTS:
                return False
            if tag == "link" and given.get("rel") == "stylesheet":
                path = self._home.within(name, given.get("href", "")) or ""
                if path.removeprefix(SHEETS) not in self._names and not self._small.suffices(self._read(path)):
                    return False
        return True

    def _kinds_for(self, name: str, page: list[Tag]) -> tuple[str, ...]:
        """The kinds of small sheets that a page names in its head."""
        if not self._loads_client(name, page):
            return HOME_KINDS if name == "index.html" else READING_KINDS
        return LIST_KINDS if any(tag == LIST for tag, _ in page) else FORM_KINDS

    def _loads_client(self, name: str, page: list[Tag]) -> bool:
        """Whether it does so by itself, and not only once somebody needs it."""
        scripts = (given for tag, given in page if tag == "script" and "data-waits" not in given)
        return any(self._home.within(name, given.get("src", "")) == CLIENT for given in scripts)

    def _with_summary(self) -> Iterator[list[Tag]]:
        """The tags of what scripts put into a page; data is one assignment of JSON."""
        data = self._read(MARKUP)
        if data:
            made = json.loads(data[data.index("{") : data.rindex("}") + 1])
            for html in made.get("markup", {}).values():
                yield list(tags(html))

    def _sheets(self, small: str, light: Mapping[str, list[Tag]]) -> dict[str, str]:
        """The theme's rules in use and ours, by kind: what reading and lists need, and what home and forms add."""
        sheet = small + self._read(OURS)
        reading, home, lists, forms = (
            [light[name] for name, kinds in self._kinds.items() if kinds == some]
            for some in (READING_KINDS, HOME_KINDS, LIST_KINDS, FORM_KINDS)
        )
        opened = with_rules(sheet, self._may_need([*reading, *home], OPENING)) if reading or home else ""
        read = self._may_need(reading or home, READING)
        pages = [*lists, *forms]
        whole = with_rules(sheet, self._may_need([*pages, *self._with_summary()], SUMMING_UP)) if pages else ""
        at_once = self._may_need(lists or forms, ANSWERING)
        return {
            "reading": with_rules(opened, read),
            "home": without_rules(opened, read),
            "answering": with_rules(whole, at_once),
            "summary": without_rules(whole, at_once),
        }

    def _may_need(self, pages: Iterable[list[Tag]], scripts: Iterable[str]) -> Callable[[str], bool]:
        """Whether one of these pages may need a rule with a selector, after these scripts have run."""
        contents = Contents(tag for page in pages for tag in page)
        words = SET_AT_ONCE.union(*(_WORD.findall(self._read(script)) for script in scripts))
        # A page with a table of Markdown keeps the theme's sheets, and no script of ours makes one.
        return lambda selector: (
            "table:not([class])" not in selector and all(contents.may_have(each, words) for each in wanted(selector))
        )


def _sheet(kind: str) -> str:
    return f"{SHEETS}theme-first-{kind}.css"
