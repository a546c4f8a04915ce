"""Who is let in: hosts, pages, tokens; and what every answer bears."""

import hashlib
import statistics
import time

import pytest

from musicreclass.errors import UsageProblem
from musicreclass.serve.guard import HEADERS, Access
from musicreclass.serve.run_server import ServeOptions
from tests.serve.conftest import TOKEN
from tests.serve.served import serving


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home-of-guarded"), token=TOKEN) as server:
        yield server


WRONG = ("", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}")


@pytest.mark.parametrize("path", ["/api/v1/about", "/api/v1/jobs/x", "/api/v1/nothing", "/api/"])
def test_without_the_token_nothing_below_the_api_is_told_not_even_what_is_there(guarded, path):
    answers = [guarded.get(path, Authorization=given) for given in WRONG]

    assert {answer.status for answer in answers} == {401}
    assert len({answer.body for answer in answers}) == 1
    assert {answer.headers["www-authenticate"] for answer in answers} == {
        'Bearer realm="musicreclass"'
    }


def test_with_the_token_it_is_told(guarded):
    assert guarded.get("/api/v1/about").status == 200
    assert guarded.get("/api/v1/about", Authorization=f"bearer {TOKEN}").status == 200


def test_the_page_and_the_sign_of_life_need_none(guarded):
    assert guarded.get("/", Authorization="").status == 200
    assert guarded.get("/healthz", Authorization="").json == {"status": "ok"}


def test_an_upload_without_the_token_is_refused_before_it_is_kept(guarded):
    answer = guarded.send("/api/v1/classify", [("a.mp3", bytes(1 << 20))], Authorization="")

    assert (answer.status, answer.json["code"]) == (401, "no_token")
    assert guarded.left_behind() == []


def test_a_wrong_token_takes_as_long_whatever_of_it_is_right():
    access = Access(TOKEN)

    def seconds(given):
        began_at = time.perf_counter()
        for _ in range(200):
            assert not access.opens(given)
        return time.perf_counter() - began_at

    near, far = f"Bearer {TOKEN[:-1]}x", f"Bearer x{TOKEN[1:]}"
    ratios = [seconds(near) / seconds(far) for _ in range(30)]

    assert statistics.median(ratios) == pytest.approx(1.0, abs=0.3)
    assert len(hashlib.sha256(TOKEN.encode()).digest()) == 32  # what is compared has one length


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil", "10.0.0.1", "", "a b", "["]
)
def test_a_name_that_leads_here_from_elsewhere_is_refused(guarded, host):
    status, body = guarded.raw(
        f"GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    )

    assert status in (400, 421)
    assert b"ok" not in body


def test_a_request_with_two_hosts_or_none_is_refused(guarded):
    for hosts in ("Host: localhost\r\nHost: evil.example\r\n", ""):
        status, _ = guarded.raw(f"GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n".encode())
        assert status in (400, 421)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:99", "[::1]:8765", "LOCALHOST."])
def test_the_names_of_this_computer_are_known(guarded, host):
    assert guarded.get("/healthz", Host=host).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_pages_elsewhere_can_have_nothing_done(guarded, headers):
    answer = guarded.send("/api/v1/classify", [("a.mp3", b"")], **headers)

    assert (answer.status, answer.json["code"]) == (403, "other_origin")
    assert "access-control-allow-origin" not in answer.headers
    assert guarded.get("/", Sec_Fetch_Site="cross-site").status == 200  # a link may lead here


def test_pages_elsewhere_are_not_told_that_they_may_ask(guarded):
    answer = guarded.ask(
        "OPTIONS",
        "/api/v1/classify",
        Origin="http://evil.example",
        Access_Control_Request_Method="POST",
    )

    assert answer.status == 403
    assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize("path", ["/", "/js/page.js", "/healthz", "/api/v1/about", "/nothing"])
def test_every_answer_bears_its_headers(guarded, path):
    for given in (TOKEN, "wrong"):
        answer = guarded.get(path, Authorization=f"Bearer {given}")
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
        assert "server" not in answer.headers
    assert "'unsafe" not in HEADERS["content-security-policy"]


def test_what_is_no_page_is_not_found_wherever_it_lies(guarded):
    for path in (
        "/../settings.toml",
        "/texts/..%2f..%2fgenres.json",
        "/js/",
        "/page",
        "//etc/passwd",
    ):
        answer = guarded.get(path)
        assert (answer.status, answer.json["code"]) == (404, "no_such_address")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (ServeOptions(host="0.0.0.0"), "serve.token_needed"),
        (ServeOptions(host="::"), "serve.token_needed"),
        (ServeOptions(host="192.168.1.5"), "serve.token_needed"),
        (ServeOptions(host="myhost"), "serve.token_needed"),
        (ServeOptions(host="0.0.0.0", token="short"), "serve.token_short"),
        (ServeOptions(token="né" * 20), "serve.token_short"),
    ],
)
def test_other_computers_need_a_token_that_nobody_guesses(options, code):
    with pytest.raises(UsageProblem) as refused:
        options.access()

    assert refused.value.reason.code == code


def test_where_other_computers_ask_it_goes_by_addresses_and_names_given():
    access = ServeOptions(host="0.0.0.0", token=TOKEN, names=("Music.Home",)).access()

    assert all(map(access.knows_host, ("192.168.1.5:8765", "music.home", "localhost", "[fe80::1]")))
    assert not access.knows_host("evil.example")
    assert ServeOptions(host="::1").access().token == ""
