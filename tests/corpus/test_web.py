"""Reading the web: what is fetched, and everything that must never be."""

import gzip
import time
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.addresses import is_public
from corpus.errors import GoneError, IntakeError
from corpus.intake import Reading
from corpus.web import Web
from tests.corpus.conftest import Handler, Site, everything_here, here_only

PROSE = "The ferry left at dawn. Forty people were on board."


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "2a00:1450:4001::1"])
def test_addresses_of_the_public_web_may_be_read(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.255.0.1", "::1", "0.0.0.0", "::"),
        *("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"),
        *("169.254.1.1", "fe80::1", "fe80::1%eth0", "2606::1%eth0"),
        *("169.254.169.254", "169.254.170.2", "fd00:ec2::254", "100.100.100.200", "168.63.129.16", "192.0.0.192"),
        *("100.64.0.1", "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "2001:db8::1", "3fff::1"),
        *("224.0.0.1", "239.255.255.255", "ff02::1", "240.0.0.1", "255.255.255.255", "192.88.99.1"),
        *("::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1"),
        *("2002:7f00:1::", "2001::1", "100::1", "fec0::1", "5f00::1"),
        *("", "localhost", "127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.1", "1.2.3.4.5"),
    ],
)
def test_every_other_address_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://[::1]/", "::1"),
        ("http://[::ffff:127.0.0.1]/", "::ffff:7f00:1"),
        ("http://127.1/", "127.1"),
        ("http://2130706433/", "2130706433"),
        ("http://0x7f000001/", "0x7f000001"),
        ("http://0177.0.0.1/", "0177.0.0.1"),
        ("http://localhost/", "localhost"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("https://user:secret@harbour.example/", "an address with a password in it"),
        ("ftp://harbour.example/", "an address that begins with ftp:"),
        ("file:///etc/passwd", "an address that begins with file:"),
        ("gopher://harbour.example/", "an address that begins with gopher:"),
        ("http:///nothing", "an address without a host"),
    ],
)
def test_an_address_that_is_not_on_the_public_web_is_refused_before_anything_is_sent(url: str, named: str) -> None:
    with Web() as web, pytest.raises(IntakeError) as refused:
        web.get(url)
    assert refused.value.reason == f"{named} is not on the public web; only public pages are read"


def test_a_page_is_fetched_with_its_version(site: Site, web: Web) -> None:
    url = site.page("/a", PROSE, ETag='"1"', Last_Modified="Tue, 11 Sep 2018 08:30:00 GMT")
    page = web.get(url)
    assert page is not None
    assert (page.url, page.raw.decode(), page.etag) == (url, PROSE, '"1"')
    assert page.modified == "Tue, 11 Sep 2018 08:30:00 GMT"


def test_a_page_that_is_still_the_same_version_is_not_sent_again(site: Site, web: Web) -> None:
    url = site.page("/a", "", status=304)
    assert web.get(url, etag='"1"', modified="Tue, 11 Sep 2018 08:30:00 GMT") is None
    assert site.seen[-1][1]["If-None-Match"] == '"1"'
    assert site.seen[-1][1]["If-Modified-Since"] == "Tue, 11 Sep 2018 08:30:00 GMT"


def test_redirects_are_followed(site: Site, web: Web) -> None:
    site.page("/b", PROSE)
    page = web.get(site.page("/a", "", 302, Location="/b"))
    assert page is not None
    assert page.url == site.url("/b")


@pytest.mark.parametrize("target", ["http://10.0.0.1/", "http://[fe80::1]/", "file:///etc/passwd", "http://127.1/"])
def test_a_redirect_to_an_address_that_is_not_public_is_refused(site: Site, web: Web, target: str) -> None:
    with pytest.raises(IntakeError, match="not on the public web"):
        web.get(site.page("/a", "", 302, Location=target))


def test_a_redirect_without_end_is_left(site: Site, web: Web) -> None:
    with pytest.raises(IntakeError, match="redirects more than 5 times"):
        web.get(site.page("/a", "", 302, Location="/a"))
    assert len(site.paths()) == 6


def test_a_name_that_changes_its_address_is_checked_every_time_it_is_looked_up(site: Site) -> None:
    answers = [["127.0.0.1"], ["10.0.0.1"]]

    async def changing(_: str, __: int) -> list[str]:
        return answers.pop(0)

    def closing(handler: Handler) -> None:
        handler.send(200, b"", {"Connection": "close"})

    site.answers = {"/robots.txt": closing, "/a": closing}
    with (
        Web(allowed=here_only, resolve=changing, pause=0) as web,
        pytest.raises(IntakeError, match="not on the public"),
    ):
        web.get(site.url("/a"))
    assert answers == []
    assert site.paths() == []


def test_a_name_with_one_private_address_among_others_is_refused(site: Site) -> None:
    async def mixed(_: str, __: int) -> list[str]:
        return ["127.0.0.1", "10.0.0.1"]

    with Web(allowed=here_only, resolve=mixed) as web, pytest.raises(IntakeError, match="not on the public web"):
        web.get(site.url("/a"))
    assert site.seen == []


def test_a_host_that_does_not_exist_is_named(site: Site, web: Web) -> None:
    with pytest.raises(IntakeError, match="the server cannot be reached or understood"):
        web.get(site.url("/", "nowhere.example"))


def test_a_slow_body_is_given_up(site: Site) -> None:
    def slowly(handler: Handler) -> None:
        handler.send(200, b"", {"Content-Length": "1000"})
        for _ in range(20):
            handler.wfile.write(b"a")
            handler.wfile.flush()
            time.sleep(0.05)

    site.answers["/a"] = slowly
    with (
        Web(allowed=here_only, resolve=everything_here, seconds=0.3, pause=0) as web,
        pytest.raises(IntakeError, match=r"the server takes longer than 0\.3 s"),
    ):
        web.get(site.url("/a"))


def test_a_bomb_is_not_unpacked_beyond_the_limit(site: Site, web: Web) -> None:
    url = site.page("/a", gzip.compress(b"\0" * (40 << 20)), Content_Encoding="gzip")
    with pytest.raises(IntakeError, match="larger than 32 MiB"):
        web.get(url)


def test_a_packed_page_is_unpacked(site: Site, web: Web) -> None:
    page = web.get(site.page("/a", gzip.compress(PROSE.encode()), Content_Encoding="gzip"))
    assert page is not None
    assert page.raw.decode() == PROSE


def test_a_packed_page_that_is_cut_short_is_not_taken_for_the_whole(site: Site, web: Web) -> None:
    whole = gzip.compress(PROSE.encode())
    for size in (4, len(whole) // 2, len(whole) - 1):
        with pytest.raises(IntakeError, match="damaged"):
            web.get(site.page("/a", whole[:size], Content_Encoding="gzip"))


@pytest.mark.parametrize("rest", [b"", b"\0\0\0", b"\r\n"])
def test_a_page_packed_in_several_members_is_read_to_the_last(site: Site, web: Web, rest: bytes) -> None:
    members = b"".join(gzip.compress(part.encode()) for part in PROSE.split())
    page = web.get(site.page("/a", members + rest, Content_Encoding="gzip"))
    assert page is not None
    assert page.raw.decode() == PROSE.replace(" ", "")


def test_a_bomb_in_a_later_member_is_not_unpacked_beyond_the_limit(site: Site, web: Web) -> None:
    bomb = gzip.compress(PROSE.encode()) + gzip.compress(b"\0" * (40 << 20))
    with pytest.raises(IntakeError, match="larger than 32 MiB"):
        web.get(site.page("/a", bomb, Content_Encoding="gzip"))


def test_a_packed_page_without_content_is_empty(site: Site, web: Web) -> None:
    page = web.get(site.page("/a", b"", Content_Encoding="gzip"))
    assert page is not None
    assert page.raw == b""


@pytest.mark.parametrize(
    ("status", "headers", "reason"),
    [
        (200, {"Content-Type": "image/png"}, "it is no text but image/png"),
        (200, {"Content-Encoding": "br"}, "the server packs it in a way that was not asked for (br)"),
        (200, {"Content-Encoding": "gzip"}, "the server sent it damaged; try again later"),
        (500, {}, "the server answers 500 Internal Server Error"),
        (403, {}, "the server answers 403 Forbidden"),
    ],
)
def test_what_is_no_page_of_words_is_refused(
    site: Site, web: Web, status: int, headers: dict[str, str], reason: str
) -> None:
    with pytest.raises(IntakeError) as refused:
        web.get(site.page("/a", "not what it seems", status, **headers))
    assert refused.value.reason == reason


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_is_told_apart(site: Site, web: Web, status: int) -> None:
    with pytest.raises(GoneError):
        web.get(site.page("/a", "", status))


def test_robots_txt_is_respected_and_read_once(site: Site, web: Web) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private\nAllow: /private/press\n")
    for path in ("/private/a", "/private/press", "/open"):
        site.page(path, PROSE)
    with pytest.raises(IntakeError, match=r"its robots\.txt asks programs not to read it"):
        web.get(site.url("/private/a"))
    assert web.get(site.url("/private/press"))
    assert web.get(site.url("/open"))
    assert [path for path, _ in site.seen] == ["/robots.txt", "/private/press", "/open"]


def test_where_the_server_fails_to_give_robots_txt_nothing_is_read(site: Site, web: Web) -> None:
    site.page("/robots.txt", "", 503)
    with pytest.raises(IntakeError, match=r"robots\.txt"):
        web.get(site.page("/a", PROSE))


def test_a_redirect_does_not_lead_around_robots_txt(site: Site, web: Web) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private\n")
    site.page("/private", PROSE)
    with pytest.raises(IntakeError, match=r"robots\.txt"):
        web.get(site.page("/a", "", 302, Location="/private"))


def test_all_pages_of_a_host_come_over_one_connection_without_cookies(site: Site, web: Web) -> None:
    for path in ("/a", "/b"):
        web.get(site.page(path, PROSE, Set_Cookie="who=you"))
    assert len(site.connections) == 1
    assert all("Cookie" not in headers for _, headers in site.seen)


def test_between_two_pages_of_a_host_there_is_a_pause(site: Site) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    with Web(allowed=here_only, resolve=everything_here, pause=60, sleep=sleep) as web:
        web.get(site.page("/a", PROSE))
        web.get(site.page("/b", PROSE))
        web.get(site.url("/b", "other.example"))
    assert [seconds > 0 for seconds in pauses] == [False, True, False]


def read(web: Web, *urls: str | Path) -> list[tuple[str, str | None, str | None]]:
    found = Reading(web=lambda: web).documents([str(url) for url in urls])
    return [
        ("!", item.source, item.reason) if isinstance(item, IntakeError) else (item.text, item.url, item.title)
        for item in found
    ]


ARTICLE = f"""<html><head><title>Ferry leaves at dawn</title></head><body><nav>Home News</nav>
<article><h1>Ferry leaves at dawn</h1><p>{PROSE} {PROSE} It was a clear day, and nobody was late for it.</p></article>
</body></html>"""


def test_a_page_becomes_a_document_with_its_address(site: Site, web: Web) -> None:
    ((text, url, title),) = read(web, site.page("/a", ARTICLE))
    assert PROSE in text
    assert "Home News" not in text
    assert (url, title) == (site.url("/a"), "Ferry leaves at dawn")


def test_a_page_that_claims_another_site_s_address_is_cited_by_its_own(site: Site, web: Web) -> None:
    claim = ARTICLE.replace("</head>", '<link rel="canonical" href="https://trusted.example/a"/></head>')
    ((_, url, _),) = read(web, site.page("/a", claim))
    assert url == site.url("/a")


def test_the_entries_of_a_feed_are_read_from_their_pages_or_else_from_the_feed(site: Site, web: Web) -> None:
    site.page("/a", ARTICLE)
    feed = site.page(
        "/feed",
        f"<rss><channel><title>Harbour Press</title><item><title>Ferry</title><link>{site.url('/a')}</link></item>"
        f"<item><title>Gone</title><link>{site.url('/b')}</link><description>A summary.</description></item>"
        "</channel></rss>",
        Content_Type="application/rss+xml",
    )
    (first, second) = read(web, feed)
    assert PROSE in first[0]
    assert first[1:] == (site.url("/a"), "Ferry")
    assert second == ("A summary.", site.url("/b"), "Gone")


def test_the_pages_of_a_sitemap_and_of_the_sitemaps_in_it_are_read(site: Site, web: Web) -> None:
    site.page("/a", ARTICLE)
    site.page("/map", f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>", Content_Type="application/xml")
    index = site.page("/maps", f"<sitemapindex><sitemap><loc>{site.url('/map')}</loc></sitemap></sitemapindex>")
    assert [url for _, url, _ in read(web, index)] == [site.url("/a")]


def test_sitemaps_that_name_each_other_come_to_an_end(site: Site, web: Web) -> None:
    url = site.url("/map")
    site.page("/map", f"<sitemapindex><sitemap><loc>{url}</loc></sitemap></sitemapindex>")
    assert read(web, url) == []
    assert site.paths() == ["/map"]


def test_only_so_many_pages_are_read_of_what_one_source_names(site: Site, web: Web) -> None:
    for i in range(4):
        site.page(f"/{i}", ARTICLE.replace("clear", f"{i}th"))
    links = "".join(f"<url><loc>{site.url(f'/{i}')}</loc></url>" for i in range(4))
    reading = Reading(web=lambda: web, most_links=2)
    found = list(reading.documents([site.page("/map", f"<urlset>{links}</urlset>")]))
    assert [isinstance(item, IntakeError) for item in found] == [False, False, True]
    assert str(found[-1]).endswith("names more than 2 pages; the first are read")


def test_a_page_that_has_not_changed_gives_nothing_new(site: Site, web: Web) -> None:
    url = site.page("/a", ARTICLE)
    first = Reading(web=lambda: web)
    assert len(list(first.documents([url]))) == 1
    again = Reading({source.place: source for source in first.sources}.get, web=lambda: web)
    assert list(again.documents([url])) == []
    assert again.unchanged == 1


def test_a_page_that_other_readers_have_read_is_asked_for_whole(site: Site, web: Web) -> None:
    url = site.page("/a", ARTICLE, ETag='"1"')
    first = Reading(web=lambda: web)
    list(first.documents([url]))
    sources = {source.place: replace(source, digest="0:1") for source in first.sources}
    assert len(list(Reading(sources.get, web=lambda: web).documents([url]))) == 1
    assert "If-None-Match" not in site.seen[-1][1]
