"""Makes the pictures of the README: the start page and the map of the example region, from the real server in a real browser."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from data.example.snapshot import make
from tests.conftest import CHROMIUM_FLAGS, PROJECT, find_chromium
from tests.dashboard import Dashboard
from transition.places import Places

PICTURES = {"overzicht": "/?area=GM9003", "kaart": "/map?area=DG01&indicator=solar_capacity_kwp&level=gemeente"}
WIDTH, HEIGHT = 1280, 860
SECONDS_TO_PAINT = 6


def main() -> None:
    """Writes docs/img/<name>.png for every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        make(Places(Path(folder)).example)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*CHROMIUM_FLAGS, "--no-sandbox"])
        page = browser.new_page(locale="nl-NL", viewport={"width": WIDTH, "height": HEIGHT})
        with Dashboard(Path(folder)) as dashboard:
            for name, path in PICTURES.items():
                page.goto(dashboard.url + path)
                page.wait_for_timeout(SECONDS_TO_PAINT * 1000)
                file = PROJECT / "docs" / "img" / f"{name}.png"
                page.screenshot(path=file)
                print(f"{file.relative_to(PROJECT)}: {file.stat().st_size // 1000} kB")
        browser.close()


if __name__ == "__main__":
    main()
