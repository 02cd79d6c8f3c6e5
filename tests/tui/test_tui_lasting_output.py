from __future__ import annotations

import errno
import io
import threading

from textual.drivers._writer_thread import WriterThread

from compare_tui.tui.lasting_output import LastingOutput


class _Gone(io.StringIO):
    """A terminal whose window has closed."""

    def write(self, _: str) -> int:
        raise OSError(errno.EIO, "Input/output error")


def test_nobody_waits_for_a_terminal_that_has_gone() -> None:
    output = WriterThread(LastingOutput(_Gone()))  # type: ignore[arg-type]
    output.start()

    def draw() -> None:
        for _ in range(100):
            output.write("x")
        output.stop()

    drawing = threading.Thread(target=draw, daemon=True)
    drawing.start()
    drawing.join(10)
    assert not drawing.is_alive()
