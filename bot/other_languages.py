"""What people are told where a language other than English matters: only English gets word stems and dates."""

from collections.abc import Mapping

from answer.model import Answer
from corpus.language import asked_in

# English and German names of the languages that are recognised, by their codes of ISO 639-1.
_NAMES = """
am Amharic Amharisch|ar Arabic Arabisch|bg Bulgarian Bulgarisch|bn Bengali Bengalisch|cs Czech Tschechisch
da Danish Dänisch|de German Deutsch|el Greek Griechisch|es Spanish Spanisch|fa Persian Persisch|fi Finnish Finnisch
fr French Französisch|he Hebrew Hebräisch|hi Hindi Hindi|hu Hungarian Ungarisch|hy Armenian Armenisch
id Indonesian Indonesisch|it Italian Italienisch|ja Japanese Japanisch|ka Georgian Georgisch|km Khmer Khmer
ko Korean Koreanisch|lo Lao Laotisch|my Burmese Birmanisch|nl Dutch Niederländisch|no Norwegian Norwegisch
pl Polish Polnisch|pt Portuguese Portugiesisch|ro Romanian Rumänisch|ru Russian Russisch|si Sinhala Singhalesisch
sv Swedish Schwedisch|ta Tamil Tamil|te Telugu Telugu|th Thai Thailändisch|tr Turkish Türkisch
uk Ukrainian Ukrainisch|ur Urdu Urdu|vi Vietnamese Vietnamesisch|zh Chinese Chinesisch
"""
_ROWS = [row.split() for row in _NAMES.strip().replace("\n", "|").split("|")]
IN_ENGLISH: Mapping[str, str] = {code: english for code, english, _ in _ROWS}
IN_GERMAN: Mapping[str, str] = {code: german for code, _, german in _ROWS}

FOREIGN_SOURCE = "This is quoted from {language}: for now I find words in it only as they are written, and no dates."
FOREIGN_QUESTION = "The question seems to be in {language}: for now I look for its words only as they are written."


def of_answer(answer: Answer) -> str | None:
    """The code of the other language that the first such quote, or a question without answer, is in; else None."""
    if answer.answered:
        quoted = (citation.document.language for citation in answer.citations)
        return next((code for code in quoted if code and code != "en"), None)
    code = asked_in(answer.question.text)
    return code if code != "en" else None
