"""What Discord made of a message is read back: a quote arrives to the letter or not at all."""

from typing import Any

import pytest
import simcord
from simcord.actors import MemberActor
from simcord.backend.models import Message
from simcord.builders import ChannelHandle

from bot.discord_bot.languages.english import ENGLISH
from tests.bot.discord.test_commands import ANSWER, QUESTION, embed_of
from tests.bot.discord.test_message import quoted


def lose_iron(env: simcord.Env, monkeypatch: pytest.MonkeyPatch, *, from_text: bool) -> None:
    """Let Discord lose a word from every embed, and from the text of messages too if so wanted."""
    edit = env.backend.edit_message

    def losing(channel_id: int, message_id: int, changes: dict[str, Any]) -> Message:
        for embed in changes.get("embeds") or ():
            embed["description"] = embed["description"].replace("iron ", "")
        if from_text and changes.get("content"):
            changes["content"] = changes["content"].replace("iron ", "")
        return edit(channel_id, message_id, changes)

    monkeypatch.setattr(env.backend, "edit_message", losing)


async def test_a_message_that_arrived_intact_is_left_alone(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    await asker.slash(channel, "ask", question=QUESTION)
    assert len([request for request in simcord_env.http_requests if request.method == "PATCH"]) == 1


async def test_a_quote_that_an_embed_changed_is_sent_as_plain_text(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_iron(simcord_env, monkeypatch, from_text=False)
    result = await asker.slash(channel, "ask", question=QUESTION)
    assert result.response is not None
    assert not result.response.embeds
    assert ANSWER in quoted(result.response.content)


async def test_a_quote_that_never_arrives_intact_is_withdrawn(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_iron(simcord_env, monkeypatch, from_text=True)
    result = await asker.slash(channel, "ask", question=QUESTION)
    assert embed_of(result).description == ENGLISH.withdrawn
    assert result.response is not None
    assert result.response.content == ""
