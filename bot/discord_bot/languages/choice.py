"""Which language the bot speaks: the tables of its own texts, and the translation of its commands for Discord."""

import discord
from discord import app_commands

from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.german import COMMANDS, GERMAN
from bot.discord_bot.languages.texts import Texts

LANGUAGES = {"en": "English", "de": "Deutsch"}


def texts(language: str | None) -> Texts:
    """The table for a language such as "de", "de-DE" or "en-US"; English where there is none."""
    return GERMAN if language and language.lower().startswith("de") else ENGLISH


class Translator(app_commands.Translator):
    """Descriptions of commands and options for people whose Discord speaks German; names stay the same for everyone."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The German words for English ones; None where there are none, or for another language."""
        names = (
            app_commands.TranslationContextLocation.command_name,
            app_commands.TranslationContextLocation.group_name,
        )
        if locale is not discord.Locale.german or context.location in names:
            return None
        return COMMANDS.get(string.message)
