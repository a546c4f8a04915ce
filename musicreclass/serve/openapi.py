"""The description of the API, with examples, as OpenAPI has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from musicreclass import __version__
from musicreclass.serve.limits import ServeLimits

Json = Mapping[str, Any]

RESULT: Json = {
    "path": "青花瓷.mp3",
    "genre": "Pop",
    "confidence": 0.9103,
    "verdict": "sure",
    "candidates": [
        {"genre": "Pop", "confidence": 0.9103},
        {"genre": "Rock", "confidence": 0.0621},
    ],
    "classifiers": {"encoder": {"genre": "Pop", "confidence": 0.8712}},
    "tags": [{"name": "mellow", "sort": "mood", "score": 0.412}],
    "company": None,
    "seconds_heard": 30.0,
    "problem": None,
}
FLAG: Json = {"type": "boolean", "default": False}
WAIT: Json = {
    "name": "wait",
    "in": "query",
    "description": "false answers 202 at once, with where the job is; or Prefer: respond-async",
    "schema": {"type": "boolean", "default": True},
}
NAME: Json = {
    "name": "name",
    "in": "query",
    "description": "of the file, where the body is the file itself; or the header X-File-Name",
    "schema": {"type": "string"},
}


def document(limits: ServeLimits) -> Json:
    """Return the description of a server with these limits."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "musicreclass",
            "version": __version__,
            "summary": "Files in, genres and sound tags out.",
            "description": _about(limits),
            "license": {"name": "GPL-3.0-or-later", "identifier": "GPL-3.0-or-later"},
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Problem": _problem_schema(), "Result": _result_schema()},
        },
        "security": [{"token": []}, {}],
        "paths": {
            "/api/v1/classify": {"post": _classify()},
            "/api/v1/tags": {"post": _tags()},
            "/api/v1/features": {"post": _features()},
            "/api/v1/jobs/{id}": {
                "parameters": [_job_id()],
                "get": _get("How far a job is, with its results so far", JOB, 404),
                "delete": {
                    "summary": "Stop a job, or forget one that is over",
                    "responses": {"204": {"description": "it is"}, **_problems(404)},
                },
            },
            "/api/v1/jobs/{id}/events": {"parameters": [_job_id()], "get": _events()},
            "/api/v1/classifiers": {"get": _get("The classifiers there are", CLASSIFIERS)},
            "/api/v1/about": {"get": _get("Version and limits", ABOUT)},
            "/api/v1/vocabulary": {
                "get": _get("Genres and tags in each language, with colours", VOCABULARY)
            },
            "/healthz": {"get": {**_get("Whether it is there", {"status": "ok"}), "security": []}},
        },
    }


JOB: Json = {
    "id": "Yk3…",
    "kind": "classify",
    "state": "working",
    "done": 1,
    "total": 2,
    "results": [RESULT, None],
}
CLASSIFIERS: Json = {
    "classifiers": [
        {
            "name": "box",
            "in_use": True,
            "in_box": True,
            "genres": ["Blues", "Classical"],
            "members": ["encoder", "mlp", "cnn"],
            "tracks": 1279,
            "accuracy": 0.531,
            "measured_on": "collections",
            "licence": "…",
            "problem": None,
        }
    ]
}
ABOUT: Json = {"version": "…", "limits": {"file_bytes": 209715200, "files": 32}}
VOCABULARY: Json = {
    "genres": {"Pop": {"names": {"en": "Pop", "zh_TW": "流行"}, "colour": "#e1529a"}},
    "tags": {"mellow": {"en": "mellow"}},
}


def _about(limits: ServeLimits) -> str:
    megabytes, minutes = limits.file_bytes >> 20, limits.sound_seconds / 60
    return (
        f"At most {limits.files} files a request, each of {megabytes} MB and {minutes:.0f} "
        "minutes at most. A file goes as soon as it is answered. With too much to do the answer "
        "is 429, and Retry-After says when to come again. A request that cannot be served is "
        "answered by application/problem+json: status, code (for programs), detail (for people, "
        "in the language of Accept-Language). Whoever breaks a request off stops the work on it."
    )


def _classify() -> Json:
    parameters = [
        WAIT,
        NAME,
        _option("classifier", "a name out of /api/v1/classifiers, instead of the one in use"),
        _choice("speed", ["thorough", "balanced", "fast"], "as the settings have it if left out"),
        _choice("by", ["track", "album", "artist"], "whose evidence is pooled, of one request"),
        _wish("segments", "adds segments, as classify --segments does, and timeline: calibrated"),
        _wish("spectrogram", "adds a PNG as a data URI, and where frequencies lie in it"),
        _wish("every_tag", "all sound tags with their scores, not only those that stand out"),
    ]
    return _upload(
        "Genres of files: what classify --json says of each", parameters, {"results": [RESULT]}
    )


def _tags() -> Json:
    few = {name: RESULT[name] for name in ("path", "tags", "seconds_heard", "problem")}
    parameters = [WAIT, NAME, _wish("every_tag", "all of them, with their scores")]
    return _upload("What files sound like", parameters, {"results": [few]})


def _features() -> Json:
    parameters = [
        WAIT,
        NAME,
        {
            **_option("seconds", "how much of each file"),
            "schema": {"type": "number", "default": 30},
        },
        _choice("offset", ["middle", "start", "whole"], "which part of each file"),
        _choice("format", ["json", "csv"], "csv: in the layout of FMA's features.csv"),
    ]
    example = {
        "results": [
            {"path": "a.mp3", "features": [6.3914576, "…"], "seconds_heard": 30.0, "problem": None}
        ],
        "columns": ["chroma_cens.kurtosis.01", "…"],
    }
    return _upload("The 518 features of files", parameters, example)


def _upload(summary: str, parameters: list[Json], example: Json) -> Json:
    binary = {"type": "string", "format": "binary"}
    form = {"type": "object", "properties": {"files": {"type": "array", "items": binary}}}
    return {
        "summary": summary,
        "parameters": parameters,
        "requestBody": {
            "required": True,
            "content": {
                "multipart/form-data": {"schema": form},
                "application/octet-stream": {"schema": binary},
                "audio/*": {"schema": binary},
            },
        },
        "responses": {
            "200": {"description": "what is said of each", "content": _json(example)},
            "202": {"description": "with wait=false", "content": _json({**JOB, "results": []})},
            **_problems(400, 408, 413, 415, 422, 429, 503, 507),
        },
    }


def _get(summary: str, example: Json, *statuses: int) -> Json:
    content = {"description": summary, "content": _json(example)}
    return {"summary": summary, "responses": {"200": content, **_problems(400, 503, *statuses)}}


def _events() -> Json:
    example = (
        'event: state\ndata: {"id": "Yk3…", "state": "working", "done": 0, "total": 2}\n\n'
        'id: 0\nevent: result\ndata: {"index": 0, "result": {"path": "a.mp3"}}\n\n'
        'id: 1\nevent: progress\ndata: {"done": 1, "total": 2}\n\n'
        'id: 4\nevent: done\ndata: {"id": "Yk3…", "state": "done", "done": 2, "total": 2}\n\n'
    )
    return {
        "summary": "What becomes of a job, as it becomes; Last-Event-ID goes on where one was",
        "responses": {
            "200": {
                "description": "state, result and progress, then done, failed or cancelled",
                "content": {"text/event-stream": {"example": example}},
            },
            **_problems(404),
        },
    }


PROBLEM_WORDS = {
    400: "malformed, a name that is none, or an option that nobody knows",
    404: "there is no such job, any more",
    408: "it came too slowly",
    413: "too large, or too many files",
    415: "a body that is neither a form nor a sound",
    422: "no file could be used; results says why",
    429: "too much to do; Retry-After says when to come again",
    503: "it cannot be done now",
    507: "the disk of the server is full",
}


def _problems(*statuses: int) -> Json:
    every = {401: "the token is missing or wrong", 403: "from another page", 421: "another host"}
    told = {**every, **{status: PROBLEM_WORDS[status] for status in statuses}}
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    content = {"application/problem+json": schema}
    return {str(s): {"description": words, "content": content} for s, words in sorted(told.items())}


def _json(example: Json) -> Json:
    return {"application/json": {"example": example}}


def _option(name: str, words: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": words, "schema": {"type": "string"}}


def _choice(name: str, choices: list[str], words: str) -> Json:
    return {**_option(name, words), "schema": {"type": "string", "enum": choices}}


def _wish(name: str, words: str) -> Json:
    return {**_option(name, words), "schema": FLAG}


def _job_id() -> Json:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _problem_schema() -> Json:
    return {
        "type": "object",
        "required": ["status", "code", "detail"],
        "properties": {
            "status": {"type": "integer"},
            "code": {"type": "string", "examples": ["too_large"]},
            "detail": {"type": "string"},
        },
    }


def _result_schema() -> Json:
    return {
        "type": "object",
        "required": list(RESULT),
        "properties": {
            "path": {"type": "string", "description": "the name that the file was sent under"},
            "genre": {"type": ["string", "null"], "description": "null unless it is sure"},
            "confidence": {"type": ["number", "null"]},
            "verdict": {"enum": ["sure", "not sure", "differ", "unlike", None]},
            "candidates": {"type": "array"},
            "classifiers": {"type": "object"},
            "tags": {"type": "array"},
            "company": {"type": ["object", "null"]},
            "seconds_heard": {"type": "number"},
            "problem": {"type": ["string", "null"]},
        },
        "examples": [RESULT],
    }
