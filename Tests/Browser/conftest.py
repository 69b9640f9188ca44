"""A Copolis of its own for the browser tests: the demonstration universe, served on loopback, ended with the tests."""
import os
import pathlib
import re
import signal
import subprocess
import tempfile

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build/debug/copolis"
PASSWORD = "rivers run slowly"


@pytest.fixture(scope="session")
def address():
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, COPOLIS_DATABASE=f"{folder}/copolis.db", COPOLIS_LOG_FILE=f"{folder}/log")
        subprocess.run([BINARY, "demo"], env=environment, check=True, capture_output=True, timeout=120)
        server = subprocess.Popen([BINARY, "serve", "--port", "0"], env=environment, stderr=subprocess.PIPE, text=True)
        try:
            yield re.search(r"http://\S+", server.stderr.readline()).group(0)
        finally:
            server.send_signal(signal.SIGTERM)
            assert server.wait(20) == 0


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, address):
    """Opens a window without script: visit() for a visitor, visit("rui@…") for someone signed in."""
    contexts = []

    def open_window(email=None, width=390, language="en"):
        context = chromium.new_context(
            java_script_enabled=False, viewport={"width": width, "height": 844}, locale=language, base_url=address)
        contexts.append(context)
        page = context.new_page()
        if email:
            page.goto("/sign-in")
            page.fill("input[name=email]", email)
            page.fill("input[name=password]", PASSWORD)
            page.click("main button")
        return page

    yield open_window
    for context in contexts:
        context.close()
