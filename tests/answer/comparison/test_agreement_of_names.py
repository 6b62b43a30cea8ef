"""Whether sources agree on who it was."""

from answer.model import Kind
from tests.answer.comparison.build import cite, compared, values


class TestNames:
    def test_a_name_beside_the_words_asked_for_is_compared(self) -> None:
        told = cite("The engineers are led by Mara Lind.", "engineers led")
        other = cite("Since May the engineers, led by Olaf Brenner, have waited.", "engineers led")
        found = compared(Kind.WHO, told, other)
        assert (found is not None and found.agrees, values(found)) == (
            False,
            [("Mara Lind", (0,)), ("Olaf Brenner", (1,))],
        )

    def test_a_shorter_form_of_a_name_agrees_with_the_longer(self) -> None:
        told = cite("The engineers are led by Mara Lind.", "engineers led")
        found = compared(Kind.WHO, told, cite("Mara Elise Lind led the engineers.", "engineers led"))
        assert found is not None
        assert found.agrees

    def test_a_name_is_not_compared_where_two_may_be_meant(self) -> None:
        told = cite("The engineers are led by Mara Lind.", "engineers led")
        assert compared(Kind.WHO, told, cite("They are led by Olaf Brenner or Ida Holt.", "led")) is None

    def test_a_name_far_from_the_words_asked_for_is_not_compared(self) -> None:
        told = cite("The engineers are led by Mara Lind.", "engineers led")
        source = cite("The engineers led the way over the bridge all summer, the newspaper of Port Vale said.", "led")
        assert compared(Kind.WHO, told, source) is None
