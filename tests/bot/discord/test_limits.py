"""Nobody gets more than so many answers a minute; who asks for more is told so privately."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest_asyncio
import simcord
from hypothesis import given
from hypothesis import strategies as st
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.desk import Desk
from bot.discord_bot.client import Footnote
from bot.discord_bot.limits import WINDOW, Limiter, Refusal
from bot.settings import Limits, Settings
from tests.bot.discord.test_commands import QUESTION, embed_of
from tests.bot.discord.test_messages import answered, me


@pytest_asyncio.fixture
async def simcord_bot(data: Path) -> AsyncIterator[Footnote]:
    """A bot that answers one question a minute for a user."""
    bot = Footnote(Settings(data=data, limits=Limits(1, 0, 0)), partial(Desk, data))
    yield bot
    await bot.workers.close(seconds=5)


async def test_one_question_too_many_is_refused_privately(asker: MemberActor, channel: ChannelHandle) -> None:
    assert not (await asker.slash(channel, "ask", question=QUESTION)).ephemeral
    result = await asker.slash(channel, "ask", question=QUESTION)
    assert result.ephemeral
    assert (embed_of(result).description or "").startswith("You ask faster than I may answer. Please try again in ")


async def test_one_mention_too_many_is_refused_in_a_direct_message(
    simcord_env: simcord.Env, asker: MemberActor, channel: ChannelHandle
) -> None:
    for _ in range(2):
        await asker.send(channel, f"{me(simcord_env)} {QUESTION}")
    assert len([message for message in channel.history() if message.author.bot]) == 1
    told = answered(asker.user.dm_channel).embeds[0].description or ""
    assert told.startswith("You ask faster than I may answer.")


async def test_finding_sources_counts_as_a_question(asker: MemberActor, channel: ChannelHandle) -> None:
    said = await asker.send(channel, QUESTION)
    await asker.slash(channel, "ask", question=QUESTION)
    result = await asker.context_menu(channel, "Find sources", said)
    assert result.ephemeral
    assert (embed_of(result).description or "").startswith("You ask faster than I may answer.")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_channel_and_the_server_have_limits_of_their_own() -> None:
    limiter = Limiter(Limits(0, 2, 3), Clock())
    taken = [limiter.take(user=user, channel=channel, server=7) for user, channel in ((1, 1), (2, 1), (3, 1), (4, 2))]
    assert taken == [None, None, Refusal("channel", 60), None]
    assert limiter.take(user=5, channel=3, server=7) == Refusal("server", 60)


def test_after_a_minute_the_next_question_is_answered() -> None:
    clock = Clock()
    limiter = Limiter(Limits(1, 0, 0), clock)
    assert limiter.take(user=1, channel=None, server=None) is None
    clock.now += WINDOW - 0.5
    assert limiter.take(user=1, channel=None, server=None) == Refusal("user", 1)
    clock.now += 0.5
    assert limiter.take(user=1, channel=None, server=None) is None


def test_zero_means_any_number() -> None:
    limiter = Limiter(Limits(0, 0, 0), Clock())
    assert all(limiter.take(user=1, channel=1, server=1) is None for _ in range(10_000))


def test_those_who_have_stopped_asking_are_forgotten() -> None:
    clock = Clock()
    limiter = Limiter(Limits(1, 1, 1), clock)
    for user in range(5_000):
        clock.now += 1
        limiter.take(user=user, channel=user, server=user)
    assert len(limiter._asked) < 5_000


@given(st.lists(st.tuples(st.integers(0, 2), st.floats(0, 40)), max_size=60), st.integers(1, 5))
def test_no_minute_ever_holds_more_answers_than_the_limit(steps: list[tuple[int, float]], most: int) -> None:
    clock = Clock()
    limiter = Limiter(Limits(most, 0, 0), clock)
    answers: dict[int, list[float]] = {}
    for user, pause in steps:
        clock.now += pause
        if limiter.take(user=user, channel=None, server=None) is None:
            answers.setdefault(user, []).append(clock.now)
    for times in answers.values():
        for at in times:
            assert sum(at - WINDOW < other <= at for other in times) <= most
