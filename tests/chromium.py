"""How this project starts Chromium: the system's one, without the calls home that a closed network refuses."""

import shutil

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch_options() -> dict[str, object]:
    """Options for Playwright's `launch`; without a system Chromium, Playwright's own is used."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    return {"args": ARGUMENTS, **({"executable_path": found} if found else {})}
