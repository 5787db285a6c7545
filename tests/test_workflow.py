"""What the project's own workflow runs is named by what it is, not by a name that may come to mean something else."""

import re

from tests.project import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"


def test_each_action_is_pinned_by_digest_with_its_version_beside() -> None:
    used = [line for path in WORKFLOWS.glob("*.yml") for line in re.findall(r"uses: (.*)", path.read_text("utf-8"))]
    assert used
    assert not [each for each in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)]
