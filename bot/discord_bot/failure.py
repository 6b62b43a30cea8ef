"""Failures: a sentence for the person and, where it is our fault, an id that the log has too."""

import logging
import secrets

import discord
from discord import app_commands

from bot.discord_bot.escape import label
from bot.discord_bot.languages.english import ENGLISH
from bot.discord_bot.languages.texts import Texts
from corpus.errors import LockedError, UsageError

log = logging.getLogger(__name__)

# Discord's codes for an unknown channel, message, webhook (an expired interaction's) and interaction.
GONE = frozenset({10003, 10008, 10015, 10062})
# A reply to a deleted message is refused as an invalid form.
INVALID_FORM = 50035


def describe(error: BaseException, doing: str, texts: Texts = ENGLISH) -> str:
    """The sentence to show for an error while `doing` something ("ask"); what is not the asker's fault is logged.

    Nothing of what was asked and nobody's name goes to the log.
    """
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, UsageError):
        return label(error.told(texts.reasons), 1000)
    if isinstance(error, app_commands.MissingPermissions):
        names = ", ".join(error.missing_permissions).replace("_", " ")
        return texts.needs_permission.format(permissions=names)
    if isinstance(error, app_commands.NoPrivateMessage):
        return texts.server_only
    number = secrets.token_hex(3)
    log.error("%s failed, id %s", doing, number, exc_info=error)
    if isinstance(error, TimeoutError):
        return texts.takes_too_long.format(id=number)
    if isinstance(error, LockedError):
        return texts.being_changed.format(id=number)
    return texts.went_wrong.format(id=number)


def is_gone(error: BaseException) -> bool:
    """Whether there is nobody left to tell: the interaction has expired, or its message or channel was deleted."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if not isinstance(error, discord.HTTPException):
        return False
    return error.code in GONE or (error.code == INVALID_FORM and "message_reference" in error.text)
