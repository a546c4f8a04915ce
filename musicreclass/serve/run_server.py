"""The server from its start to its end: an address, a folder for uploads, children, signals."""

from __future__ import annotations

import ipaddress
import signal
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType

import uvicorn

from musicreclass import paths, settings
from musicreclass.errors import MusicReclassError, UsageProblem, system_words
from musicreclass.pipeline.serving.answer_pool import AnswerPool
from musicreclass.pipeline.serving.upload_answers import load_ahead
from musicreclass.pipeline.serving.upload_folder import upload_folder
from musicreclass.sentences.reason import Reason, because
from musicreclass.serve.guard import LOOPBACK_NAMES, Access
from musicreclass.serve.limits import ServeLimits
from musicreclass.serve.served_jobs import JobDesk
from musicreclass.serve.timed_head import TimedHeadProtocol
from musicreclass.serve.web_app import web_app

LEAST_TOKEN = 16  # signs; a shorter one can be guessed
KEEP_ALIVE_SECONDS = 15
END_SECONDS = 10  # that answers under way have once the end was asked for


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Where the server is reached, and by whom."""

    host: str = "127.0.0.1"
    port: int = 8765  # 0: any that is free
    token: str = ""
    names: tuple[str, ...] = ()  # by which it is known beside its address
    limits: ServeLimits = field(default_factory=ServeLimits)

    @property
    def is_local(self) -> bool:
        """Say whether no other computer reaches it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def access(self) -> Access:
        """Return who may come in.

        Raises:
            UsageProblem: others could come in without a token, or could guess it.
        """
        if not self.is_local and not self.token:
            raise UsageProblem(because("serve.token_needed", host=self.host))
        if self.token and (len(self.token) < LEAST_TOKEN or not self.token.isascii()):
            raise UsageProblem(because("serve.token_short", least=LEAST_TOKEN))
        own = {self.host, *self.names}
        if not self.is_local:
            own |= {socket.gethostname(), socket.getfqdn()}
        names = LOOPBACK_NAMES | {name.lower().rstrip(".") for name in own}
        return Access(self.token, names, takes_addresses=not self.is_local)


def run_server(options: ServeOptions, say: Callable[[Reason], None]) -> None:
    """Serve until somebody asks for the end: Ctrl-C, or SIGTERM.

    Args:
        say: told where the server is, once it can be reached.

    Raises:
        UsageProblem: others could come in without a token.
        MusicReclassError: the address is taken, or the disk refuses.
    """
    access = options.access()
    with _bound(options) as bound, upload_folder() as folder:
        pool = AnswerPool(options.limits.parallel, options.limits.file_seconds)
        desk = JobDesk(pool, options.limits)
        try:
            _load_ahead(pool)
            app = web_app(desk, folder, chosen_settings, access)
            ready = because("serve.ready", url=address_of(bound, options.host))
            server = ServerOfOne(_config(app, options), partial(say, ready), desk.close)
            server.run(sockets=[bound])
        finally:
            desk.close()
            pool.stop()


def chosen_settings() -> settings.Settings:
    """Return what a person has chosen by now.

    Raises:
        SettingsProblem: the file cannot be used.
    """
    return settings.load(paths.settings_file())


class ServerOfOne(uvicorn.Server):
    """A server whose end is a return: whoever runs it tidies up."""

    def __init__(
        self,
        config: uvicorn.Config,
        at_start: Callable[[], None],
        at_end: Callable[[], None],
    ) -> None:
        super().__init__(config)
        self._at_start = at_start
        self._at_end = at_end

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin; whoever is told so can be answered, and can have it end."""
        await super().startup(sockets)
        self._at_start()

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take signals as the wish to end; they are not raised again."""
        wanted = (signal.SIGINT, signal.SIGTERM)
        before = {number: signal.signal(number, self.handle_exit) for number in wanted}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End: jobs are stopped first, so that those who wait for them are told."""
        self._at_end()
        super().handle_exit(sig, frame)


def address_of(bound: socket.socket, host: str) -> str:
    """Return where a browser finds the server."""
    port = bound.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _config(app: object, options: ServeOptions) -> uvicorn.Config:
    protocol = type(
        "LimitedHeadProtocol",
        (TimedHeadProtocol,),
        {"head_seconds": options.limits.head_seconds},
    )
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http=protocol,
        ws="none",
        lifespan="on",
        limit_concurrency=options.limits.connections,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=END_SECONDS,
        h11_max_incomplete_event_size=32 << 10,
    )


def _load_ahead(pool: AnswerPool) -> None:
    """Let each child load what classifies while nobody waits for it yet.

    What is wrong with it is said to whoever asks.
    """
    chosen = chosen_settings()
    for _ in range(pool.workers):
        pool.submit(Path(), partial(load_ahead, chosen))


@contextmanager
def _bound(options: ServeOptions) -> Generator[socket.socket, None, None]:
    """Give a socket at the address.

    Raises:
        MusicReclassError: it is taken, or none of this computer.
    """
    try:
        family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
        bound = socket.create_server((options.host, options.port), family=family, backlog=128)
    except (OSError, OverflowError) as error:
        said = system_words(error) if isinstance(error, OSError) else str(error)
        raise MusicReclassError(
            because("serve.no_address", host=options.host, port=options.port, said=said)
        ) from error
    with bound:
        yield bound
