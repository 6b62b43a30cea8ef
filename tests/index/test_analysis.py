"""What becomes a term, and where it stands."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Passage
from index.analysis import Analyzer


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The Syrians were running", ["the", "syrian", "were", "run"]),
        ("Syria's forces, Syria’s towns", ["syria", "forc", "syria", "town"]),
        ("don't don’t", ["dont", "dont"]),
        ("the Qur'an", ["the", "quran"]),
        ("US-backed US‑backed", ["us", "back", "us", "back"]),
        ("the U.S. and the US", ["the", "us", "and", "the", "us"]),
        ("U.S.-backed", ["us", "back"]),
        ("al-Zour", ["al", "zour"]),
        ("mid-2014", ["mid", "2014"]),
        ("1,000 or 1000", ["1000", "or", "1000"]),
        ("3.5% at 10:30", ["3.5", "at", "10:30"]),
        ("on 2018-09-10", ["on", "2018-09-10"]),
        ("2014-2018", ["2014", "2018"]),
        ("9/11", ["9/11"]),
        ("1960s and 5th", ["1960s", "and", "5th"]),
        ("naïve CAFÉ cafe\u0301", ["naiv", "cafe", "cafe"]),
        ("Łódź, Ørsted, Straße", ["lodz", "orst", "strass"]),
        ("ﬁnancial", ["financi"]),
        ("ＵＳＡ", ["usa"]),
        ("co\u00adoperate", ["cooper"]),
        ("Deir ez-Zor", ["deir", "ez", "zor"]),
        ("snake_case", ["snake_case", "snake", "case"]),
        ("--log_level=MAX_RETRIES", ["log_level", "log", "level", "max_retries", "max", "retri"]),
        ("__init__", ["init"]),
        (
            "設定max_retriesの値 log_level은",
            ["設定", "max_retries", "max", "retri", "の値", "log_level", "log", "level", "은"],
        ),
        ("v2.4.1 V3.0 v2", ["2.4.1", "3.0", "v2"]),
        ("one–two—three…four", ["one", "two", "three", "four"]),
        ("“quoted” ‘words’", ["quot", "word"]),
        ("Москва", ["москва"]),
        ("ПРИВЕТ Ёлка", ["привет", "елка"]),
        ("العَرَبِيَّة العربية", ["العربيه", "العربيه"]),
        ("हिन्दी", ["हिन्दी"]),
        ("東京都に", ["東京", "京都", "都に"]),
        ("ガ and カ\u3099 and ｶﾞ", ["ガ", "and", "ガ", "and", "ガ"]),
        ("한국어", ["한국", "국어"]),
        ("人", ["人"]),
        ("١٢٣", ["123"]),
        ("", []),
        ("… — !?", []),
        ("___", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert Analyzer().terms(text) == terms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S.-backed Syria’s ﬁght", ["The", "U.S", "backed", "Syria", "ﬁght"]),
        ("cost 1,000 (about)", ["cost", "1,000", "about"]),
        ("in 東京都", ["in", "東京", "京都"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
    ],
)
def test_tokens_point_at_the_words_themselves(text: str, words: list[str]) -> None:
    assert [text[token.start : token.end] for token in Analyzer().tokens(text)] == words


@given(st.text())
def test_tokens_are_the_terms_with_their_places(text: str) -> None:
    analyzer = Analyzer()
    tokens = analyzer.tokens(text)
    assert [token.term for token in tokens] == analyzer.terms(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(st.text())
def test_terms_hold_no_spaces_and_are_never_empty(text: str) -> None:
    assert all(term and term == "".join(term.split()) for term in Analyzer().terms(text))


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Lo", "Nd"], exclude_characters="ªº"), min_size=1))
def test_no_word_of_any_script_is_lost(word: str) -> None:
    assert Analyzer().terms(word)


def test_a_word_of_a_million_letters_before_an_underscore_is_read_once() -> None:
    """Read again from each of its letters it would take hours."""
    assert len(Analyzer().terms("a" * 1_000_000 + "_")) == 1


@given(st.lists(st.text(alphabet="abcxyzÉß’-.,1 ", max_size=12)))
def test_texts_apart_give_the_terms_of_the_texts_together(texts: list[str]) -> None:
    analyzer = Analyzer()
    assert [term for text in texts for term in analyzer.terms(text)] == analyzer.terms("\n".join(texts))


def test_a_passage_is_found_by_its_title_too_but_not_by_what_is_marked() -> None:
    document = Document("a", "By Jane Doe. The town fell. Share this.", title="Hajin", marked=((0, 12), (28, 39)))
    analyzer = Analyzer()
    assert analyzer.passage_terms(Passage(document, 0, 39)) == ["hajin", "hajin", "the", "town", "fall"]
    assert analyzer.passage_terms(Passage(document, 17, 26)) == ["hajin", "hajin", "town", "fall"]


def test_what_is_remembered_of_words_seen_is_bounded() -> None:
    analyzer = Analyzer(remembered=100)
    tracemalloc.start()
    for number in range(20_000):
        analyzer.tokens(f"word{number}")
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 500_000


@given(st.lists(st.sampled_from(["running", "Syria's", "1,000", "Łódź", "al-Zour"])))
def test_an_analyzer_that_forgets_finds_the_same_terms(words: list[str]) -> None:
    forgetful = Analyzer(remembered=1)
    assert [forgetful.terms(word) for word in words] == [Analyzer().terms(word) for word in words]
