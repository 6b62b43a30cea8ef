"""A server on 127.0.0.1 that speaks Discord's HTTP API and gateway; simcord's backend says what Discord would."""

import asyncio
import copy
import json
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

import discord
from aiohttp import WSMsgType, web
from simcord import interactions
from simcord.backend import Backend, serializers
from simcord.backend.errors import BackendError
from simcord.backend.models import Interaction, Message
from simcord.http import router
from simcord.intents import censor_message, prune_guild_create, required_intent

TOKEN = "MTA.wire.token"
DISPATCH, HEARTBEAT, IDENTIFY, HELLO, HEARTBEAT_ACK = 0, 1, 2, 10, 11
AUTHENTICATION_FAILED = 4004
PREFIX = "/api/v10"


class Wire:
    """The server. `await wire.until(...)` waits for what the bot, a process of its own, does to the backend."""

    def __init__(self) -> None:
        self.backend = Backend()
        self.backend.subscribers.append(self._emitted)
        self.closed_by_bot: int | None = None
        self._changed = asyncio.Event()
        self._socket: web.WebSocketResponse | None = None
        self._intents = discord.Intents.none()
        self._sequence = 0
        self._outgoing: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._runner: web.AppRunner | None = None
        self.port = 0
        self.ready = False

    @property
    def env(self) -> dict[str, str]:
        """The settings that make a bot connect here."""
        return {
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_API_URL": f"http://127.0.0.1:{self.port}{PREFIX}",
            "DISCORD_GATEWAY_URL": f"ws://127.0.0.1:{self.port}/gateway",
        }

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/gateway", self._gateway)
        app.router.add_route("*", PREFIX + "/{path:.*}", self._http)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def stop(self) -> None:
        """From now on nobody listens here."""
        assert self._runner is not None
        await self._runner.cleanup()

    async def until(self, condition: Callable[[], bool], *, seconds: float = 20.0) -> None:
        """Wait until the condition holds, which is looked at after everything that the bot does."""
        async with asyncio.timeout(seconds):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    def say(self, channel_id: int, user_id: int, content: str) -> Message:
        """A person writes a message."""
        return self.backend.create_message(channel_id, user_id, content)

    def slash(self, channel_id: int, user_id: int, name: str, **options: str) -> Interaction:
        """A person uses a command that the bot has told of; all options are text."""
        command = self.backend.find_command(name, None)
        assert command is not None, f"the bot has not told of /{name}"
        given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
        record, payload = interactions.base_payload(
            self.backend,
            type=2,
            channel_id=channel_id,
            guild_id=self.backend.get_channel(channel_id).guild_id,
            user_id=user_id,
            data={"id": command["id"], "name": name, "type": 1, "options": given},
        )
        self.backend.emit("INTERACTION_CREATE", payload)
        return record

    async def _http(self, request: web.Request) -> web.Response:
        body = await request.read()
        path = request.path.removeprefix(PREFIX)
        authorised = request.headers.get("Authorization") == f"Bot {TOKEN}"
        # Answers to interactions carry their own token instead.
        if not authorised and not path.startswith(("/interactions/", "/webhooks/")):
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        try:
            answer = router.dispatch(
                self.backend,
                request.method,
                path,
                json=json.loads(body) if body else None,
                params=dict(request.query),
            )
        except BackendError as error:
            return _json(error.to_json(), error.status)
        finally:
            self._changed.set()
        return web.Response(status=204) if answer is None else _json(answer, 200)

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41250}})
        sender = asyncio.create_task(self._send_events(socket))
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await self._received(socket, json.loads(message.data))
        sender.cancel()
        self.closed_by_bot = socket.close_code
        self._changed.set()
        return socket

    async def _received(self, socket: web.WebSocketResponse, packet: Mapping[str, Any]) -> None:
        if packet["op"] == HEARTBEAT:
            await socket.send_json({"op": HEARTBEAT_ACK})
        elif packet["op"] == IDENTIFY:
            if packet["d"]["token"] != TOKEN:
                await socket.close(code=AUTHENTICATION_FAILED)
                return
            self._intents = discord.Intents._from_value(packet["d"]["intents"])
            self._identified()

    def _identified(self) -> None:
        self._emitted(
            "READY",
            {
                "v": 10,
                "user": dict(serializers.user_payload(self.backend.bot_user)),
                "guilds": [{"id": str(guild), "unavailable": True} for guild in self.backend.guilds],
                "session_id": "wire",
                "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway",
                "application": {"id": str(self.backend.application_id), "flags": 0},
            },
        )
        for guild in self.backend.guilds.values():
            self._emitted("GUILD_CREATE", serializers.guild_create_payload(self.backend, guild))
        self.ready = True
        self._changed.set()

    def _emitted(self, event: str, payload: Mapping[str, Any]) -> None:
        """Put an event in line for the bot, as its intents let it see it."""
        self._changed.set()
        gate = required_intent(event, payload)
        if gate is not None and not getattr(self._intents, gate):
            return
        seen = copy.deepcopy(dict(payload))
        bot_id = self.backend.bot_user.id
        if event.startswith("MESSAGE_") and "author" in seen and not self._intents.message_content:
            censor_message(seen, bot_id, backend=self.backend)
        if event == "GUILD_CREATE":
            prune_guild_create(seen, self._intents, bot_id)
        self._sequence += 1
        self._outgoing.put_nowait({"op": DISPATCH, "t": event, "s": self._sequence, "d": seen})

    async def _send_events(self, socket: web.WebSocketResponse) -> None:
        while True:
            await socket.send_str(json.dumps(await self._outgoing.get(), default=str))


def _json(payload: object, status: int) -> web.Response:
    # discord.py reads JSON only where the type is exactly this, without a charset.
    headers = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(payload, default=str).encode(), status=status, headers=headers)
