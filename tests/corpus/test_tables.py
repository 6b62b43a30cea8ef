"""Tables in markup: which lines they become."""

import pytest
from lxml import html

from corpus.readers.markup import rows


@pytest.mark.parametrize(
    "head", ["<thead><tr><th>Name</th><th>Depth</th></tr></thead>", "<thead><th>Name</th><th>Depth</th></thead>"]
)
def test_the_head_of_a_table_is_a_row_with_and_without_its_element(head: str) -> None:
    table = html.fromstring(f"<table>{head}<tbody><tr><td>North dock</td><td>12 m</td></tr></tbody></table>")
    assert list(rows(table)) == ["Name | Depth", "North dock | 12 m"]
