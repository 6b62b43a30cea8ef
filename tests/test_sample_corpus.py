"""The bundled sample corpus: its form, its calendar, and the disagreements that it is there to show."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import frontmatter
import pytest

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"
WEEKDAYS = list(calendar.day_name)
MONTHS = list(calendar.month_name)[1:]
WEEKDAY, MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
WEEKDAY_WITH_DATE = re.compile(
    rf"({WEEKDAY}),? (?:(?P<d1>\d{{1,2}}) (?P<m1>{MONTH})|(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})\b)(?:,? (?P<year>\d{{4}}))?"
)
HAJIN_BEGAN = re.compile(r"Hajin[^.]*\b(?:began|started) on (\w+day)")


@dataclass(frozen=True)
class Report:
    """One file of the corpus: its path, its front matter, its date of publication and its body."""

    path: Path
    keys: frozenset[str]
    title: str
    publisher: str
    published: date
    body: str


def read(path: Path) -> Report:
    """Read a report; a report without a title, a publisher or a date is a KeyError."""
    post = frontmatter.load(str(path))
    published = date.fromisoformat(str(post["published"]))
    return Report(path, frozenset(post.keys()), str(post["title"]), str(post["publisher"]), published, post.content)


REPORTS = [read(path) for path in sorted(SAMPLE.glob("*.md"))]
each_report = pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.path.stem)


def weekdays_with_dates(report: Report) -> list[tuple[str, date]]:
    """Return each weekday that the body names together with a date; a date without a year is the latest one."""
    found = []
    for match in WEEKDAY_WITH_DATE.finditer(report.body):
        month = MONTHS.index(match["m1"] or match["m2"]) + 1
        named = date(int(match["year"] or report.published.year), month, int(match["d1"] or match["d2"]))
        if not match["year"] and named > report.published:
            named = named.replace(year=named.year - 1)
        found.append((match[1], named))
    return found


def sequences(report: Report, length: int) -> set[tuple[str, ...]]:
    """Return every run of `length` consecutive words of a body, in small letters and without punctuation."""
    words = re.findall(r"[^\W_]+", report.body.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_there_are_at_least_twelve_reports() -> None:
    """A newcomer has enough reports for a question to find more than one source."""
    assert len(REPORTS) >= 12


def test_a_label_says_what_the_corpus_is() -> None:
    """The file beside their folder says that they are our own writing, no news source, and under which licence."""
    label = (SAMPLE.parent / "SAMPLE.txt").read_text(encoding="utf-8")
    assert "own writing" in label
    assert "not a news source" in label
    assert "MIT" in label


@each_report
def test_front_matter_is_complete(report: Report) -> None:
    """A report has a title, the corpus as its publisher, and the date that its file name starts with."""
    assert report.keys == {"title", "publisher", "published"}
    assert report.title
    assert report.publisher == "Footnote sample corpus"
    assert report.path.name.startswith(f"{report.published}-")


@each_report
def test_a_report_has_250_to_500_words(report: Report) -> None:
    """A report is as long as a short news item, counted by white space."""
    assert 250 <= len(report.body.split()) <= 500


@each_report
def test_a_paragraph_is_one_line(report: Report) -> None:
    """No line is broken inside a paragraph, so a quote never holds a line break."""
    assert all("\n" not in paragraph for paragraph in report.body.split("\n\n"))


@each_report
def test_every_weekday_fits_its_date(report: Report) -> None:
    """Where a weekday and a date stand together, the calendar agrees."""
    for weekday, named in weekdays_with_dates(report):
        assert WEEKDAYS[named.weekday()] == weekday, f"{named} is no {weekday}"


def test_several_reports_name_a_weekday_with_its_date() -> None:
    """The calendar has something to check."""
    assert sum(bool(weekdays_with_dates(report)) for report in REPORTS) >= 5


def test_no_two_reports_share_eight_words_in_a_row() -> None:
    """A quote of eight words or more belongs to one report."""
    owner: dict[tuple[str, ...], Path] = {}
    for report in REPORTS:
        for sequence in sequences(report, 8):
            assert owner.setdefault(sequence, report.path) == report.path, " ".join(sequence)


def test_two_reports_disagree_on_the_day_the_hajin_offensive_began() -> None:
    """A sentence in one report says Monday 10 September 2018, a sentence in another says Tuesday the 11th."""
    days = {report.published: HAJIN_BEGAN.findall(report.body) for report in REPORTS}
    assert {published: found for published, found in days.items() if found} == {
        date(2018, 9, 11): ["Monday"],
        date(2018, 9, 12): ["Tuesday"],
    }


@pytest.mark.parametrize(
    ("published", "figure"),
    [("2018-07-27", "a few hundred"), ("2018-09-11", "about 3,000"), ("2018-12-21", "at least 5,000")],
)
def test_three_reports_disagree_on_how_many_fighters_the_hajin_pocket_held(published: str, figure: str) -> None:
    """Each of the three gives a figure of its own beside the name Hajin and the word pocket."""
    (body,) = (report.body for report in REPORTS if report.published == date.fromisoformat(published))
    assert figure in body
    assert "Hajin" in body
    assert "pocket" in body
