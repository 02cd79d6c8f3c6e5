from __future__ import annotations

import asyncio
import time
from pathlib import Path

import aiohttp
from tests.cli.test_cli_serve import HOSTILE, A, B, served


async def press_keys(port: int, keys: str, folder: Path) -> None:
    """Do what the page does: press keys as soon as nothing more is drawn, and wait for a notebook."""
    origin = f"http://127.0.0.1:{port}"
    address = f"{origin}/ws?width=120&height=40"
    async with aiohttp.ClientSession() as session, session.ws_connect(address, origin=origin) as channel:
        waiting = list(keys)
        end = time.monotonic() + 60
        while not list(folder.glob("*.notes.yaml")):
            assert time.monotonic() < end, "nothing was saved"
            try:
                await channel.receive(timeout=2)
            except TimeoutError:
                if waiting:
                    await channel.send_json(["stdin", waiting.pop(0)])


def test_the_socket_opens_moves_tags_and_saves(tmp_path: Path) -> None:
    (tmp_path / HOSTILE).write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8")
    with served(tmp_path) as port:
        asyncio.run(press_keys(port, "]tn", tmp_path))
    text = next(tmp_path.glob("*.notes.yaml")).read_text(encoding="utf-8")
    assert "tag: number" in text
    assert "52" in text
    assert not (tmp_path / "owned").exists()
