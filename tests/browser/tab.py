"""The page that tests use one after the other, and what goes wrong in it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebSocket

# JupyterLab’s own: questions that a kernel did not live to answer, and the focus of a notebook just left.
ALWAYS = ["Canceled future for", "_ensureFocus"]
# And on widgets whose kernel is gone; these count as faults unless a test ends its kernel on purpose.
KERNEL_LOST = ["widget model not found", "Cannot send"]


class Tab:
    """Hold a page of the browser, opened when it is needed, and its faults."""

    def __init__(self, context: BrowserContext):
        """Take up *context*, which the pages of all tests share, and with it a cache."""
        self._context = context
        self._page: Page | None = None
        self._faults: list[str] = []
        self._forgiven: list[str] = []

    @property
    def page(self) -> Page:
        """Return the page; a blank one where none is open."""
        if not self._page:
            self._page = self._context.new_page()
            self._page.on("console", self._on_console)
            self._page.on("pageerror", lambda error: self._note(f"uncaught: {error}"))
            self._page.on("dialog", lambda dialog: dialog.accept())
            self._page.on("request", self._on_request)
            self._page.on("websocket", self._on_request)
        return self._page

    def start(self) -> None:
        """Forget the test before, and be as wide as a laptop again."""
        self._faults, self._forgiven = [], list(ALWAYS)
        self.page.set_viewport_size({"width": 1100, "height": 900})
        self.page.mouse.move(0, 0)

    def forgive(self, *texts: str) -> None:
        """Let errors that contain one of *texts* pass until the test ends."""
        self._forgiven += texts

    def faults(self) -> list[str]:
        """Return the errors written to the console, and the requests for anything off this machine."""
        return [fault for fault in self._faults if not any(text in fault for text in self._forgiven)]

    def shoot(self, name: str) -> None:
        """Take a picture of the page, where WHOSAYS_SHOTS names a folder for it."""
        if folder := os.environ.get("WHOSAYS_SHOTS"):
            self.page.screenshot(path=Path(folder) / f"{name}.png")

    def close(self) -> None:
        """Close the page, so that the next test gets another."""
        if self._page:
            self._page.close()
        self._page = None

    def _note(self, fault: str) -> None:
        self._faults.append(fault)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"console: {message.text}")

    def _on_request(self, request: Request | WebSocket) -> None:
        if not re.match(r"(http|ws)://127\.0\.0\.1:|data:|blob:", request.url):
            self._note(f"asked for {request.url}")
