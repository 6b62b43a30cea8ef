"""Web pages: what of a page is its article, what it says of itself, and what it does not."""

from pathlib import Path

import pytest

from tests.corpus.test_readers import PROSE, faults, only, written

DAYS = "".join(f"<p>{PROSE} It was day {day} of the strike.</p>" for day in range(9))
PAGE = f"""<!DOCTYPE html><html><head><title>Ferry leaves at dawn</title>
<meta property="og:site_name" content="Harbour Press"><meta name="author" content="Jane Hollis">
<meta property="article:published_time" content="2018-09-11T08:30:00Z">
<link rel="canonical" href="http://harbour.example/ferry"></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>Ferry leaves at dawn</h1>{DAYS}</article>
<footer>Terms of use</footer></body></html>"""


def test_a_page_becomes_its_article_with_what_it_says_of_itself(tmp_path: Path) -> None:
    document = only(written(tmp_path / "saved", PAGE))
    assert "day 8 of the strike" in document.text
    assert "Terms of use" not in document.text
    assert (document.title, document.publisher, document.author, document.published, document.url) == (
        "Ferry leaves at dawn",
        "Harbour Press",
        "Jane Hollis",
        "2018-09-11",
        "http://harbour.example/ferry",
    )


@pytest.mark.parametrize(
    "around",
    [("<p>In 2019 the pier burned. It reopened on 3 May 2020.</p>", ""), ("", "<footer>© 2023 Harbour</footer>")],
)
def test_a_year_in_the_text_or_the_footer_of_a_page_is_not_its_date(tmp_path: Path, around: tuple[str, str]) -> None:
    page = f"<html><body><article>{around[0]}{DAYS}</article>{around[1]}</body></html>"
    assert only(written(tmp_path / "a.html", page)).published is None


@pytest.mark.parametrize(
    "told", ["<p>The pier burned on 2021-02-03.</p>", "<ul><li>Applications: until 2021-02-03</li></ul>"]
)
def test_a_day_that_the_text_of_a_page_tells_of_is_not_its_date(tmp_path: Path, told: str) -> None:
    page = "<html><body><article><h1>Ferry</h1>{}</article></body></html>"
    assert only(written(tmp_path / "a.html", page.format(told + DAYS))).published is None
    dated = page.format(f"<p>4 May 2022</p>{DAYS}{told}")
    assert only(written(tmp_path / "b.html", dated)).published == "2022-05-04"


@pytest.mark.parametrize(
    "stated",
    [
        '<time datetime="2021-02-03">yesterday</time>',
        "<p>2021-02-03</p>",
        '<p class="date">3 February 2021</p>',
        '<p>Jane, <span class="entry-date">2021-02-03</span></p>',
    ],
)
def test_a_day_that_a_page_states_is_its_date_though_its_text_tells_of_it(tmp_path: Path, stated: str) -> None:
    page = f"<html><body><article><h1>Ferry</h1>{stated}{DAYS}<p>It burned on 2021-02-03.</p></article></body></html>"
    assert only(written(tmp_path / "a.html", page)).published == "2021-02-03"


def test_a_day_alone_on_one_of_the_first_lines_of_a_page_is_its_date(tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Ferry</h1><p>3 February 2020</p>{DAYS}</article></body></html>"
    assert only(written(tmp_path / "a.html", page)).published == "2020-02-03"


def test_the_tables_of_a_page_are_kept_as_lines_and_those_that_arrange_it_are_not(tmp_path: Path) -> None:
    table = "<table><tr><th>Ship</th><th>Fare</th></tr><tr><td>Ferry</td><td><p>3</p><p>crowns</p></td></tr></table>"
    links = '<table><tr><td><a href="/">Tides</a></td><td><a href="/a">Storms</a></td></tr></table>'
    around = f"<table><tr><td>{links}</td><td>{DAYS}{table}</td></tr></table>"
    lines = only(written(tmp_path / "a.html", f"<html><body>{around}</body></html>")).text.split("\n")
    assert lines == [
        *(f"{PROSE} It was day {day} of the strike." for day in range(9)),
        "Ship | Fare",
        "Ferry | 3 crowns",
    ]


def test_the_code_of_a_page_keeps_its_lines(tmp_path: Path) -> None:
    page = f"<html><body><article>{DAYS}<pre><code>if full:\n    leave</code></pre></article></body></html>"
    assert only(written(tmp_path / "a.html", page)).text.endswith("strike.\nif full:\n    leave")


def test_a_table_of_a_page_that_claims_millions_of_cells_has_those_that_it_has(tmp_path: Path) -> None:
    table = f"<table>{'<tr><td colspan=1000 rowspan=1000>Ferry</td><td>3</td></tr>' * 1000}</table>"
    text = only(written(tmp_path / "a.html", f"<html><body><article>{DAYS}{table}</article></body></html>")).text
    assert text.count("Ferry | 3") == 1000


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    assert faults(written(tmp_path / "a.html", "<html><body></body></html>")) == ["no article was found in this page"]
