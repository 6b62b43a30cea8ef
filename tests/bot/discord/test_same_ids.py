"""Documents of two collections that have the same id are quoted, shown and opened each for itself."""

import pytest
import pytest_asyncio
import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.desk import LIBRARY
from bot.discord_bot.access import server_collection
from bot.discord_bot.client import Footnote
from bot.discord_bot.escape import unescape
from bot.discord_bot.languages.check_texts import ENGLISH as OWN
from corpus.documents import Document
from tests.bot.discord.test_buttons import first_value, shown
from tests.bot.discord.test_commands import embed_of
from tests.bot.discord.test_message import quoted

CHOIR = "The choir of Vestmark rehearses its winter songs in the old town hall every Tuesday."
CANAL = "The canal of Vestmark was opened to barges by the queen on 14 May 2019."
PAGES = "\n".join(f"Note {number} of the keeper tells of wind and of rain." for number in range(90))
OURS = Document("1", f"{CHOIR}\n\n{PAGES}", "Choir")
SHARED = Document("1", f"{CANAL}\n\n{PAGES}", "Canal")
BOTH = pytest.mark.parametrize(("document", "sentence"), [(OURS, CHOIR), (SHARED, CANAL)])


@pytest_asyncio.fixture(autouse=True)
async def same_ids(simcord_env: simcord.Env, channel: ChannelHandle) -> None:
    """The server and the library each have a document 1."""
    assert isinstance(simcord_env.bot, Footnote)
    writer, own = simcord_env.bot.workers.writer, server_collection(simcord_env.guild.id)
    await writer.run(lambda desk: desk.add([OURS], collection=own), seconds=5)
    await writer.run(lambda desk: desk.add([SHARED], collection=LIBRARY), seconds=5)


@BOTH
async def test_each_answers_questions(
    asker: MemberActor, channel: ChannelHandle, document: Document, sentence: str
) -> None:
    question = {CHOIR: "where does the choir rehearse its winter songs", CANAL: "when was the canal opened to barges"}
    answer = embed_of(await asker.slash(channel, "ask", question=question[sentence]))
    assert sentence in quoted(answer.description or "")
    assert f"**{document.title}**" in (answer.description or "")


@BOTH
async def test_each_is_found_by_a_search(
    asker: MemberActor, channel: ChannelHandle, document: Document, sentence: str
) -> None:
    found = embed_of(await asker.slash(channel, "search", query=f"{document.title} Vestmark")).description or ""
    assert sentence in unescape("\n".join(quoted(found)))


@BOTH
async def test_the_citation_of_each_is_its_own(
    asker: MemberActor, channel: ChannelHandle, document: Document, sentence: str
) -> None:
    checked = await asker.slash(channel, "check", quote=sentence)
    assert embed_of(checked).title == OWN.exact
    cited = embed_of(await asker.click(shown(checked), label=OWN.cite)).description or ""
    assert f"— “{document.title}”" in cited


@BOTH
async def test_the_source_of_each_answer_is_its_own(
    asker: MemberActor, channel: ChannelHandle, document: Document, sentence: str
) -> None:
    answer = await asker.slash(channel, "ask", question=f"{document.title} of Vestmark")
    opened = await asker.select(shown(answer), first_value(shown(answer)))
    assert embed_of(opened).title == document.title


@BOTH
async def test_what_was_chosen_is_opened_and_its_pages_are_turned(
    asker: MemberActor, channel: ChannelHandle, document: Document, sentence: str
) -> None:
    (choice,) = await asker.autocomplete(channel, "source", "document", document.title or "")
    opened = await asker.slash(channel, "source", document=choice["value"])
    assert sentence in unescape(embed_of(opened).description or "")
    await asker.click(shown(opened), label="Next page")
    assert (embed_of(opened).title, embed_of(opened).footer.text) == (document.title, "Page 2 of 4")
