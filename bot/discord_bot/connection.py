"""Reaching Discord: which server speaks for it, and in words why it could not be reached."""

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.settings import Settings

PORTAL = "https://discord.com/developers"
# What can go wrong before the first event arrives, between the bot and Discord or on this machine.
REFUSALS = (discord.DiscordException, aiohttp.ClientError, OSError)


def choose_server(settings: Settings) -> None:
    """Point discord.py at another server that speaks Discord's API, where one is set."""
    if settings.discord_api_url:
        Route.BASE = settings.discord_api_url.rstrip("/")
    if settings.discord_gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)


def explain(error: BaseException) -> tuple[str, str]:
    """What one of the REFUSALS means, and how to mend it."""
    if isinstance(error, discord.LoginFailure):
        return (
            "Discord refuses DISCORD_TOKEN",
            f"open {PORTAL}, choose the application, then Bot, Reset Token, and copy the new token into .env",
        )
    if isinstance(error, discord.PrivilegedIntentsRequired):
        return (
            "Discord has not granted the message-content intent",
            f"open {PORTAL}, choose the application, then Bot, and switch on Message Content Intent; "
            "or take DISCORD_MESSAGE_CONTENT out of .env",
        )
    if isinstance(error, discord.HTTPException):
        return f"Discord does not let the bot in ({error.status} {error.text})", "try again later"
    if isinstance(error, discord.DiscordException):
        return f"Discord ends the connection for good ({error})", "check DISCORD_GATEWAY_URL, and try again later"
    if isinstance(error, aiohttp.ClientError | ConnectionError | TimeoutError):
        why = str(error) or "no answer in time"
        return f"cannot reach Discord at {Route.BASE} ({why})", "check the network and DISCORD_API_URL"
    return f"this machine does not let the bot run ({error})", "mend that, and start the bot again"
