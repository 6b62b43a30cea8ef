"""Whether sources agree on a number, an amount or a score: compared as values, not as words."""

import pytest

from answer.comparison.scores import scores
from answer.model import Kind
from answer.numbers import amounts
from tests.answer.comparison.build import cite, compared, values


class TestNumbers:
    @pytest.mark.parametrize(
        ("one", "other", "agrees"),
        [
            ("It holds 14,000 people.", "It holds fourteen thousand people.", True),
            ("It holds 14,000 people.", "It holds between 12,000 and 15,000 people.", True),
            ("It holds 14,000 people.", "It holds 15,000 to 17,000 people.", False),
            ("It holds several thousand people.", "It holds 4,500 people.", True),
            ("It holds several thousand people.", "It holds 400 people.", False),
            ("It holds tens of thousands of people.", "It holds 3,000 people.", True),
            ("It holds about 900 people.", "It holds 931 people.", True),
            ("It holds about 900 people.", "It holds 1,140 people.", False),
            ("It holds more than 4,000 people.", "It holds 4,210 people.", True),
            ("It holds more than 4,000 people.", "It holds 3,900 people.", False),
            ("It holds nearly 4,000 people.", "It holds 3,900 people.", True),
            ("It holds at least 12 people.", "It holds 31 people.", True),
            ("It holds at least 12 people.", "It holds 11 people.", False),
            ("It holds no fewer than 12 people.", "It holds 31 people.", True),
            ("It holds 12 people or more.", "It holds 31 people.", True),
            ("It holds 12 people or so.", "It holds 14 people.", False),
            ("It holds up to 300 people.", "It holds 250 people.", True),
            ("It holds as many as 300 people.", "It holds 320 people.", False),
            ("It holds close to 300 people.", "It holds 294 people.", True),
            ("It holds dozens of people.", "It holds 40 people.", True),
            ("It holds dozens of people.", "It holds 4,000 people.", False),
            ("It holds two dozen people.", "It holds 24 people.", True),
            ("It cost half a million crowns.", "It cost 500,000 crowns.", True),
            ("It cost 0.5 million crowns.", "It cost 500,000 crowns.", True),
            ("It cost 1.5 million crowns.", "It cost 1.48 million crowns.", True),
            ("It cost 1.5 million euros.", "It cost 1,5 Millionen Euro.", True),
            ("It cost 1.200 euros.", "It cost 1,200 euros.", True),
            ("It cost 1.200,50 euros.", "It cost 1,200.50 euros.", True),
            ("It cost 2,50 euros.", "It cost 2.50 euros.", True),
            ("It cost 2,50 euros.", "It cost 3 euros.", False),
            ("It cost 2.5 million crowns.", "It cost 2,500,000 crowns.", True),
            ("It cost 2.5 million crowns.", "It cost 3 million crowns.", False),
        ],
    )
    def test_amounts_agree_when_they_can_be_the_same(self, one: str, other: str, agrees: bool) -> None:
        found = compared(Kind.HOW_MANY, cite(one, "holds cost"), cite(other, "holds cost"))
        assert found is not None
        assert found.agrees is agrees

    def test_a_date_is_no_amount(self) -> None:
        assert compared(Kind.HOW_MANY, cite("It held 300 men in 1931."), cite("It closed in 2012.")) is None

    def test_the_amount_is_the_one_beside_the_asked_words(self) -> None:
        found = compared(
            Kind.HOW_MANY,
            cite("Its 12 cooks fed 300 soldiers.", "soldiers"),
            cite("Its 300 soldiers were fed by 14 cooks.", "soldiers"),
        )
        assert values(found) == [("300", (0, 1))]

    def test_without_two_amounts_there_is_nothing_to_compare(self) -> None:
        assert compared(Kind.HOW_MANY, cite("It holds 300 men."), cite("It holds many.")) is None

    def test_the_counted_noun_may_stand_on_either_side_of_its_number(self) -> None:
        behind, before = cite("They took in 60 goats.", "goats"), cite("The number of goats stands at 140.", "goats")
        assert values(compared(Kind.HOW_MANY, behind, before, noun="goats")) == [("60", (0,)), ("140", (1,))]

    @pytest.mark.parametrize(
        "text",
        [
            "The goats were fed by 14 cooks.",
            "The goats graze there, and the gate cost 140.",
            "They built 14 sheds for goats.",
            "They took in 14 goats, and 70 goats were left.",
            "They lost two-thirds of all goats.",
            "They sold 40% of goats.",
        ],
    )
    def test_the_number_of_another_noun_is_not_compared(self, text: str) -> None:
        assert (
            compared(Kind.HOW_MANY, cite("They took in 60 goats.", "goats"), cite(text, "goats"), noun="goats") is None
        )

    def test_what_can_be_read_in_two_ways_is_not_compared_where_neither_agrees(self) -> None:
        assert compared(Kind.HOW_MANY, cite("It cost 1.200 euros.", "cost"), cite("It cost 3 euros.", "cost")) is None

    def test_of_two_lengths_in_one_sentence_none_is_sure_to_be_asked_for(self) -> None:
        two = cite("The valley is 300 km long and 40 km wide.", "valley")
        assert compared(Kind.HOW_FAR, two, cite("The valley is 90 km long.", "valley")) is None

    def test_a_length_told_again_in_another_unit_is_one(self) -> None:
        again = cite("The lake is 64 metres (210 ft) deep.", "lake")
        assert values(compared(Kind.HOW_FAR, again, cite("The lake is 71 metres deep.", "lake")))

    def test_the_number_in_a_name_is_no_amount(self) -> None:
        told = cite("They flew B-52 bombers over the hill.", "bombers")
        assert compared(Kind.HOW_MANY, cite("They lost 9 bombers.", "bombers"), told, noun="bombers") is None

    def test_a_length_told_in_two_units_is_not_compared(self) -> None:
        both = cite("The ferry takes 1 hour 30 minutes.", "ferry")
        assert compared(Kind.HOW_LONG, both, cite("The ferry takes 90 minutes.", "ferry")) is None

    def test_things_of_another_kind_are_not_compared(self) -> None:
        some = cite("They have 9 young goats.", "goats")
        assert compared(Kind.HOW_MANY, cite("They have 60 goats.", "goats"), some, noun="goats") is None

    def test_prices_for_other_people_are_not_compared(self) -> None:
        quotes = cite("The ferry costs 4 marks for adults.", "ferry"), cite("The ferry is 2 for children.", "ferry")
        assert compared(Kind.WHAT, *quotes, asked="what is the price of the ferry") is None

    @pytest.mark.parametrize("text", ["rooms 1,5,7", "14,000"])
    def test_a_comma_in_a_list_or_before_thousands_is_no_decimal_one(self, text: str) -> None:
        assert all(one.low == int(one.low) for one in amounts(text))

    def test_a_value_that_was_replaced_is_not_the_one_given(self) -> None:
        changed = cite("The number of goats was raised from 62 to 70.", "goats")
        found = compared(Kind.HOW_MANY, changed, cite("They have 58 goats instead of 61 goats.", "goats"), noun="goats")
        assert values(found) == [("70", (0,)), ("58", (1,))]

    def test_a_value_that_is_told_to_have_been_wrong_is_not_the_one_given(self) -> None:
        mended = cite("We wrote that 61 goats were lost; in fact 58 goats were.", "goats")
        assert values(compared(Kind.HOW_MANY, cite("In all 58 goats died.", "goats"), mended, noun="goats")) == [
            ("58", (0, 1))
        ]

    def test_the_measure_that_is_asked_for_counts_before_nearness(self) -> None:
        told, other = (
            cite("The roof cost £1.8 million.", "roof cost"),
            cite("The roof takes 8 months and £2 million.", "roof"),
        )
        found = compared(Kind.HOW_MANY, told, other, asked="how much did the roof cost")
        assert values(found) == [("1800000", (0,)), ("2000000", (1,))]

    def test_amounts_whose_units_are_no_part_of_each_other_are_not_compared(self) -> None:
        quotes = cite("The strike lasted 30 days.", "strike"), cite("The strike lasted a month, one month.", "strike")
        assert compared(Kind.HOW_LONG, *quotes) is None

    def test_amounts_are_compared_in_the_smaller_of_their_units(self) -> None:
        days, weeks = cite("The strike lasted 14 days.", "strike"), cite("The strike lasted two weeks.", "strike")
        assert values(compared(Kind.HOW_LONG, weeks, days)) == [("14", (0, 1))]

    def test_a_word_that_names_an_amount_makes_any_question_one_for_an_amount(self) -> None:
        quotes = cite("The toll bridge costs 30 marks.", "bridge"), cite("The bridge is 45 marks now.", "bridge")
        assert values(compared(Kind.TOPIC, *quotes, asked="bridge price")) == [("30", (0,)), ("45", (1,))]

    def test_a_question_that_asks_for_no_amount_is_not_compared_by_amounts(self) -> None:
        quotes = cite("The toll bridge costs 30 marks.", "bridge"), cite("The bridge is 45 marks now.", "bridge")
        assert compared(Kind.TOPIC, *quotes, asked="old bridge") is None


class TestScores:
    def test_two_results_of_one_match_disagree(self) -> None:
        quotes = cite("Marlo won the final 3-2.", "final"), cite("Marlo took the final by three to one.", "final")
        found = compared(Kind.WHAT, *quotes, asked="what was the score of the final")
        assert found is not None
        assert (found.kind, found.agrees, values(found)) == ("score", False, [("3-2", (0,)), ("3-1", (1,))])

    def test_a_result_told_from_the_other_side_is_the_same(self) -> None:
        quotes = cite("Marlo won the final 3-2.", "final"), cite("Denby lost the final 2–3.", "final")
        assert values(compared(Kind.WHAT, *quotes, asked="final score")) == [("3-2", (0, 1))]

    def test_a_result_that_is_denied_is_not_the_one_given(self) -> None:
        right, wrong = "The vote was ten votes to seven, not nine to seven.", "The vote was nine to seven."
        found = compared(Kind.DEFINITION, cite(right, "vote"), cite(wrong, "vote"), asked="what was the vote")
        assert values(found) == [("10-7", (0,)), ("9-7", (1,))]

    @pytest.mark.parametrize(
        "text",
        ["It opened on 2018-09-10.", "At 10:30:15 it rang.", "It grew 3.2-4.1 fold.", "None.", "Nine to one hundred."],
    )
    def test_what_is_longer_than_two_sides_is_no_score(self, text: str) -> None:
        assert scores(text) == []


class TestAmounts:
    @pytest.mark.parametrize(
        ("text", "low", "high"),
        [
            ("340 rivets", 340, 340),
            ("14,000 vehicles", 14_000, 14_000),
            ("2.5 million crowns", 2_500_000, 2_500_000),
            ("twenty-five ships", 25, 25),
            ("two hundred thousand men", 200_000, 200_000),
            ("a million men", 1_000_000, 1_000_000),
            ("between 12 and 15 men", 12, 15),
            ("15,000-17,000 men", 15_000, 17_000),
            ("between two and three million crowns", 2_000_000, 3_000_000),
            ("from 1.5 to 2 million crowns", 1_500_000, 2_000_000),
            ("from 200 to 2 thousand men", 200, 2_000),
            ("a few hundred men", 200, 999),
            ("several thousand men", 3_000, 9_999),
            ("thousands of men", 2_000, 9_999),
        ],
    )
    def test_an_amount_covers_what_it_can_mean(self, text: str, low: float, high: float) -> None:
        (found,) = amounts(text)
        assert (found.low, found.high) == (low, high)

    def test_two_amounts_joined_by_and_are_no_range(self) -> None:
        assert [(one.low, one.high) for one in amounts("It killed 12 and 15 were hurt.")] == [(12, 12), (15, 15)]

    @pytest.mark.parametrize(
        ("text", "value"),
        [("14,000", "14000"), ("1,234,567", "1234567"), ("2.5", "2.5"), ("between 1 and 2 million", "1000000/2000000")],
    )
    def test_an_amount_is_told_in_digits(self, text: str, value: str) -> None:
        assert [one.value for one in amounts(text)] == [value]

    @pytest.mark.parametrize("text", ["9" * 320, "between two and three" + " billion" * 40])
    def test_what_no_number_can_hold_is_no_amount(self, text: str) -> None:
        assert amounts(text) == []

    def test_a_range_that_falls_is_no_amount(self) -> None:
        assert amounts("from 17 to 15 men") == []
