"""A server on 127.0.0.1 that speaks Discord's HTTP API and gateway; simcord's backend says what Discord would."""

import asyncio
import copy
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
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
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 7, 9, 10, 11
AUTHENTICATION_FAILED, DISALLOWED_INTENTS, GOING_AWAY = 4004, 4014, 1001
PREFIX = "/api/v10"


@dataclass
class Session:
    """A shard's session: what was sent in it, so that it can be taken up again, and who is connected to it."""

    shard: int
    shards: int
    intents: discord.Intents
    sent: list[dict[str, Any]] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    outgoing: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    resumed: int = 0

    def owns(self, payload: Mapping[str, Any]) -> bool:
        """Whether an event belongs to this shard; those without a server belong to the first."""
        server = payload.get("guild_id")
        return (int(server) >> 22) % self.shards == self.shard if server else self.shard == 0


class Wire:
    """The server. `await wire.until(...)` waits for what the bot, a process of its own, does to the backend."""

    def __init__(self, *, shards: int = 1, granted: discord.Intents | None = None) -> None:
        self.backend = Backend()
        self.backend.subscribers.append(self._emitted)
        self.closed_by_bot: int | None = None
        self.sessions: dict[str, Session] = {}
        self.advised_shards = shards
        self.too_many: list[str] = []
        self._granted = granted or discord.Intents.default()
        self._changed = asyncio.Event()
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

    async def __aexit__(self, *_: object) -> None:
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

    def connected(self) -> list[Session]:
        """The sessions to which a bot is connected, by shard."""
        return sorted((one for one in self.sessions.values() if one.socket), key=lambda one: one.shard)

    async def ask_to_reconnect(self, session: Session) -> None:
        """Send op 7: the bot is to come back with RESUME."""
        assert session.socket is not None
        await session.socket.send_json({"op": RECONNECT, "d": None})

    async def invalidate(self, session: Session) -> None:
        """Send op 9: the session is over, the bot is to identify anew."""
        assert session.socket is not None
        self.sessions = {id_: one for id_, one in self.sessions.items() if one is not session}
        self.ready = False
        await session.socket.send_json({"op": INVALID, "d": False})

    async def drop(self, session: Session) -> None:
        """Let the connection of a session break."""
        assert session.socket is not None
        socket, session.socket = session.socket, None
        await socket.close(code=GOING_AWAY)

    def press(self, channel_id: int, user_id: int, message: Message, custom_id: str, **more: object) -> Interaction:
        """A person presses a button of a message, or (with component_type and values) chooses from a select."""
        record, payload = interactions.base_payload(
            self.backend,
            type=3,
            channel_id=channel_id,
            guild_id=self.backend.get_channel(channel_id).guild_id,
            user_id=user_id,
            data={"custom_id": custom_id, "component_type": 2, **more},
        )
        record.source_message_id = message.id
        shown = serializers.message_payload(self.backend, message)
        self.backend.emit("INTERACTION_CREATE", {**payload, "message": shown})
        return record

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
        if path == "/gateway/bot":
            return _json(self._advice(), 200)
        if self.too_many and fnmatch(path, self.too_many[0]):
            self.too_many.pop(0)
            # Without this header discord.py takes a 429 for a ban.
            body_429 = {"message": "You are being rate limited.", "retry_after": 0.05, "global": False}
            return _json(body_429, 429, {"Via": "1.1 wire", "Retry-After": "1"})
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

    def _advice(self) -> dict[str, Any]:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 16}
        return {"url": self._address, "shards": self.advised_shards, "session_start_limit": limit}

    @property
    def _address(self) -> str:
        return f"ws://127.0.0.1:{self.port}/gateway"

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41250}})
        sender: asyncio.Task[None] | None = None
        session: Session | None = None
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            packet = json.loads(message.data)
            if packet["op"] == HEARTBEAT:
                await socket.send_json({"op": HEARTBEAT_ACK})
            elif packet["op"] in (IDENTIFY, RESUME):
                session = await self._session(socket, packet)
                if session:
                    sender = asyncio.create_task(_send_events(session, socket))
        if sender:
            sender.cancel()
        if session and session.socket is socket:
            session.socket = None
        self.closed_by_bot = socket.close_code
        self._changed.set()
        return socket

    async def _session(self, socket: web.WebSocketResponse, packet: Mapping[str, Any]) -> Session | None:
        """The session that a bot begins or takes up again; None where it is refused."""
        given = packet["d"]
        if given["token"] != TOKEN:
            await socket.close(code=AUTHENTICATION_FAILED)
            return None
        if packet["op"] == RESUME:
            return await self._resumed(socket, given)
        intents = discord.Intents._from_value(given["intents"])
        if intents.message_content and not self._granted.message_content:
            await socket.close(code=DISALLOWED_INTENTS)
            return None
        shard, shards = given.get("shard", (0, 1))
        session = Session(shard, shards, intents, socket=socket)
        id_ = f"wire-{len(self.sessions)}-{shard}"
        self.sessions[id_] = session
        self._identified(id_, session)
        return session

    async def _resumed(self, socket: web.WebSocketResponse, given: Mapping[str, Any]) -> Session | None:
        session = self.sessions.get(given["session_id"])
        if session is None:
            await socket.send_json({"op": INVALID, "d": False})
            return None
        session.socket, session.outgoing = socket, asyncio.Queue()
        session.resumed += 1
        for packet in session.sent[given["seq"] :]:
            session.outgoing.put_nowait(packet)
        self._put(session, "RESUMED", {})
        self._changed.set()
        return session

    def _identified(self, id_: str, session: Session) -> None:
        ours = [guild for guild in self.backend.guilds.values() if session.owns({"guild_id": guild.id})]
        self._put(
            session,
            "READY",
            {
                "v": 10,
                "user": dict(serializers.user_payload(self.backend.bot_user)),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in ours],
                "session_id": id_,
                "resume_gateway_url": self._address,
                "shard": [session.shard, session.shards],
                "application": {"id": str(self.backend.application_id), "flags": 0},
            },
        )
        for guild in ours:
            created = serializers.guild_create_payload(self.backend, guild)
            self._put(session, "GUILD_CREATE", copy.deepcopy(dict(created)))
        self.ready = True
        self._changed.set()

    def _emitted(self, event: str, payload: Mapping[str, Any]) -> None:
        """Put an event in line for the shard that it belongs to, as its intents let it see it."""
        self._changed.set()
        for session in self.sessions.values():
            if session.owns(payload):
                self._put(session, event, copy.deepcopy(dict(payload)))

    def _put(self, session: Session, event: str, seen: dict[str, Any]) -> None:
        gate = required_intent(event, seen)
        if gate is not None and not getattr(session.intents, gate):
            return
        bot_id = self.backend.bot_user.id
        if event.startswith("MESSAGE_") and "author" in seen and not session.intents.message_content:
            censor_message(seen, bot_id, backend=self.backend)
        if event == "GUILD_CREATE":
            prune_guild_create(seen, session.intents, bot_id)
        packet = {"op": DISPATCH, "t": event, "s": len(session.sent) + 1, "d": seen}
        session.sent.append(packet)
        session.outgoing.put_nowait(packet)


async def _send_events(session: Session, socket: web.WebSocketResponse) -> None:
    outgoing = session.outgoing
    while not socket.closed:
        await socket.send_str(json.dumps(await outgoing.get(), default=str))


def _json(payload: object, status: int, more: Mapping[str, str] | None = None) -> web.Response:
    # discord.py reads JSON only where the type is exactly this, without a charset.
    headers = {"Content-Type": "application/json", **(more or {})}
    return web.Response(body=json.dumps(payload, default=str).encode(), status=status, headers=headers)
