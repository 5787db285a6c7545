"""The number of the release, by which page, data and client know that they belong together."""

import re
import tomllib

from macros.guide.guide import Guide
from macros.rendering.release import RELEASE
from tests.project import ROOT


def test_one_release_is_named_everywhere(guide: Guide) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    client = (ROOT / "macros" / "client" / "page" / "release.ts").read_text("utf-8")
    assert re.findall(r'RELEASE = "(.+?)"', client) == [RELEASE] == [project["version"]] == [guide.about.version]
