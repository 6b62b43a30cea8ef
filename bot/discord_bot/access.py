"""Who may read what, and what the bot may do: a server's collections, and the permissions a channel denies it."""

import discord

NEEDED_TO_ANSWER = ("view_channel", "send_messages", "read_message_history")


def server_collection(guild_id: int) -> str:
    """The name of the collection that holds a server's own documents."""
    return f"server-{guild_id}"


def missing_permissions(channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member) -> list[str]:
    """The permissions, in Discord's own words, that the bot lacks to reply to a message in this channel."""
    allowed = channel.permissions_for(me)
    send = "send_messages_in_threads" if isinstance(channel, discord.Thread) else "send_messages"
    needed = [send if name == "send_messages" else name for name in NEEDED_TO_ANSWER]
    return [name.replace("_", " ").title() for name in needed if not getattr(allowed, name)]
