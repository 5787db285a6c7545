"""What the client's tests read of Python's output; `python -m tests.client_files` writes it without pytest."""

import json
import os

from macros.guide.guide import Guide
from macros.guide.load import load
from macros.rendering.client_guide import client_guide
from macros.rendering.page_scripts import parts
from macros.rendering.settings import Settings
from tests.project import DATA, ROOT


def write_client_files(guide: Guide) -> None:
    """The client's part of the guide, whole and in its scripts' parts, its file checks, and the golden guide's part."""
    golden = load(ROOT / "tests" / "golden" / "valid")
    for name, each in (("client-guide.json", guide), ("golden-guide.json", golden)):
        _keep(name, client_guide(each, Settings(), "https://guide.example/").model_dump_json())
    _keep("client-guide-parts.json", json.dumps(parts(client_guide(guide, Settings(), "https://guide.example/"))))
    _keep("client-preflight.json", guide.preflight.model_dump_json())


def _keep(name: str, content: str) -> None:
    """Write a file at one stroke, since other processes of the same run may be reading it."""
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    beside = folder / f"{name}.{os.getpid()}"
    beside.write_text(content, "utf-8")
    beside.replace(folder / name)


if __name__ == "__main__":
    write_client_files(load(DATA))
