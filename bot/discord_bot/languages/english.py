"""The bot's own texts in English."""

from types import MappingProxyType

from bot.discord_bot.languages import check_texts
from bot.discord_bot.languages.texts import Texts, numbers
from bot.other_languages import FOREIGN_QUESTION, FOREIGN_SOURCE, IN_ENGLISH
from bot.wording import basis_in_words, in_words

ENGLISH = Texts(
    language="en",
    date=lambda value, weekday: in_words(value, weekday=weekday),
    number=lambda value: numbers(value, ",", "to"),
    basis=basis_in_words,
    reasons=MappingProxyType({}),
    check=check_texts.ENGLISH,
    too_long="*This quote is too long for a Discord message; here is where it stands.*",
    not_showable="*This quote holds characters that Discord cannot show to the letter; here is where it stands.*",
    agree="{count} documents agree on this {kind}.",
    disagree="Sources disagree",
    one_names_several="The source names more than one",
    newest="the newest source ({day}) says {value}",
    kinds={"date": "date", "number": "number", "score": "score", "name": "name"},
    searched_instead="no *{typed}*; searched *{searched}*",
    not_in_sources="Not in these sources: {words}.",
    not_known="not known",
    languages=IN_ENGLISH,
    foreign_source=FOREIGN_SOURCE,
    foreign_question=FOREIGN_QUESTION,
    also_in="The same in: {titles}.",
    no_answer="I have no source that answers this.",
    unsure="I am not sure that this answers the question. The nearest in my sources:",
    not_mentioned="No document mentions {words}.",
    worth_reading="Perhaps worth reading:",
    add_some="A document that answers it can be added with `/corpus add`.",
    nothing_matches="Nothing in these sources matches that.",
    open_here="open at these words",
    open="open",
    no_date="no date",
    quotes_left_out="Quotes that do not fit into one message: {count}.",
    withdrawn="Discord changed the words of a quote on the way, so I have withdrawn it. `/source` shows the document.",
    still_looking="Still looking …",
    interrupted="I was interrupted before I could finish this. Please ask me again. (id {id})",
    how_to_ask="Ask me something: mention me with a question, or use `/ask`. `/help` says more.",
    limit_user="You ask faster than I may answer. Please try again in {seconds} seconds.",
    limit_channel="Many questions are asked in this channel right now. Please try again in {seconds} seconds.",
    limit_server="Many questions are asked in this server right now. Please try again in {seconds} seconds.",
    silent_here="Those who manage this server want no answers from me in this channel.",
    lacks_permission="I cannot answer in {channel}: I lack the permission {permissions} there.",
    discord_forbids="Discord does not let me answer in your channel: {reason}",
    more="More quotes",
    context="Context",
    follow_up="Follow-up",
    follow_up_hint="such as: and who led it?",
    useful="Useful",
    not_useful="Not useful",
    sources="Read a source",
    delete="Delete this answer",
    post="Post publicly",
    previous="Previous page",
    next="Next page",
    page="Page {number} of {last}",
    no_more="I have no more quotes on this.",
    question_gone="The question to this answer is gone; please ask it again.",
    source_gone="This document has changed or is no longer here; please ask again.",
    context_title="In their context",
    only_asker_judges="Only who asked can say whether this was useful. Ask it yourself, and you can.",
    only_asker_deletes="Only who asked, or a moderator, can delete this answer.",
    thanks="Thank you; noted as useful.",
    thanks_not_useful="Thank you; noted as not useful.",
    find_head="These passages share the most words with that message; whether they support it is yours to judge.",
    find_no_words="That message has no words to look for.",
    may_not_write="You may not write in this channel, so I do not post for you either.",
    posted_by="Posted by {user}",
    no_such_document="No single document is called that. Pick one of those that appear as you type.",
    document_gone="This document is no longer here.",
    gone_since="Gone from its source since {day}; this is the text as it was last read.",
    changed_on="The source changed this text on {day}; this is the newer one.",
    nothing_added="nothing added",
    added="{count} added",
    replaced="{count} replaced",
    unchanged="{count} already here",
    and_more="and {count} more",
    file_or_address="Give me either a file or the address of a web page.",
    file_too_large="The file has {size} MB; I take at most {most} MB.",
    no_address="The address of a web page begins with http:// or https://.",
    no_documents="This server has no documents of its own yet. Add some with `/corpus add`.",
    documents="Documents: {count}",
    other_pages="Page {number} of {last}; `page` of /corpus list shows the others",
    listed_gone="gone since {day}",
    listed_changed="changed on {day}",
    removed="Removed **{title}**.",
    not_removed="This server has no single document that is called that.",
    own_documents="**This server's own documents:** {count}",
    shared_documents="**Shared documents read here:** {count}",
    published_on="published {first}",
    published_span="published {first} to {last}",
    publisher="Publisher",
    author="Author",
    published="Published",
    id="Id",
    address="Address",
    help="""\
I answer from this community's documents, and only in their own words: every quote stands in its source to the \
letter, with a link to it. I make nothing up; when no document answers, I say so.

**/ask** a question: up to three quotes that answer it. With `private`, only you see them.
**/search** some words: the passages that match best. Only you see them.
**/source** a document: what is known about it, and its text. Only you see it.
**/timeline** a topic: dated quotes about it, in the order of the calendar.
**/check** a quotation: where it comes from, and whether a word was changed.
**Find sources**, in the menu of a message: passages that share words with it. Only you see them, until you post them.
**/privacy** shows what I keep, and deletes it.
**/corpus** and **/settings** are for those who manage this server.

You can also mention me with a question, reply to one of my messages with the ping on, or send me a direct message. \
A reply to an answer may be a follow-up, such as “and who led it?”.""",
    help_examples="**Try, for example:**",
    settings_title="Settings of this server",
    settings_listen="**Answers without a mention in:** {value}",
    settings_silent="**Never answers in:** {value}",
    settings_language="**Language of my own texts:** {value}",
    settings_quotes="**Quotes in an answer:** {value}",
    settings_shared="**Shared collections read here:** {value}",
    settings_none="none",
    settings_default="the default ({value})",
    settings_automatic="Discord's ({value})",
    settings_needs_intent="The host of this bot has not switched on that I may read messages that do not mention me "
    "(`DISCORD_MESSAGE_CONTENT`).",
    settings_no_collection="There is no shared collection called {name}. There are: {names}.",
    privacy="""\
**Of a question I keep** the time, the server, how long the answer took, whether there was one, and whether it was \
called useful. I keep **no text of a question and no user's id or name**.
**Words that no document holds** are counted, apart from the questions.
**While I work on something**, I note its number and the key with which Discord lets me answer it; both are deleted \
when it is done.
**Until I am restarted**, I remember the numbers of the latest messages, to update an answer when its question is \
edited.
**Documents** from `/corpus add` are kept until they are removed; when I am removed from a server, everything of it is \
deleted after {days} days.""",
    privacy_counts="**Questions of this server:** {asked}; {answered} answered, {useful} called useful, "
    "{not_useful} not.",
    privacy_none="Nothing is kept of this server's questions.",
    privacy_deleted="Deleted: what was kept of this server's questions ({count}).",
    privacy_needs_manager="Deleting what is kept of this server needs the permission Manage Server.",
    needs_permission="This needs the permission {permissions} in this server.",
    server_only="This works in a server only.",
    added_server_only="This works in a server to which I was added.",
    takes_too_long="This takes longer than I may work on it. Please try again in a minute. (id {id})",
    being_changed="The sources are being changed right now. Please try again in a minute. (id {id})",
    went_wrong="Something went wrong on my side; the host's log says more. (id {id})",
)
