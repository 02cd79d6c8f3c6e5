"""A local web server that shows the screen in browsers; needs the extra ``serve``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

_UNSAFE_ON_WINDOWS = '%&|<>^"!\r\n'
"""Characters that its command interpreter reads as more than themselves."""

_FOCUS = """<script>
new MutationObserver((_, observer) => {
  const keys = document.querySelector("#terminal textarea");
  if (keys && document.body.classList.contains("-first-byte")) { keys.focus(); observer.disconnect(); }
}).observe(document.body, { attributes: true, childList: true, subtree: true });
</script>"""
"""Lets the first key reach the screen; without it somebody would have to click there before."""


class QuotingError(ValueError):
    """A word cannot be handed to a shell as it is; the message names it."""


class ScreenServer(Server):
    """Serves the screen of one pair, each connection in a process of its own.

    Only pages of its own may connect: a request for another host name (DNS rebinding) or from another page
    (cross-site WebSocket hijacking) is refused, and pages load nothing from elsewhere.
    """

    def __init__(self, words: Sequence[str], host: str, port: int, url: str | None) -> None:
        """Prepare to serve ``compare-tui`` with these words.

        Raises:
            QuotingError: A word cannot be handed to a shell.
        """
        shown = f"[{host}]" if ":" in host else host
        super().__init__(
            quoted_command([sys.executable, "-m", "compare_tui", *words]),
            host=host,
            port=port,
            title="compare-tui",
            public_url=url or f"http://{shown}:{port}",
        )
        public = urlsplit(self.public_url)
        self._hosts = {
            public.netloc,
            *(f"{name}:{port}" for name in (shown, "localhost", "127.0.0.1", "[::1]")),
        }
        self._socket = f"{'wss' if public.scheme == 'https' else 'ws'}://{public.netloc}"

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        app.on_response_prepare.append(self._add_policy)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say where the screen is."""
        print(f"compare-tui: on {self.public_url} (ctrl+c ends it)", file=sys.stderr, flush=True)

    @property
    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            origin = request.headers.get("Origin")
            foreign = origin is not None and urlsplit(origin).netloc not in self._hosts
            if request.host not in self._hosts or foreign or (origin is None and request.path == "/ws"):
                raise web.HTTPForbidden(text="only for pages of this server\n")
            response = await handler(request)
            if request.path == "/" and isinstance(response, web.Response) and response.text:
                response.text = response.text.replace("</body>", f"{_FOCUS}</body>")
            return response

        return guard

    async def _add_policy(self, request: web.Request, response: web.StreamResponse) -> None:
        """Keep pages from loading anything from elsewhere and from standing in a frame."""
        response.headers["Content-Security-Policy"] = (
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
            f"img-src 'self' data:; font-src 'self' data:; connect-src 'self' {self._socket}; "
            "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
        )
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"


def quoted_command(words: Sequence[str]) -> str:
    """Return a command for the shell in which no character of a word means anything.

    Raises:
        QuotingError: There is no such command on this system.
    """
    if os.name != "nt":
        import shlex

        return shlex.join(words)
    for word in words:
        if any(character in word for character in _UNSAFE_ON_WINDOWS):
            raise QuotingError(f"a name that cannot be served on Windows: {word}")
    return subprocess.list2cmdline(words)
