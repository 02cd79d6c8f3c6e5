"""A server on loopback that answers whatever a test asks for."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

from tests.sources.samples import HTML

Answer = Callable[[socket.socket, str], None]


def reply(head: str, body: bytes = b"", status: str = "200 OK") -> Answer:
    def answer(peer: socket.socket, path: str) -> None:
        peer.sendall(f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode() + body)

    return answer


class Server:
    """Answers every connection on loopback with what a test asks for."""

    def __init__(self) -> None:
        self.answer: Answer = reply("Content-Type: text/html", HTML.encode())
        self.asked: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/story"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            peer, _ = self._socket.accept()
            with peer:
                try:
                    head = peer.recv(65536).decode("latin-1")
                    if not head:
                        return
                    self.asked.append(head)
                    self.answer(peer, head.split(" ")[1])
                    peer.shutdown(socket.SHUT_WR)
                except OSError:
                    continue

    def close(self) -> None:
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._thread.join(10)
        self._socket.close()
