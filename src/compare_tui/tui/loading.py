"""Loading Textual without what nobody sees before the first paint.

Its app imports the command palette, and with it a dozen widgets, for methods that this program never calls;
its event loop imports TLS. Together they are a sixth of Textual's loading. Each is loaded when it is
first used.
"""

from __future__ import annotations

import sys
from types import ModuleType

_PALETTE = "textual.command"


class _StandIn(ModuleType):
    """Stands for a module while others take names from it; each name is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def load_textual() -> None:
    """Import Textual's app; nothing happens where it has been imported."""
    if "asyncio" not in sys.modules and "ssl" not in sys.modules:
        # None stands for a module that is not there, and asyncio works without this one.
        sys.modules["ssl"] = None  # type: ignore[assignment]
        try:
            import asyncio  # noqa: F401
        finally:
            del sys.modules["ssl"]
    if "textual.app" not in sys.modules and _PALETTE not in sys.modules:
        sys.modules[_PALETTE] = _StandIn(_PALETTE)
        try:
            import textual.app  # noqa: F401
        finally:
            del sys.modules[_PALETTE]
