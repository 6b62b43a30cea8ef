"""Reading the public web on behalf of people who are not trusted with the network that the program runs in."""

import asyncio
import socket
import time
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from corpus.addresses import is_public
from corpus.errors import FootnoteError, GoneError, IntakeError
from corpus.readers.base import MAX_BYTES, MAX_MIB
from corpus.robots import MOST_BYTES, NOTHING_ALLOWED, Robots

AGENT = "Footnote"
Resolve = Callable[[str, int], Awaitable[list[str]]]

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS = 5
_LONGEST_DELAY = 10.0  # seconds between two pages, whatever a site asks for
# RFC 9309, section 2.4: robots.txt should not be kept for longer.
_A_DAY = 86_400.0  # seconds
_MOST_SITES = 1_000  # whose robots.txt is remembered
_GZIP = 16 + zlib.MAX_WBITS  # as zlib knows it
_NOT_WORDS = ("image/", "video/", "audio/", "font/", "application/javascript", "text/javascript", "text/css")
_KEPT_OUT = "its robots.txt asks programs not to read it"
_NOT_PUBLIC = "{host} is not on the public web; only public pages are read"
_OTHER_SCHEME = "an address that begins with {scheme}: is not on the public web; only public pages are read"
_WITH_PASSWORD = "an address with a password in it is not on the public web; only public pages are read"
_WITHOUT_HOST = "an address without a host is not on the public web; only public pages are read"
_NOT_REACHED = "the server cannot be reached or understood ({error})"
_DAMAGED = "the server sent it damaged; try again later"
_TOO_SLOW = "the server takes longer than {seconds:g} s; try again later"


@dataclass(frozen=True, slots=True)
class Page:
    """What was found at an address: `url` is where the redirects led, `etag` and `modified` the server's version."""

    url: str
    raw: bytes
    etag: str | None
    modified: str | None


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system knows them. Raises OSError where there is none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Web:
    """Fetches pages, one after the other, over at most one connection a host. Belongs to one thread.

    Only http and https; only hosts all of whose addresses `allowed` lets through, and the connection goes to the very
    address that was looked at, also after a redirect. `seconds` is for everything about one page, `pause` the least
    time between two pages of one host. No cookie is kept and no proxy is used.
    """

    def __init__(
        self,
        *,
        allowed: Callable[[str], bool] = is_public,
        resolve: Resolve = resolve,
        seconds: float = 30.0,
        pause: float = 1.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._allowed = allowed
        self._resolver = _Checked(resolve, allowed)
        self._seconds, self._pause, self._sleep = seconds, pause, sleep
        self._runner = asyncio.Runner()
        self._session: aiohttp.ClientSession | None = None
        # Both by site and with the time on the clock that never goes back.
        self._robots: dict[str, tuple[float, Robots]] = {}
        self._last: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all connections."""
        if self._session and not self._session.closed:
            self._runner.run(self._session.close())
        self._runner.close()

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Page | None:
        """The page at an address; None if it is still the version that `etag` and `modified` name.

        Raises GoneError where there is none (any more), and IntakeError where it cannot or must not be read.
        """
        version = {"If-None-Match": etag, "If-Modified-Since": modified}
        try:
            return self._runner.run(self._get(url, {name: value for name, value in version.items() if value}))
        except TimeoutError:
            raise IntakeError(url, _TOO_SLOW, seconds=self._seconds) from None
        except _NotPublicError as error:
            raise IntakeError(url, error.form, **error.values) from None
        except aiohttp.TooManyRedirects:
            raise IntakeError(url, "it redirects more than {most} times", most=_MOST_REDIRECTS) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise IntakeError(url, _NOT_REACHED, error=_brief(error)) from None

    async def _get(self, given: str, version: dict[str, str]) -> Page | None:
        async with asyncio.timeout(self._seconds):
            url = URL(given)
            for _ in range(_MOST_REDIRECTS + 1):
                await self._permitted(url, given)
                async with await self._request(url, version) as response:
                    target = _redirect(url, response)
                    if target is None:
                        return await _page(response, url, given)
                url = target
        raise aiohttp.TooManyRedirects(response.request_info, ())

    async def _permitted(self, url: URL, given: str) -> None:
        """Waits until it is polite to ask; raises IntakeError where the site does not want it."""
        self._check(url)
        site, now = str(url.origin()), time.monotonic()
        if len(self._robots) > _MOST_SITES:
            self._robots.clear()
            self._last.clear()
        if site not in self._robots or self._robots[site][0] < now - _A_DAY:
            self._robots[site] = (now, await self._rules(url.origin() / "robots.txt"))
        _, robots = self._robots[site]
        if not robots.allows(url.raw_path_qs):
            raise IntakeError(given, _KEPT_OUT)
        host = url.host or ""
        pause = max(self._pause, min(robots.delay, _LONGEST_DELAY) if self._pause else 0.0)
        await self._sleep(max(0.0, self._last.get(host, -pause) + pause - time.monotonic()))
        self._last[host] = time.monotonic()

    async def _rules(self, url: URL) -> Robots:
        """RFC 9309, section 2.3.1: where there is no such file all is allowed, where the server fails nothing is."""
        for _ in range(_MOST_REDIRECTS + 1):
            self._check(url)
            async with await self._request(url, {}) as response:
                target = _redirect(url, response)
                if target is None:
                    if response.status >= 500:
                        return NOTHING_ALLOWED
                    if response.status != 200:
                        return Robots()
                    raw = await _body(response, str(url), MOST_BYTES, cut=True)
                    return Robots.parse(raw.decode("utf-8", "replace"), AGENT)
            url = target
        return Robots()

    async def _request(self, url: URL, version: dict[str, str]) -> aiohttp.ClientResponse:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(resolver=self._resolver, use_dns_cache=False, limit_per_host=1),
                headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"},
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
            )
        return await self._session.get(url, headers=version, allow_redirects=False)

    def _check(self, url: URL) -> None:
        """What can be said of an address before its name is looked up; aiohttp looks up no numbers."""
        if url.scheme not in ("http", "https"):
            raise _NotPublicError(_OTHER_SCHEME, scheme=url.scheme or "nothing")
        if url.user is not None or url.password is not None:
            raise _NotPublicError(_WITH_PASSWORD)
        if not url.host:
            raise _NotPublicError(_WITHOUT_HOST)
        if (":" in url.host or url.host.replace(".", "").isdigit()) and not self._allowed(url.host):
            raise _NotPublicError(_NOT_PUBLIC, host=url.host)


class _NotPublicError(FootnoteError):
    """Says what is not on the public web."""


class _Checked(AbstractResolver):
    """Looks names up and refuses those with any address that is not allowed; aiohttp connects to what it gives."""

    def __init__(self, resolve: Resolve, allowed: Callable[[str], bool]) -> None:
        self._resolve = resolve
        self._allowed = allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        addresses = await self._resolve(host, port)
        if not addresses or not all(self._allowed(address) for address in addresses):
            raise _NotPublicError(_NOT_PUBLIC, host=host)
        return [
            ResolveResult(
                hostname=host, host=address, port=port, proto=0, flags=socket.AI_NUMERICHOST,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
            )
            for address in addresses
        ]  # fmt: skip

    async def close(self) -> None:
        """There is nothing to close."""


def _redirect(url: URL, response: aiohttp.ClientResponse) -> URL | None:
    target = response.headers.get("Location")
    return url.join(URL(target)).with_fragment(None) if response.status in _REDIRECTS and target else None


async def _page(response: aiohttp.ClientResponse, url: URL, given: str) -> Page | None:
    if response.status == 304:
        return None
    if response.status in (404, 410):
        raise GoneError(given, "there is no such page (any more)")
    if response.status != 200:
        answer = f"{response.status} {response.reason or ''}".rstrip()
        raise IntakeError(given, "the server answers {answer}", answer=answer)
    kind = response.headers.get("Content-Type", "").lower()
    if kind.startswith(_NOT_WORDS):
        raise IntakeError(given, "it is no text but {kind}", kind=kind.partition(";")[0])
    raw = await _body(response, given, MAX_BYTES)
    return Page(str(url), raw, response.headers.get("ETag"), response.headers.get("Last-Modified"))


class _Packed:
    """A body packed with gzip, unpacked piece by piece: one member after the other (RFC 1952, section 2.2)."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self.whole = True

    def unpack(self, piece: bytes, most: int) -> bytes:
        """What comes next, `most` bytes of it at the most; raises zlib.error where it is damaged."""
        unpacked = b""
        while piece and len(unpacked) < most:
            if self._member.eof:
                if not piece.startswith(b"\x1f"):
                    break  # what follows the last member is no part of the body
                self._member = zlib.decompressobj(_GZIP)
            unpacked += self._member.decompress(piece, most - len(unpacked))
            self.whole = self._member.eof
            piece = self._member.unused_data
        return unpacked


async def _body(response: aiohttp.ClientResponse, given: str, most: int, *, cut: bool = False) -> bytes:
    """The body, unpacked; beyond `most` bytes it is refused, or with `cut` the rest is left."""
    encoding = response.headers.get("Content-Encoding", "identity").lower()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise IntakeError(given, "the server packs it in a way that was not asked for ({encoding})", encoding=encoding)
    packed = _Packed() if encoding != "identity" else None
    body = bytearray()
    try:
        async for chunk in response.content.iter_any():
            # A megabyte of zeros is packed into a kilobyte: nothing beyond the limit is ever unpacked.
            body += packed.unpack(chunk, most + 1 - len(body)) if packed else chunk
            if len(body) > most:
                break
    except zlib.error:
        raise IntakeError(given, _DAMAGED) from None
    if packed and not packed.whole and len(body) <= most:
        raise IntakeError(given, _DAMAGED)
    if len(body) > most and not cut:
        raise IntakeError(given, "it is larger than {most} MiB, the limit for one document", most=MAX_MIB)
    return bytes(body[:most])


def _brief(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:150]
