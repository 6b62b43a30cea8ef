"""Which quotes are compared: different reports that speak of the same thing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from answer.answering import answered, consider
from answer.model import Agreement
from answer.numbers import amounts, measure, readings
from answer.reading import Tools
from bot.desk import Shelf
from corpus.documents import Document
from index.library import Library

Compare = Callable[..., Agreement | None]


@pytest.fixture
def compare(tmp_path: Path, tools: Tools) -> Compare:
    """What an answer says of its sources, given their texts or titles and texts; it is asked with this confidence."""

    def compared(question: str, *texts: str | tuple[str, str], confidence: float = 0.9) -> Agreement | None:
        pairs = [("", text) if isinstance(text, str) else text for text in texts]
        documents = [
            Document(str(i), text, title=title or None, published="2019-05-14") for i, (title, text) in enumerate(pairs)
        ]
        with Library(tmp_path) as library:
            library.add("library", documents)
            considered = consider(question, Shelf(library, ["library"]), tools, quotes=3)
            return answered(replace(considered, confidence=confidence), tools.analyzer).agreement

    return compared


FLOOD = "how many houses did the flood damage in Port Vale"


def test_two_reports_of_the_same_thing_are_compared(compare: Compare) -> None:
    found = compare(
        FLOOD, "The flood damaged 860 houses in Port Vale.", "In Port Vale 900 houses were damaged by flood."
    )
    assert found is not None
    assert [value.value for value in found.values] == ["860", "900"]


def test_what_counts_other_things_is_not_compared(compare: Compare) -> None:
    counted, other = (
        "The flood damaged 860 houses in Port Vale.",
        "The flood in Port Vale killed 12 people who lived in damaged houses.",
    )
    assert compare(FLOOD, counted, other) is None


def test_what_two_lists_of_questions_say_each_of_its_own_subject_is_not_compared(compare: Compare) -> None:
    question = "how many boats do you have"
    rowing, sailing = (f"{question.capitalize()}?\n\nWe have {count} boats." for count in (9, 12))
    assert compare(question, ("Rowing club", rowing), ("Sailing club", sailing)) is None
    assert compare(question, ("Rowing club", rowing), ("Rowing club", sailing)) is not None


def test_what_does_not_speak_of_the_event_is_not_compared(compare: Compare) -> None:
    told, other = "The old bridge reopened on 3 May 2019.", "Water rose at the old bridge on 8 April 2019."
    assert compare("when did the old bridge reopen", told, other) is None


def test_the_number_may_stand_behind_what_it_counts(compare: Compare) -> None:
    found = compare(
        FLOOD, "The flood damaged 860 houses in Port Vale.", "In Port Vale the houses with flood damage were 900."
    )
    assert found is not None
    assert [value.value for value in found.values] == ["860", "900"]


def test_a_quote_need_not_say_the_name_of_the_value_that_it_gives(compare: Compare) -> None:
    texts = "The cable car to Teal Hill costs 30 marks.", "The cable car to Teal Hill is down to 25 marks now."
    found = compare("teal hill cable car price", *texts)
    assert found is not None
    assert [value.value for value in found.values] == ["30", "25"]


def test_of_a_match_that_ended_differently_in_two_papers_both_are_quoted(compare: Compare) -> None:
    report = (
        "Marlo won the final of the harbour cup 3-2. Marlo won after a long night at the harbour. The harbour cup was "
        "handed over by the mayor after the final. The final of the cup was watched by many at the harbour."
    )
    found = compare(
        "what was the score of the harbour cup final", report, "Marlo beat Denby 3-1 in the harbour cup final."
    )
    assert found is not None
    assert [value.value for value in found.values] == ["3-2", "3-1"]


def test_a_single_word_does_not_tell_which_event_is_meant(compare: Compare) -> None:
    texts = "The strike ended on 3 May 2019.", "The mayor spoke of the strike on 8 April 2019."
    assert compare("when was the strike", *texts) is None


def test_names_are_not_compared_where_the_first_quote_leaves_out_what_was_done(compare: Compare) -> None:
    texts = "At the old bridge spoke Mara Lind.", "The old bridge was seen from the boat of Olaf Brenner."
    assert compare("who designed the old bridge", *texts) is None


def test_days_are_not_compared_where_the_first_quote_leaves_out_what_happened(compare: Compare) -> None:
    texts = "The old bridge was painted on 3 May 2019.", "Water rose at the old bridge on 8 April 2019."
    assert compare("when did the old bridge reopen", *texts) is None


def test_a_report_is_not_set_against_itself(compare: Compare) -> None:
    assert (
        compare("how many people died in the flood", "Two people died in the flood. Three people died in it.") is None
    )


def test_a_report_with_another_number_in_its_place_is_compared(compare: Compare) -> None:
    one, other = (f"The quarry on Teal Hill employed {count} workers when it closed." for count in (412, 421))
    found = compare("how many workers did the quarry employ", one, other)
    assert found is not None
    assert not found.agrees


def test_where_it_is_not_sure_nothing_is_compared(compare: Compare) -> None:
    texts = "The flood damaged 860 houses in Port Vale.", "In Port Vale 900 houses were damaged by flood."
    assert compare(FLOOD, *texts, confidence=0.4) is None


SHELLED = "who shelled the bridge at Tarn"


def test_two_that_exclude_each_other_cannot_both_have_done_it(compare: Compare) -> None:
    found = compare(SHELLED, "Rebels shelled the bridge at Tarn.", "The bridge at Tarn was shelled by the army.")
    assert found is not None
    assert (found.agrees, {value.value for value in found.values}) == (False, {"Rebels", "army"})


def test_forms_of_one_name_did_the_same(compare: Compare) -> None:
    found = compare(SHELLED, "ISIS shelled the bridge at Tarn.", "Islamic State shelled the bridge at Tarn hard.")
    assert found is not None
    assert found.agrees


def test_what_was_done_on_another_day_is_another_deed(compare: Compare) -> None:
    texts = "On Monday rebels shelled the bridge at Tarn.", "On Friday the army shelled the bridge at Tarn."
    assert compare(SHELLED, *texts) is None


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "what was the strength of the Osk gale",
            "The Osk gale had a strength of 11.",
            "strength of the Osk gale was 9",
        ),
        (
            "how strong was the Osk quake",
            "A magnitude 11 quake near Osk broke windows.",
            "The magnitude of the Osk quake is 9.",
        ),
        (
            "whats the toll of the Osk fire",
            "The toll of the Osk fire has reached 11.",
            "The Osk fire toll stands at 9.",
        ),
    ],
)
def test_the_value_of_any_noun_is_compared_where_it_is_joined_to_it(
    compare: Compare, question: str, one: str, other: str
) -> None:
    found = compare(question, one, other)
    assert found is not None
    assert sorted(value.value for value in found.values) == ["11", "9"]


def test_a_number_that_is_not_the_nouns_own_is_not_compared(compare: Compare) -> None:
    texts = "The old bridge in Osk was built by 40 men.", "The old bridge in Osk has 9 arches."
    assert compare("what is the bridge in Osk", *texts) is None


def test_a_number_of_the_question_is_no_value(compare: Compare) -> None:
    found = compare("how much is one sauna visit", "One sauna visit is 4 marks.", "One sauna visit is 5 marks.")
    assert found is not None
    assert {value.value for value in found.values} == {"4", "5"}


STRIKE = "when did the strike at the docks begin"


def test_a_title_may_tell_where_what_the_quote_dates_happened(compare: Compare) -> None:
    titled = ("Cranes stand still at the docks", "The strike of the drivers began on 3 May 2019.")
    found = compare(STRIKE, "The strike at the docks began on 4 May 2019, the port said.", titled)
    assert found is not None
    assert not found.agrees


def test_no_title_tells_it_for_a_quote_that_names_another_place(compare: Compare) -> None:
    titled = ("After the docks, the mills", "The strike at the mills of Marlo began on 3 May 2019.")
    assert compare(STRIKE, "The strike at the docks began on 4 May 2019, the port said.", titled) is None


def test_one_word_tells_which_event_is_meant_while_all_announce_it(compare: Compare) -> None:
    found = compare("when is the regatta", "The regatta is on 1 June 2019.", "The regatta is on 8 June 2019.")
    assert found is not None
    assert not found.agrees
    assert compare("when is the regatta", "The regatta is on 1 May 2019.", "The regatta is on 8 June 2019.") is None


def test_what_another_source_dates_comes_before_more_of_the_same_though_its_title_tells_where(compare: Compare) -> None:
    report = (
        "The raid on the docks began on 4 May 2019.\n\nThe port told of the raid on the docks on 6 May 2019.\n\n"
        "The docks were closed by the raid on 7 May 2019.\n\nOn 8 May 2019 the raid on the docks went on."
    )
    told = "Shops were shut in the days of the raid. By their account the attack on the town started on 3 May 2019."
    found = compare("when did the raid on the docks begin", report, ("Neighbours of the docks", told))
    assert found is not None
    assert [(one.value, one.citations) for one in found.values] == [("2019-05-04", (0,)), ("2019-05-03", (1,))]


def test_what_is_of_different_years_is_not_compared(compare: Compare) -> None:
    texts = "In the race of 2017 there were 860 runners.", "In the race of 2018 there were 900 runners."
    assert compare("how many runners were in the race", *texts) is None
    fees = ("Mooring fees 2018", "A mooring is 40 marks."), ("Mooring fees 2019", "A mooring is 45 marks.")
    assert compare("what is the fee for a mooring", *fees) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.200 people", "1200"), ("1.200.000 people", "1200000"), ("18\u202f400 people", "18400"), ("1.2 people", "1.2")],
)
def test_a_point_or_a_narrow_space_may_part_the_thousands_of_what_is_counted(text: str, value: str) -> None:
    assert readings(text, amounts(text)[0])[0].value == value


def test_a_toll_with_a_point_in_its_thousands_is_the_same(compare: Compare) -> None:
    found = compare(
        "what is the death toll in Osk", "The death toll in Osk is 1.200.", "In Osk the death toll is 1,200."
    )
    assert found is not None
    assert [value.value for value in found.values] == ["1200"]


def test_groups_of_digits_are_no_amounts(compare: Compare) -> None:
    texts = "The phone number of the dock is +49 30 12.", "The phone number of the dock is +49 30 77."
    assert compare("what is the phone number of the dock", *texts) is None


def test_hours_by_the_clock_are_no_amounts(compare: Compare) -> None:
    texts = "The visiting hours of the mill are 9 to 17.", "The visiting hours of the mill are 10 to 18."
    assert compare("what are the visiting hours of the mill", *texts) is None


def test_a_price_for_an_hour_is_not_compared_with_one_for_a_day(compare: Compare) -> None:
    asked, hourly = "what is the rent of a boat in Osk", "The rent of a boat in Osk is 8 euros an hour."
    assert compare(asked, hourly, "The rent of a boat in Osk is 40 euros per day.") is None
    for other in ("The rent of a boat in Osk is 9 euros/hour.", "A boat in Osk has a rent of 9 euros."):
        found = compare(asked, hourly, other)
        assert found is not None
        assert not found.agrees


def test_what_we_gave_is_no_former_value(compare: Compare) -> None:
    found = compare("how many boats did we give to Osk", "We gave 40 boats to Osk.", "To Osk we gave 50 boats.")
    assert found is not None
    assert {value.value for value in found.values} == {"40", "50"}


def test_tenths_and_so_on_of_a_measure_are_no_thousands() -> None:
    assert readings("1.200 km", amounts("1.200 km")[0])[0].value == "1.2"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5.5 per cent", "share"),
        ("14 %", "share"),
        ("$ 20", "money"),
        ("1,050 crowns a month", "money"),
        ("3 long days", "time"),
        ("6.4 metres", "length"),
        ("12 in the north", "count"),
        ("2,300 drivers", "count"),
        ("40, days later", "count"),
    ],
)
def test_what_an_amount_measures_is_told_by_its_unit(text: str, kind: str) -> None:
    assert measure(text, amounts(text)[0]) == kind
