"""What is marked as no part of a story, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clean import marked_spans

STORY = """Harbour bridge reopens after two years of repairs
The harbour bridge in Port Ellery opened to traffic on Monday, two years after a barge tore away one of its piers.
"We crossed at first light," said Mayor Ines Duarte, who had promised the reopening three times. "It held."
Ferries stop at midnight
The ferries that stood in for it will stop running on Friday, the port authority said."""


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in marked_spans(text)]


def test_a_story_with_a_headline_and_a_subheading_has_nothing_marked() -> None:
    assert marked(STORY) == []


@pytest.mark.parametrize(
    "line",
    [
        "NEWSPIC/Tomas Lindqvist",
        "HPA Photo/Tomas Lindqvist",
        "By Jane Hollis",
        "By Jane Hollis and Omar Reyes | 5 June 2018",
        "By our correspondent in Port Ellery",
        "From our own correspondents",
        "Press release 7/2018",
        "FOR IMMEDIATE RELEASE",
        "Photo: A crane over the harbour",
        "Harbour Press Agency logo",
        "Published Monday, June 5, 2018 at 10:15",
        "Reporting by Jane Hollis; Editing by Omar Reyes",
        "Correspondents contributed to this report.",
        "Jane Hollis in Ellery contributed reporting to this article.",
        "Font Size:",
        "Follow Jane on Twitter",
        "Send tips to jane@harbour.example.",
        "Sign up for our morning letter",
        "Read more: Why the barge was adrift",
        "Advertisement",
        "Share on Facebook",
        "Facebook | Twitter | WhatsApp | Email",
        "Your email address will not be published. Required fields are marked *",
        "© 2018 Harbour Press Agency",
        "All Rights Reserved.",
        "We use cookies to understand how you use our site. Accept all",
        "-",
        "* * *",
        "This article may be republished without charge under a Creative Commons licence; please contact our desk.",
    ],
)
def test_a_line_of_boilerplate_is_marked_and_the_story_is_not(line: str) -> None:
    assert marked(f"{STORY}\n{line}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the bridge was open.",
        "By our reporter in Port Ellery it was seen first.",
        "Press release of new figures is due on Friday.",
        "Follow the road north, she said.",
        "Share prices fell after the news.",
        "Photographs of the pier were shown in court.",
        "HIV/AIDS remains a danger.",
        "He reported to the committee on Friday.",
        "The court ruled that the book may not be reproduced without permission.",
        "Yes.",
        "Cookies were served.",
        "Port Ellery",
        "Press release",
        "From our staff",
        "Related work was postponed.",
    ],
)
def test_prose_that_only_begins_alike_is_not_marked(line: str) -> None:
    assert marked(f"{STORY}\n{line}") == []


def test_a_pointer_between_sentences_is_marked_without_them() -> None:
    text = "The pier is new. (RELATED: Who Pays For The Pier (And Who Does Not)) The barge is gone."
    assert marked(text) == ["(RELATED: Who Pays For The Pier (And Who Does Not))"]


def test_a_pointer_inside_a_sentence_stays_because_the_sentence_must_stay_whole() -> None:
    assert marked("The pier (RELATED: Who Pays) is new.") == []


def test_a_section_label_above_a_headline_is_marked() -> None:
    assert marked(f"World\n\n{STORY}") == ["World"]


def test_the_kind_of_a_text_above_it_is_marked() -> None:
    assert marked(f"Press release\n\n{STORY}") == ["Press release"]


def test_breadcrumbs_above_a_headline_are_marked() -> None:
    assert marked(f"Home > Business > Shipping\n{STORY}") == ["Home > Business > Shipping"]


def test_a_section_label_that_is_the_headline_is_not_marked() -> None:
    assert marked("Africa\n\nAfrica is a continent of more than fifty countries.") == []


def test_a_name_with_an_office_is_marked_only_beside_other_boilerplate() -> None:
    line = "Jane Hollis Ports and Shipping Correspondent"
    assert marked(f"{STORY}\n{line}\nFont Size:") == [line, "Font Size:"]
    assert marked(f"{STORY}\n{line}") == []


def test_the_comment_form_is_marked_with_what_follows_it() -> None:
    form = ["Leave a Reply", "Name", "Great news for the town."]
    assert marked("\n\n".join([STORY, *form])) == form


def test_a_story_below_a_comment_form_is_not_lost() -> None:
    assert marked(f"Leave a Reply\n{STORY}") == ["Leave a Reply"]


def test_teasers_of_other_stories_at_the_end_are_marked_with_their_headlines() -> None:
    teasers = [
        "Town council votes on new ferry",
        "The council will decide next week whether a third ferry ... Local News -",
        "Barge owner to pay for pier",
        "A court has ordered the owner of the barge that broke loose in 2016 to ...",
    ]
    assert marked("\n".join([STORY, *teasers])) == teasers


def test_a_single_line_that_breaks_off_is_not_a_list_of_teasers() -> None:
    assert marked(f"{STORY}\nThe last ferry\nNobody knew when it would sail again...") == []


def test_a_list_of_headlines_under_its_title_is_marked() -> None:
    others = ["Most read", "Town council votes on new ferry", "Barge owner to pay for pier"]
    assert marked("\n".join([STORY, *others])) == others


@given(st.text())
def test_spans_are_disjoint_in_order_and_within_the_text(text: str) -> None:
    edges = [edge for span in marked_spans(text) for edge in span]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)
