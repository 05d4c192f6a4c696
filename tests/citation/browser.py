"""A real browser, to see what a link with a text fragment highlights on a page."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

_STYLE = "::target-text { background: rgb(255, 0, 0); color: rgb(255, 0, 0) }"
_OPTIONS = """
    --headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync
    --no-first-run --no-proxy-server --hide-scrollbars --force-device-scale-factor=1 --window-size=1000,2000
""".split()
# Of a screenshot of the page, tells of each visible character whether its middle is red.
_SEEN = """
const [screenshot, done] = arguments, image = new Image();
image.onload = () => {
    const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
    const pen = canvas.getContext("2d", {willReadFrequently: true}), range = document.createRange();
    pen.drawImage(image, 0, 0);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let characters = "", red = "";
    while (walker.nextNode()) {
        for (let i = 0; i < walker.currentNode.length; i++) {
            range.setStart(walker.currentNode, i);
            range.setEnd(walker.currentNode, i + 1);
            const box = range.getBoundingClientRect(), character = walker.currentNode.data[i];
            if (!box.width || !character.trim()) continue;
            const pixel = pen.getImageData(box.x + box.width / 2, box.y + box.height / 2, 1, 1).data;
            characters += character;
            red += pixel[0] === 255 && pixel[1] === 0 && pixel[2] === 0 ? "x" : "-";
        }
    }
    done([characters, red]);
};
image.src = "data:image/png;base64," + screenshot;
"""


class Seen(NamedTuple):
    """What is highlighted on a page, white space left out: the text before it, its own, and the text behind it."""

    before: str
    marked: str
    after: str


class Browser:
    """A running browser, and a server of the pages that it is to open."""

    def __init__(self, driver: webdriver.Chrome, server: _Server) -> None:
        self._driver, self._server = driver, server

    def serve(self, text: str) -> str:
        """Make a page of a plain text, a block for each of its paragraphs, and return its URL."""
        blocks = (html.escape(block).replace("\n", "<br>") for block in text.split("\n\n"))
        body = "".join(f"<p>{block}</p>" for block in blocks)
        self._server.pages.append(f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style><body>{body}".encode())
        return f"http://127.0.0.1:{self._server.server_port}/{len(self._server.pages) - 1}"

    def follow(self, link: str) -> Seen:
        """Open a link and look at the page."""
        self._driver.get(link)
        screenshot = self._driver.get_screenshot_as_base64()
        characters, red = self._driver.execute_async_script(_SEEN, screenshot)  # type: ignore[no-untyped-call]
        if "x" not in red:
            return Seen(characters, "", "")
        start, end = red.index("x"), red.rindex("x") + 1
        assert "-" not in red[start:end], "not one range"
        return Seen(characters[:start], characters[start:end], characters[end:])


class _Server(ThreadingHTTPServer):
    pages: list[bytes]


class _Pages(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        name = self.path[1:]
        page = self.server.pages[int(name)] if name.isdecimal() else b""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def driver(chromium: str, chromedriver: str, profile: Path) -> Iterator[webdriver.Chrome]:
    """Run Chromium without a window."""
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for option in (*_OPTIONS, f"--user-data-dir={profile}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    running = webdriver.Chrome(options=options, service=Service(chromedriver))
    try:
        yield running
    finally:
        running.quit()


@contextmanager
def browser(chromium: str, chromedriver: str, profile: Path) -> Iterator[Browser]:
    """Run Chromium and a server of pages for it."""
    with _Server(("127.0.0.1", 0), _Pages) as server, driver(chromium, chromedriver, profile) as running:
        server.pages = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Browser(running, server)
        finally:
            server.shutdown()
