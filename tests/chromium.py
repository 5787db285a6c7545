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
# The same browser as readers have, and the same without windows of its own, which opens pages in half the time.
WHOLE = ("chromium", "chromium-browser", "google-chrome")
SHELL = ("chromium-headless-shell", *WHOLE)


def launch_options(names: tuple[str, ...] = SHELL) -> dict[str, object]:
    """Options for Playwright's `launch`, with the first of these programs, or with Playwright's own."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    return {"args": ARGUMENTS, **({"executable_path": found} if found else {})}
