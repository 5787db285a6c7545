"""A web server for a built site, as simple as the hosts such sites are put on."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        """Answer; a browser that closes the line is no fault."""
        with suppress(ConnectionError):
            super().handle()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """An address that leads nowhere gets the site's own page for it."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class _Compressing(_Handler):
    """Sends texts as hosts do: compressed, kept once compressed, and for a browser to keep for ten minutes."""

    kept: ClassVar[dict[Path, bytes]] = {}

    def do_GET(self) -> None:
        """Send a text compressed; everything else as it is."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in {".html", ".css", ".js", ".json", ".svg", ".xml"} or not file.is_file():
            super().do_GET()
            return
        if file not in self.kept:
            self.kept[file] = gzip.compress(file.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(self.kept[file])))
        self.end_headers()
        self.wfile.write(self.kept[file])


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # With the usual five, a browser that opens six lines to a busy machine waits a second or more for some of them.
    request_queue_size = 64


@contextmanager
def serving(folder: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve a folder, which may still be empty, on loopback; gives the address, with a slash at its end."""
    handler = partial(_Compressing if compressed else _Handler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
