"""The bot's own texts: what every language has a table of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.discord_bot.languages.check_texts import CheckTexts


@dataclass(frozen=True, slots=True)
class Texts:
    """Every sentence that the bot says on its own behalf, in one language.

    Words in braces are filled in with `str.format`; what is filled in is Markdown in which foreign text is escaped.
    """

    language: str
    # A calendar value in words, and with its weekday or without.
    date: Callable[[str, bool], str]
    # A number such as "14000", or a range of them such as "200/999".
    number: Callable[[str], str]
    # The derivation of a date in words; "" where it cannot be told in this language.
    basis: Callable[[str], str]

    # Sentences of the other rooms' errors by their English forms, see `corpus.errors`; those left out stay English.
    reasons: Mapping[str, str]

    # What is said of a checked quotation.
    check: CheckTexts

    # Answers.
    too_long: str
    not_showable: str
    agree: str
    disagree: str
    one_names_several: str
    newest: str
    kinds: dict[str, str]
    searched_instead: str
    not_in_sources: str
    not_known: str
    # Names of languages by their codes, and what is said of a quote or a question in one that is not English.
    languages: Mapping[str, str]
    foreign_source: str
    foreign_question: str
    also_in: str
    no_answer: str
    unsure: str
    not_mentioned: str
    worth_reading: str
    add_some: str
    nothing_matches: str
    open_here: str
    open: str
    no_date: str
    quotes_left_out: str
    withdrawn: str
    still_looking: str
    interrupted: str

    # Asking.
    how_to_ask: str
    limit_user: str
    limit_channel: str
    limit_server: str
    silent_here: str
    lacks_permission: str
    discord_forbids: str

    # Buttons.
    more: str
    context: str
    follow_up: str
    follow_up_hint: str
    useful: str
    not_useful: str
    sources: str
    delete: str
    post: str
    previous: str
    next: str
    page: str
    no_more: str
    question_gone: str
    source_gone: str
    context_title: str
    only_asker_judges: str
    only_asker_deletes: str
    thanks: str
    thanks_not_useful: str

    # Documents.
    find_head: str
    find_no_words: str
    may_not_write: str
    posted_by: str
    no_such_document: str
    document_gone: str
    gone_since: str
    changed_on: str
    publisher: str
    author: str
    published: str
    id: str
    address: str

    # The documents of a server.
    nothing_added: str
    added: str
    replaced: str
    unchanged: str
    and_more: str
    file_or_address: str
    file_too_large: str
    no_address: str
    no_documents: str
    documents: str
    other_pages: str
    listed_gone: str
    listed_changed: str
    removed: str
    not_removed: str
    own_documents: str
    shared_documents: str
    published_on: str
    published_span: str

    # Help, settings, privacy.
    help: str
    help_examples: str
    settings_title: str
    settings_listen: str
    settings_silent: str
    settings_language: str
    settings_quotes: str
    settings_shared: str
    settings_none: str
    settings_default: str
    settings_automatic: str
    settings_needs_intent: str
    settings_no_collection: str
    privacy: str
    privacy_counts: str
    privacy_none: str
    privacy_deleted: str
    privacy_needs_manager: str

    # Failures.
    needs_permission: str
    server_only: str
    added_server_only: str
    takes_too_long: str
    being_changed: str
    went_wrong: str


def numbers(value: str, thousands: str, to: str) -> str:
    """Whole numbers, one or the two ends of a range, with a mark between thousands; anything else as it is."""
    parts = value.split("/")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return value
    return f" {to} ".join(f"{int(part):,}".replace(",", thousands) for part in parts)
