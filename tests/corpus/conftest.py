"""A web server on this machine for the tests, under invented names, and a Web that may reach it and nothing else."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from corpus.web import Web

Answer = Callable[["Handler"], None]


class Site:
    """What the server answers to each path; `seen` are the requests, as (path, headers)."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.answers: dict[str, Answer] = {}
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.connections: set[tuple[str, int]] = set()

    def url(self, path: str = "/", host: str = "harbour.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> str:
        """Put a page there; underscores in names of headers stand for hyphens. Returns its address."""
        raw = body.encode() if isinstance(body, str) else body
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = lambda handler: handler.send(status, raw, sent)
        return self.url(path)

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [path for path, _ in self.seen if path != "/robots.txt"]


class Handler(BaseHTTPRequestHandler):
    """One connection to the server."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Site, *args: object) -> None:
        self.site = site
        super().__init__(*args)  # type: ignore[arg-type]  # handed on as they came

    def do_GET(self) -> None:
        self.site.seen.append((self.path, dict(self.headers)))
        self.site.connections.add(self.client_address)
        answer = self.site.answers.get(self.path)
        if answer:
            answer(self)
        else:
            self.send(404, b"", {})

    def send(self, status: int, raw: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(raw)),
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        if status != 304:
            self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[Site]:
    """A server that answers 404 until it is told otherwise."""
    site = Site(0)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site))
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


async def everything_here(host: str, _: int) -> list[str]:
    """A resolver that sends every name to this machine, but for one that does not exist."""
    if host == "nowhere.example":
        raise OSError("no such host")
    return ["127.0.0.1"]


def here_only(address: str) -> bool:
    """Lets only this machine through."""
    return address == "127.0.0.1"


@pytest.fixture
def web() -> Iterator[Web]:
    """A Web that reaches that server by any name."""
    with Web(allowed=here_only, resolve=everything_here, seconds=5, pause=0) as opened:
        yield opened
