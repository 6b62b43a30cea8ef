"""Who may read what, and what the bot may do: a server's collections, and the permissions a channel denies it."""

import discord

SERVER_PREFIX = "server-"
NEEDED_TO_LOOK_BACK = ("view_channel", "read_message_history")
NEEDED_TO_ANSWER = ("view_channel", "send_messages", "read_message_history")
# What the invitation asks a server for; embed_links is what answers look best with.
INVITED_WITH = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    read_message_history=True,
)


def server_collection(guild_id: int) -> str:
    """The name of the collection that holds a server's own documents."""
    return f"{SERVER_PREFIX}{guild_id}"


def server_of(collection: str) -> int | None:
    """The id of the server whose own documents a collection holds; None for any other collection."""
    number = collection.removeprefix(SERVER_PREFIX)
    return int(number) if number != collection and number.isdigit() else None


def invitation(application_id: int) -> str:
    """The address at which somebody who manages a server adds the bot to it."""
    return discord.utils.oauth_url(application_id, permissions=INVITED_WITH, scopes=("bot", "applications.commands"))


def missing_permissions(
    channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member, needed: tuple[str, ...] = NEEDED_TO_ANSWER
) -> list[str]:
    """The permissions, in Discord's own words, that the bot lacks to reply to a message in this channel."""
    allowed = channel.permissions_for(me)
    send = "send_messages_in_threads" if isinstance(channel, discord.Thread) else "send_messages"
    names = [send if name == "send_messages" else name for name in needed]
    return [name.replace("_", " ").title() for name in names if not getattr(allowed, name)]
