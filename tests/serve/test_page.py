"""The page as people use it, in a real Chromium: files dropped, rows, sound, downloads."""

import csv
import io
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import debian_packages
import pytest
import system_browser
from playwright.sync_api import expect, sync_playwright

from musicreclass import paths
from musicreclass.gui.theme import DARK, LIGHT
from tests.material import music, write_audio
from tests.serve.conftest import TOKEN
from tests.serve.served import children_of, serving

BROWSER = system_browser.find_browser()
WAIT_MS = 90_000
LANGUAGES = {"en-GB": "en", "zh-HK": "zh_TW", "zh-CN": "zh_CN", "ja-JP": "ja", "de-DE": "en"}
TEXTS = {
    file.stem: json.loads(file.read_text(encoding="utf-8"))
    for file in paths.resource("page").glob("texts/*.json")
}

needs_browser = pytest.mark.skipif(
    BROWSER is None, reason=system_browser.browser_sentence(debian_packages.is_debian())
)


@contextmanager
def browsing(url, **wanted):
    """Give a page in a browser of its own; what it complains of fails the test."""
    faults = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=BROWSER,
            args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
        )
        context = browser.new_context(**({"locale": "en-GB"} | wanted))
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.extend(_elsewhere(request.url, url)))
        page.goto(url)
        page.wait_for_selector("#limits:not(:empty), #token-form:not([hidden])", state="attached")
        try:
            yield page
        finally:
            context.close()
            browser.close()
    assert faults == []


def _elsewhere(asked, own):
    return [] if asked.startswith((own, "blob:", "data:")) else [asked]


def drop(page, files):
    """Drop files as a mouse would: the browser makes the event, the page takes it."""
    page.evaluate("""() => {
        const input = document.createElement("input");
        input.type = "file"; input.multiple = true; input.id = "hand";
        document.body.append(input);
    }""")
    page.set_input_files("#hand", [str(path) for path in files])
    page.evaluate("""() => {
        const hand = document.getElementById("hand");
        const transfer = new DataTransfer();
        for (const file of hand.files) transfer.items.add(file);
        const options = { bubbles: true, cancelable: true, dataTransfer: transfer };
        const drop = document.getElementById("drop");
        for (const name of ["dragenter", "dragover", "drop"])
            drop.dispatchEvent(new DragEvent(name, options));
        hand.remove();
    }""")


def wait_for_answers(page, count):
    expect(page.locator("tr.file")).to_have_count(count, timeout=WAIT_MS)
    expect(page.locator("#stop")).to_be_hidden(timeout=WAIT_MS)


@pytest.fixture(scope="module")
def ten(tmp_path_factory):
    """Return ten files: eight that sound, one that does not, and one that is none."""
    folder = tmp_path_factory.mktemp("ten")
    suffixes = ("mp3", "flac", "ogg", "wav", "mp3", "m4a", "opus", "mp3")
    for number, suffix in enumerate(suffixes):
        name = ("=1+1", "青花瓷")[number] if number < 2 else f"song {number}"
        write_audio(folder / f"{name}.{suffix}", samples=music(number, seconds=5.0))
    write_audio(folder / "silent.wav", samples=0 * music(1, seconds=5.0))
    (folder / "broken.mp3").write_bytes(b"this is no sound")
    return folder


@pytest.fixture(scope="module")
def said_by_the_verb(ten, tmp_path_factory):
    """Return what `classify --json` says of the ten by their names, and the rows of `--csv`."""
    folder = tmp_path_factory.mktemp("verb")  # one home: the second finds what the first analyzed
    told = verb(folder, str(ten), "--json")
    verb(folder, str(ten), "--csv", str(folder / "table.csv"))
    lines = [json.loads(line) for line in told.splitlines()]
    with (folder / "table.csv").open(encoding="utf-8", newline="") as table:
        rows = [[Path(first).name, *others] for first, *others in csv.reader(table)]
    return {Path(line["path"]).name: line for line in lines}, rows


def verb(home, *words):
    words = ("classify", *words, "--by", "track", "--workers", "1")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "musicreclass", *words],
        env={**os.environ, "MUSICRECLASS_HOME": str(home)},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # which names the broken one
        text=True,
        check=False,
    )
    return done.stdout


@needs_browser
def test_ten_files_dropped_are_ten_rows_and_downloads_with_the_answers_of_the_verb(
    served, ten, said_by_the_verb
):
    expected, table = said_by_the_verb
    with browsing(served.url) as page:
        drop(page, sorted(ten.iterdir()))
        wait_for_answers(page, 10)

        rows = page.locator("tr.file").all_inner_texts()
        shown = {next(name for name in expected if name in row): row for row in rows}
        assert shown.keys() == expected.keys()
        for name, said in expected.items():
            if said["problem"] is not None:
                assert said["problem"] in shown[name]
            else:
                assert (said["genre"] or said["candidates"][0]["genre"]) in shown[name]
                assert f"{said['confidence']:.0%}" in shown[name]

        downloaded = json.loads(download(page, "#json"))
        plain = [{k: v for k, v in one.items() if k != "segments"} for one in downloaded]
        assert {one["path"]: one for one in plain} == {
            name: said | {"path": name} for name, said in expected.items()
        }
        assert as_numbers(csv.reader(io.StringIO(download(page, "#csv")))) == as_numbers(table)
        assert any(row[0] == "'=1+1.mp3" for row in csv.reader(io.StringIO(download(page, "#csv"))))
    assert served.is_empty_soon()


def download(page, button):
    with page.expect_download() as told:
        page.click(button)
    content: bytes = told.value.path().read_bytes()
    return content.decode("utf-8-sig")


def as_numbers(rows):
    """Return rows by their files: JavaScript writes 1 for 1.0, and a name may be defused."""
    return {row[0].lstrip("'"): [_number(cell) for cell in row[1:]] for row in rows}


def _number(cell):
    try:
        return float(cell)
    except ValueError:
        return cell


@needs_browser
def test_a_file_is_played_and_its_head_moves(served, ten):
    with browsing(served.url) as page:
        page.set_input_files("#files", str(ten / "song 4.mp3"))
        wait_for_answers(page, 1)
        page.locator("td.play button").click()

        page.wait_for_selector("#play:has-text('⏸')")
        page.wait_for_selector("#now:not(:text('0:00'))")
        expect(page.locator("#picture")).to_be_visible()
        page.keyboard.press("Home")
        page.locator("tr.file").press(" ")
        page.wait_for_selector("#play:has-text('▶')")
        natural = page.evaluate("document.getElementById('spectrogram').naturalWidth")
        inked = page.evaluate("""() => {
            const strip = document.getElementById("strip");
            const { data } = strip.getContext("2d").getImageData(0, 0, strip.width, strip.height);
            return data.filter((value, i) => i % 4 === 3 && value > 0).length / (data.length / 4);
        }""")

    assert natural > 100
    assert inked > 0.5


@needs_browser
def test_all_is_done_with_the_keyboard_alone(served, ten):
    with browsing(served.url) as page:
        page.set_input_files(
            "#files", [str(ten / f"song {i}.{s}") for i, s in ((2, "ogg"), (3, "wav"))]
        )
        wait_for_answers(page, 2)
        page.locator("tr.file").first.focus()
        page.keyboard.press("j")
        assert page.locator("tr.file[aria-selected='true'] td.name").inner_text() == "song 3.wav"
        page.keyboard.press("ArrowUp")
        assert page.locator("#detail-name").inner_text() == "song 2.ogg"
        page.keyboard.press("Delete")
        expect(page.locator("tr.file")).to_have_count(1)
        page.locator("th[data-sort='confidence'] button").focus()
        page.keyboard.press("Enter")
        assert page.locator("th[data-sort='confidence']").get_attribute("aria-sort") == "descending"
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")

    assert outline == "solid"


@needs_browser
@pytest.mark.parametrize(("locale", "code"), LANGUAGES.items())
def test_the_browsers_language_is_spoken_and_another_can_be_chosen(served, locale, code):
    with browsing(served.url, locale=locale, viewport={"width": 360, "height": 700}) as page:
        assert page.input_value("#language") == code
        assert page.locator("#choose-files").inner_text() == TEXTS[code]["choose_files"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.select_option("#language", "ja")
        expect(page.locator("#choose-files")).to_have_text(TEXTS["ja"]["choose_files"])
        assert page.get_attribute("html", "lang") == "ja"
        page.reload()
        expect(page.locator("#choose-files")).to_have_text(TEXTS["ja"]["choose_files"])


@needs_browser
@pytest.mark.parametrize("width", [360, 1280])
def test_with_rows_nothing_is_wider_than_the_page(served, ten, width):
    with browsing(served.url, viewport={"width": width, "height": 700}) as page:
        page.set_input_files("#files", [str(ten / "青花瓷.flac"), str(ten / "broken.mp3")])
        wait_for_answers(page, 2)
        page.locator("tr.file").first.click()
        for language in TEXTS:
            page.select_option("#language", language)
            expect(page.locator("#clear")).to_have_text(TEXTS[language]["clear"])
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert page.locator("#detail").is_visible()


@needs_browser
def test_dark_and_light_are_those_of_the_window(served):
    def ground(page):
        red, green, blue = page.evaluate(
            "getComputedStyle(document.documentElement).backgroundColor.match(/[0-9]+/g).map(Number)"
        )
        return f"#{red:02x}{green:02x}{blue:02x}"

    with browsing(served.url, color_scheme="dark") as page:
        assert ground(page) == DARK.ground
        page.select_option("#appearance", "light")
        assert ground(page) == LIGHT.ground


@needs_browser
def test_a_server_with_a_token_asks_for_it(tmp_path, ten):
    with serving(tmp_path / "home", token=TOKEN) as server, browsing(server.url) as page:
        page.fill("#token", "wrong")
        page.keyboard.press("Enter")
        expect(page.locator("#token-wrong")).to_be_visible()
        page.fill("#token", TOKEN)
        page.keyboard.press("Enter")
        expect(page.locator("#token-form")).to_be_hidden()
        page.set_input_files("#files", str(ten / "song 4.mp3"))
        wait_for_answers(page, 1)
        assert page.locator("td.confidence").count() == 1


@needs_browser
def test_a_busy_server_is_waited_for_and_what_is_stopped_can_be_tried_again(tmp_path, ten):
    files = [str(ten / f"song {number}.mp3") for number in (4, 7)]
    with (
        serving(tmp_path / "home", waiting=0) as server,
        browsing(server.url) as page,
    ):
        answers = []
        page.on("response", lambda answer: answers.append(answer.status))
        page.set_input_files("#files", files)
        wait_for_answers(page, 2)
        assert 429 in answers  # one at a time is let in, and the page sends two
        assert page.locator("td.confidence").count() == 2
        page.click("#clear")
        expect(page.locator("tr.file")).to_have_count(0)
        expect(page.locator("#rows")).to_be_hidden()

        page.set_input_files("#files", files)
        page.click("#stop")
        expect(page.locator("td.state").first).to_have_text(TEXTS["en"]["state_stopped"])
        page.click("#again")
        wait_for_answers(page, 2)
        expect(page.locator("td.confidence")).to_have_count(2)
        for child in children_of(server.process.pid):
            child.kill()  # one that came in place of one that was stopped


@needs_browser
def test_of_a_folder_what_sounds_is_taken_by_its_way_from_there(served, ten, tmp_path):
    album = tmp_path / "An album" / "CD 1"
    album.mkdir(parents=True)
    (album / "01.mp3").write_bytes((ten / "song 4.mp3").read_bytes())
    (album.parent / "cover.jpg").write_bytes(b"no sound")
    with browsing(served.url) as page:
        page.set_input_files("#folder", str(album.parent))
        wait_for_answers(page, 1)

        assert page.locator("td.name").inner_text() == "An album/CD 1/01.mp3"
        assert json.loads(download(page, "#json"))[0]["path"] == "An album/CD 1/01.mp3"


@needs_browser
def test_a_name_that_looks_like_a_page_is_text(served):
    name = "<img src=x onerror=document.body.remove()>.mp3"
    with browsing(served.url) as page:
        file = {"name": name, "mimeType": "audio/mpeg", "buffer": b"no sound"}
        page.set_input_files("#files", file)
        wait_for_answers(page, 1)
        page.locator("tr.file").click()

        assert page.locator("td.name").inner_text() == name
        assert page.locator("#detail-name").inner_text() == name


def test_every_language_of_the_page_has_every_text():
    english = TEXTS["en"]

    assert TEXTS.keys() == {"en", "zh_TW", "zh_CN", "ja"}
    for language, texts in TEXTS.items():
        assert texts.keys() == english.keys(), language
        for name, text in texts.items():
            assert set(_values(text)) == set(_values(english[name])), (language, name)
    content = "".join(
        file.read_text(encoding="utf-8")
        for file in paths.resource("page").rglob("*")
        if file.suffix in (".js", ".html")
    )
    begun = ("state_", "verdict_")
    unused = [
        name
        for name in english
        if f'"{name}"' not in content and not name.startswith(begun) and name != "language"
    ]
    assert unused == []


def _values(text):
    return [piece.partition("}")[0] for piece in text.split("{")[1:]]
