"""Telling Discord the commands, only when they have changed since it was last told."""

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

from discord import app_commands
from discord.http import Route

log = logging.getLogger(__name__)

FILE = "discord-commands.sha256"


async def fingerprint(tree: app_commands.CommandTree[Any]) -> str:
    """A hash of everything that Discord would be told, and of the application and the server it is told to."""
    translator = tree.translator
    payload = [
        await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
        for command in tree.get_commands()
    ]
    told = [Route.BASE, tree.client.application_id, payload]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


async def synchronise(tree: app_commands.CommandTree[Any], data: Path) -> bool:
    """Send the commands to Discord unless it has these already; whether they were sent."""
    file = data / FILE
    wanted = await fingerprint(tree)
    if _told(file) == wanted:
        return False
    commands = await tree.sync()
    log.info("told Discord %d commands", len(commands))
    try:
        data.mkdir(parents=True, exist_ok=True)
        file.write_text(wanted + "\n", "ascii")
    except OSError as error:
        log.warning("%s: cannot be written (%s); Discord is told again at the next start", file, error.strerror)
    return True


def _told(file: Path) -> str:
    """The fingerprint of what Discord was last told; "" where that is not known."""
    try:
        return file.read_text("ascii", "replace").strip()
    except OSError:
        return ""
