"""The guide's macros: the only module that knows the host, mkdocs-macros or one that reads the same."""

from pathlib import Path
from typing import Any

from macros.client_guide import scripts
from macros.components import MACROS, Components
from macros.guide import GuideError, load, write, write_text
from macros.settings import SettingsError, read_settings


def define_env(env: Any) -> None:
    """Load the guide, write what pages load of it, register a macro for each component; wrong data stops the build."""
    config = env.conf
    docs = Path(env.project_dir) / "docs"
    try:
        guide = load(docs / "data")
        settings = read_settings(config.get("extra") or {}, guide.links)
        # The host collects its files after this, so the pages and the data of one build agree.
        write(guide, docs / "guide.json")
        for name, script in scripts(guide).items():
            write_text(script, docs / name)
    except (GuideError, SettingsError) as error:
        raise _stop(f"The guide's data cannot be used:\n{error}") from None
    except OSError as error:
        raise _stop(f"{error.filename}: {error.strerror}") from None
    components = Components(
        guide,
        settings,
        site_url=config.get("site_url") or "",
        page_url=lambda: str(env.page.url),
    )
    for name in MACROS:
        env.macro(getattr(components, name), name)


def _stop(message: str) -> Exception:
    """The host's own way to stop with a message and no traceback, where it has one."""
    try:
        from mkdocs.exceptions import Abort
    except ImportError:
        return SystemExit(message)  # type: ignore[return-value]
    return Abort(message)
