"""What an answer looks like in Discord."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from answer.model import Agreement, Answer, Kind, Newest, Question, Value
from bot.discord_bot.escape import showable, unescape, unquote
from bot.discord_bot.jobs import EXCERPT, excerpt
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import GERMAN
from bot.discord_bot.message import answer_reply, hits_reply
from corpus.documents import Document, Passage
from index.analysis import Analyzer
from index.engine import Hit
from tests.bot.discord.build import QUOTE, answer, citation, document
from tests.bot.discord.limits import check_embeds
from tests.bot.discord.test_escape import foreign


def body(given_answer: Answer) -> str:
    return answer_reply(given_answer).embed().description or ""


def quoted(markdown: str) -> list[str]:
    """The block quotes in a message, as Discord shows them."""
    blocks = [[line for line in block.split("\n") if line.startswith("> ")] for block in markdown.split("\n\n")]
    return [unquote("\n".join(lines)) for lines in blocks if lines]


def test_the_quote_is_in_the_message_to_the_letter() -> None:
    assert quoted(body(answer(citation(words=("assault", "town"))))) == [QUOTE]


def test_words_of_the_question_are_bold() -> None:
    assert "opened its **assault** on the **town**" in body(answer(citation(words=("assault", "town"))))


def test_an_answer_to_when_leads_with_the_day_in_words() -> None:
    assert answer_reply(answer(citation(value="2018-09-10"))).embed().title == "Monday 10 September 2018"


def test_the_derivation_of_the_day_is_told_in_words() -> None:
    first = body(answer(citation(value="2018-09-10"))).split("\n")[0]
    assert first == "-# “on Monday” (published Tuesday 11 September 2018; nearest Monday on or before)"


def test_a_day_that_is_not_known_is_said_to_be_so() -> None:
    undated = citation(value="2018-09-10", published=None)
    unknown = replace(undated, dates=(replace(undated.dates[0], value=None, basis="the document has no date"),))
    reply = answer_reply(answer(unknown)).embed()
    assert reply.title is None
    assert "-# “on Monday”: not known (the document has no date)" in (reply.description or "").split("\n")


def test_the_days_of_further_quotes_are_derived_beneath_them() -> None:
    told = body(answer(citation(value="2018-09-10"), citation(id="d2", value="2018-09-10"))).split("\n\n")
    assert "“on Monday”: Monday 10 September 2018 (published" in told[-1]
    assert "on Monday”: " not in told[1]


def test_where_sources_disagree_every_day_is_derived_beneath_its_quote() -> None:
    told = body(answer(citation(value="2018-09-10"), citation(id="d2", value="2018-09-11"))).split("\n\n")
    assert "“on Monday”: Monday 10 September 2018 (published" in told[1]
    assert "“on Monday”: Tuesday 11 September 2018 (published" in told[2]


def test_a_calendar_day_is_never_a_timestamp_in_the_reader_s_zone() -> None:
    assert "<t:" not in body(answer(citation(value="2018-09-10")))


def test_a_source_has_title_publisher_date_and_a_link_to_the_words() -> None:
    line = r"\[1\] **Assault begins** · The Example · 11 September 2018 · [open at these words]("
    assert f"{line}https://example.org/assault#:~:text=" in body(answer(citation()))


def test_a_document_without_date_and_address_says_so() -> None:
    assert body(answer(citation(published=None, url=None))).endswith(
        r"\[1\] **Assault begins** · The Example · no date"
    )


def test_disagreement_is_a_line_of_its_own() -> None:
    told = body(answer(citation(value="2018-09-10"), citation(id="d2", value="2018-09-11")))
    assert r"**Sources disagree:** 10 September 2018 \[1\] · 11 September 2018 \[2\]" in told.split("\n")


def test_numbers_that_disagree_are_written_as_people_write_them() -> None:
    values = (Value("14000", (0,)), Value("200/999", (1,)))
    given_answer = replace(answer(citation(), citation(id="d2")), agreement=Agreement("number", False, values))
    assert r"**Sources disagree:** 14,000 \[1\] · 200 to 999 \[2\]" in body(given_answer)
    german = unescape(answer_reply(given_answer, texts=GERMAN).embed().description or "")
    assert "14.000 [1] · 200 bis 999 [2]" in german


def test_the_newest_of_the_values_that_disagree_is_told_with_its_day() -> None:
    values = (Value("14000", (0,)), Value("15000", (1,)))
    found = Agreement("number", False, values, Newest("15000", date(2026, 6, 2)))
    given_answer = replace(answer(citation(), citation(id="d2")), agreement=found)
    assert r"· 15,000 \[2\]; the newest source (2 June 2026) says 15,000" in body(given_answer)
    german = unescape(answer_reply(given_answer, texts=GERMAN).embed().description or "")
    assert "; die neueste Quelle (2. Juni 2026) sagt 15.000" in german


def test_agreement_of_several_documents_is_told() -> None:
    told = body(answer(citation(value="2018-09-10"), citation(id="d2", value="2018-09-10")))
    assert "-# 2 documents agree on this date." in told.split("\n")


def test_a_document_that_agrees_with_itself_is_no_agreement() -> None:
    assert "agree" not in body(answer(citation(value="2018-09-10"), citation(value="2018-09-10")))


def test_a_document_that_disagrees_with_itself_is_one_source() -> None:
    told = body(answer(citation(value="2018-09-10"), citation(value="2018-09-11")))
    assert r"**The source names more than one:** 10 September 2018 \[1\] · 11 September 2018 \[2\]" in told.split("\n")


def test_a_quote_that_discord_cannot_show_is_withheld_with_its_source_named() -> None:
    told = body(answer(citation("Left \u202eright.")))
    assert quoted(told) == []
    assert ENGLISH.not_showable in told
    assert "Assault begins" in told


def test_a_quote_that_fits_nowhere_is_not_cut_but_named() -> None:
    told = body(answer(citation("a" * 100_000)))
    assert quoted(told) == []
    assert ENGLISH.too_long in told


def test_quotes_that_do_not_fit_are_dropped_whole_and_counted() -> None:
    long = [citation("b" * 1500, id=f"d{number}") for number in range(4)]
    told = body(answer(*long))
    assert quoted(told) == ["b" * 1500] * 2
    assert told.endswith("-# Quotes that do not fit into one message: 2.")


def test_plain_text_keeps_whole_quotes_too() -> None:
    text = answer_reply(answer(citation(value="2018-09-10"))).text()
    assert text.startswith("**Monday 10 September 2018**")
    assert quoted(text) == [QUOTE]


def test_a_correction_is_told() -> None:
    corrected = replace(answer(citation()), corrected=(("ofensive", "offensive"),))
    assert body(corrected).endswith("-# No *ofensive*; searched *offensive*.")


def nothing(**more: object) -> Answer:
    return replace(Answer(Question("who", "who", Kind.WHO, {}), (), 0.1), **more)  # type: ignore[arg-type]  # fields of Answer


def test_not_in_the_corpus_is_one_friendly_line() -> None:
    assert body(nothing()) == "I have no source that answers this."


def test_words_that_no_document_holds_are_named() -> None:
    told = body(nothing(missing=("zeppelin", "*")))
    assert told == r"I have no source that answers this. No document mentions *zeppelin*, *\**."


def test_documents_worth_reading_are_offered() -> None:
    told = body(nothing(nearest=(document(),)))
    assert told.split("\n\n")[1].startswith("Perhaps worth reading:\n**Assault begins** · The Example")


def test_a_link_never_has_words_of_a_document() -> None:
    told = body(answer(citation(title="https://bank.example", url="https://other.example/a(b)[c]")))
    assert "](https://other.example/a%28b%29%5Bc%5D#" in told
    assert "[open at these words](" in told
    assert "https://bank" not in told


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    assert "](" not in body(answer(citation(url="javascript:alert(1)")))


def test_a_question_is_repeated_as_plain_text_where_it_is_not_seen() -> None:
    reply = answer_reply(answer(citation(), text="when did **it** start\n@everyone"), repeat_question=True)
    assert reply.embed().author.name == "when did **it** start @everyone"


def test_search_results_are_whole_passages() -> None:
    source = document()
    reply = hits_reply("assault", [Hit(Passage(source, 11, 11 + len(QUOTE)), 3.0, ("assault",))])
    assert quoted(reply.embed().description or "") == [QUOTE]


def test_a_search_without_results_says_so() -> None:
    assert hits_reply("zeppelin", []).embed().description == "Nothing in these sources matches that."


hostile = st.one_of(foreign, st.sampled_from(["a" * 5000, "*" * 5000, "😀" * 3000, "\u0301" * 500]))


@given(st.lists(hostile.filter(bool), min_size=1, max_size=5), hostile, hostile, hostile)
def test_whatever_documents_hold_the_message_is_within_discord_s_limits(
    quotes: list[str], title: str, publisher: str, url: str
) -> None:
    sources = [citation(quote, title=title, publisher=publisher, url=f"https://x.example/{url}") for quote in quotes]
    values = tuple(Value(title or "v", (position,)) for position in range(len(sources)))
    given_answer = replace(answer(*sources, text=title), agreement=Agreement("name", False, values))
    hard = replace(given_answer, corrected=((title, publisher),) * 9, missing=(title,) * 9)
    reply = answer_reply(hard, repeat_question=True)
    check_embeds([reply.embed()])
    assert len(reply.text()) <= 2000


@given(st.lists(foreign.filter(bool), min_size=1, max_size=3), foreign, foreign)
def test_whatever_documents_hold_the_quotes_shown_are_theirs_to_the_letter(
    quotes: list[str], title: str, publisher: str
) -> None:
    told = body(answer(*(citation(quote, title=title, publisher=publisher) for quote in quotes)))
    assert quoted(told) == [quote for quote in quotes if showable(quote)]


def test_a_search_result_is_narrowed_to_the_sentence_that_matches_best() -> None:
    found = Document("d", f"{'Nothing here is about it. ' * 20}The ferry sank in May. {'Nothing more is told. ' * 30}")
    hit = excerpt(Hit(Passage(found, 0, len(found.text)), 1.0, ("ferri", "sank")), Analyzer())
    assert hit.passage.text.startswith("The ferry sank in May. Nothing more")
    assert len(hit.passage.text) <= EXCERPT


def test_the_matched_words_of_a_search_result_are_bold() -> None:
    found = Document("d", "The ferry sank in May.")
    reply = hits_reply("ferries", [Hit(Passage(found, 0, len(found.text)), 1.0, ("ferri",))])
    assert "> The **ferry** sank in May" in (reply.embed().description or "")


@given(st.lists(st.sampled_from(["The ferry sank.", "A", "1. b\n\n", "ferries! ", "  "]), min_size=1).map("".join))
def test_a_search_result_never_leaves_its_passage(text: str) -> None:
    found, end = Document("d", text), len(text) // 2 + 1
    narrowed = excerpt(Hit(Passage(found, 0, end), 1.0, ("ferri",)), Analyzer()).passage
    assert 0 <= narrowed.start < narrowed.end <= end
