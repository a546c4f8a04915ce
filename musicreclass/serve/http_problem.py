"""What is wrong with a request, as a status with a reason that programs and people can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import JSONResponse

from musicreclass.sentences.catalogue import Sentences
from musicreclass.sentences.languages import LANGUAGES, Language
from musicreclass.sentences.reason import Reason

MEDIA_TYPE = "application/problem+json"


class HttpProblem(Exception):
    """A request that is refused."""

    def __init__(
        self, status: int, reason: Reason, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason
        self.headers = dict(headers or {})

    def response(self, language: Language = "en", **more: Any) -> JSONResponse:
        """Return it with a sentence in a language, and with what else is to be told."""
        content = {
            "status": self.status,
            "code": self.reason.code.partition(".")[2],
            "detail": Sentences(language).of(self.reason),
            **more,
        }
        return JSONResponse(content, self.status, self.headers, media_type=MEDIA_TYPE)


class ClientGone(Exception):
    """Whoever sent the request has gone; nobody can be told anything."""


def language_wanted(headers: Headers) -> Language:
    """Return the first of the languages that somebody reads in which sentences are here."""
    for part in headers.get("accept-language", "").split(","):
        tag = part.partition(";")[0].strip().replace("-", "_").lower()
        for language in LANGUAGES:
            if tag and tag == language.lower():
                return language
        if tag.startswith("zh"):
            is_traditional = any(sign in tag for sign in ("hant", "_hk", "_mo"))
            return "zh_TW" if is_traditional else "zh_CN"
        for language in LANGUAGES:
            if tag.partition("_")[0] == language:
                return language
    return "en"
