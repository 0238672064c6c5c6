"""A built site in the browser: serve its folder, and act in its live notebooks as a reader would."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from tests.browser.notebook import SCRIPT, SHOWN, Notebook
from tests.browser.tab import Tab

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

LONG = 240.0  # seconds until Python in the browser counts as failed: it needs them on a busy machine
READY = """
    await app.restored; await panel.context.ready; await panel.sessionContext.ready; await kernel().info;
"""
# JupyterLite’s own: it looks for files of a folder that is not there yet.
ALWAYS = ("Canceled future for", "_ensureFocus")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serve a folder with the types that modules and Python need, and count what is served."""

    extensions_map: ClassVar[dict[str, str]] = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }
    protocol_version = "HTTP/1.1"
    served = 0
    missing: ClassVar[list[str]] = []

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # a page that is left closes what it had open
            super().handle()

    def log_message(self, *_: Any) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        data = source.read()
        Handler.served += len(data)
        with contextlib.suppress(ConnectionError):  # the page was left
            outputfile.write(data)

    def send_error(self, code: int, *rest: Any, **more: Any) -> None:
        Handler.missing.append(self.path)
        super().send_error(code, *rest, **more)


@contextlib.contextmanager
def a_server(folder: Path) -> Iterator[str]:
    """Serve *folder* on a free port of this machine, and give its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


class Live(Notebook):
    """Hold a live notebook of the site, open in a page of *context*; waits for Python to start."""

    def __init__(self, context: BrowserContext, base: str, path: str, wait: bool = True):
        """Open the notebook *path* of the site at *base*."""
        self._tab = Tab(context)
        self._tab.start()
        self._tab.forgive(*ALWAYS)
        self.page, self._address = self._tab.page, f"{base}live/notebooks/index.html?path={path}"
        self.page.set_default_timeout(LONG * 1000)
        if wait:
            self.reload()
        else:
            self.page.goto(self._address, wait_until="domcontentloaded")

    def _wait(self) -> None:
        self.page.wait_for_function(SHOWN)
        self.do(READY)

    def do(self, script: str, given: Any = None) -> Any:
        """Return what *script* returns; as in JupyterLab, with more patience."""
        return self.page.evaluate(SCRIPT % (LONG * 1000, script), given)

    @property
    def bar(self) -> Any:
        """The bar that says what is loading and where answers are kept."""
        return self.page.locator("#whosays-bar")

    def files(self, folder: str) -> dict[str, str]:
        """Return the texts of the files in *folder* of the browser's storage."""
        return self.do(
            """
            const contents = app.serviceManager.contents;
            const { content } = await contents.get(given, { content: true });
            const found = {};
            const letters = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            for (const { path } of content.filter(({ type }) => type !== "directory")) {
                const { content: held, format } = await contents.get(path, { content: true });
                found[path] = format === "base64" ? new TextDecoder().decode(letters(held)) : held;
            }
            return found;
            """,
            folder,
        )

    def write(self, path: str, text: str) -> None:
        """Write a file of the browser's storage; its folder is made."""
        self.do(
            """
            const contents = app.serviceManager.contents;
            await contents.save(given[0].split("/").slice(0, -1).join("/"), { type: "directory" });
            await contents.save(given[0], { type: "file", format: "text", content: given[1] });
            """,
            [path, text],
        )

    def faults(self) -> list[str]:
        """Return errors on the console and requests that left this machine."""
        return self._tab.faults()

    def close(self) -> None:
        """Close the page."""
        self._tab.close()
