"""Settings are read from a mapping; every problem is named at once; `.env.example` lists them all."""

import inspect
import re
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot import settings
from bot.settings import Limits, Settings, Shards
from corpus.errors import SettingsError

EXAMPLE = Path(__file__).parents[2] / ".env.example"


def test_nothing_has_to_be_set() -> None:
    settings = Settings.from_env({})
    assert settings == Settings(shards=Shards(None), processes=settings.processes)
    assert 1 <= settings.processes <= 4


def test_empty_values_count_as_not_set() -> None:
    assert Settings.from_env({"FOOTNOTE_QUOTES": " ", "DISCORD_TOKEN": ""}) == Settings.from_env({})


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as told:
        Settings.from_env(
            {
                "FOOTNOTE_LOG_LEVEL": "loud",
                "FOOTNOTE_QUOTES": "nine",
                "DISCORD_API_URL": "discord",
                "DISCORD_SHARDS": "4/4",
                "DISCORD_MESSAGE_CONTENT": "perhaps",
                "FOOTNOTE_USER_LIMIT": "-1",
            }
        )
    names = re.findall(r"\b([A-Z_]+) is '", str(told.value))
    assert sorted(names) == [
        "DISCORD_API_URL",
        "DISCORD_MESSAGE_CONTENT",
        "DISCORD_SHARDS",
        "FOOTNOTE_LOG_LEVEL",
        "FOOTNOTE_QUOTES",
        "FOOTNOTE_USER_LIMIT",
    ]


@pytest.mark.parametrize("token", ["Bot MTA.not.it", "MTA .not.it", "„MTA.not.it“", "<MTA.not.it>"])
def test_a_token_that_cannot_be_one_is_refused_without_being_told(token: str) -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN holds what no token has") as told:
        Settings.from_env({"DISCORD_TOKEN": token})
    assert "MTA" not in str(told.value)


def test_white_space_around_a_token_does_no_harm() -> None:
    assert Settings.from_env({"DISCORD_TOKEN": " MTA.no-t_.it\r"}).discord_token == "MTA.no-t_.it"


@pytest.mark.parametrize(
    ("given", "shards"),
    [("auto", Shards(None)), ("4", Shards(4)), ("2, 0/4", Shards(4, (0, 2))), ("0/1", Shards(1, (0,)))],
)
def test_shards_are_automatic_a_number_or_this_process_s_own(given: str, shards: Shards) -> None:
    assert Settings.from_env({"DISCORD_SHARDS": given}).shards == shards


@pytest.mark.parametrize("given", ["0", "many", "1,2", "4/4", "0,/4", "0/0", "-1"])
def test_other_shards_are_refused(given: str) -> None:
    with pytest.raises(SettingsError, match="DISCORD_SHARDS"):
        Settings.from_env({"DISCORD_SHARDS": given})


def test_limits_are_read() -> None:
    given = {"FOOTNOTE_USER_LIMIT": "1", "FOOTNOTE_CHANNEL_LIMIT": "2", "FOOTNOTE_SERVER_LIMIT": "0"}
    assert Settings.from_env(given).limits == Limits(1, 2, 0)


def test_the_bot_refreshes_only_if_asked() -> None:
    assert Settings.from_env({}).refresh_hours == 0
    assert Settings.from_env({"FOOTNOTE_REFRESH_HOURS": "24"}).refresh_hours == 24


def test_the_token_is_not_shown() -> None:
    assert "secret" not in repr(Settings(discord_token="secret"))


def test_the_example_names_every_setting_and_no_other() -> None:
    read = set(re.findall(r'"((?:DISCORD|FOOTNOTE)_[A-Z_]+)"', inspect.getsource(settings)))
    assert set(dotenv_values(EXAMPLE)) == read


def test_the_example_shows_the_defaults() -> None:
    example = {name: value or "" for name, value in dotenv_values(EXAMPLE).items()}
    assert Settings.from_env(example) == Settings.from_env({})
