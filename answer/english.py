"""The words of English, names of places and people among them: what is a word was not mistyped."""

from functools import cached_property

from spellchecker import SpellChecker


class English:
    """The words that pyspellchecker knows, about 160,000 with their inflected forms; loaded when first asked."""

    def __contains__(self, word: str) -> bool:
        """Whether a word, in lower case, is one."""
        return f"\n{word}\n" in self._lines

    @cached_property
    def _lines(self) -> str:
        # One text takes 2 MB where a set takes 20, and searching it for a word takes less than a millisecond.
        return "\n".join(["", *SpellChecker(language="en").word_frequency.words(), ""])
