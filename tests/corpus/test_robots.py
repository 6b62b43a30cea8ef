"""robots.txt as RFC 9309 describes it."""

import pytest

from corpus.robots import NOTHING_ALLOWED, Robots

TEXT = """# comment
User-agent: *
Disallow: /all

User-agent: Other
User-agent: footnote
Disallow: /private # for people
Allow: /private/press
Disallow: /*.pdf$
Disallow: /a*b*c
Disallow: /caf%C3%A9
Disallow:
Crawl-delay: 2.5
Sitemap: https://e.example/map
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        *(("/", True), ("/all", True), ("/private", False), ("/private/a", False), ("/private/press/1", True)),
        *(("/x.pdf", False), ("/x.pdf?1", True), ("/axxbyycz", False), ("/acb", True), ("/café", False)),
    ],
)
def test_the_longest_rule_of_the_program_s_own_groups_decides(path: str, allowed: bool) -> None:
    assert Robots.parse(TEXT, "Footnote").allows(path) is allowed


def test_a_program_that_is_not_named_follows_the_rules_for_all() -> None:
    robots = Robots.parse(TEXT, "Somebody")
    assert not robots.allows("/all")
    assert robots.allows("/private")


def test_a_delay_is_known() -> None:
    assert Robots.parse(TEXT, "Footnote").delay == 2.5
    assert Robots.parse("User-agent: *\nCrawl-delay: soon", "Footnote").delay == 0


def test_no_rules_allow_everything() -> None:
    assert Robots().allows("/a")
    assert not NOTHING_ALLOWED.allows("/a")


def test_a_pattern_of_many_stars_takes_no_time() -> None:
    robots = Robots.parse(f"User-agent: *\nDisallow: /{'*a' * 2000}b", "Footnote")
    assert robots.allows("/" + "a" * 4000)
