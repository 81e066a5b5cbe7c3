"""In which ways a page may be asked for: it is read, a form of ours may be posted, and nothing is ever changed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

READ = ("GET", "HEAD")
POSTED = (*READ, "POST")
"""For the one page whose form holds a name, which shall stand in no address."""


def otherwise_asked(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse | None:
    """The answer to whoever asks in another way, or None: 405 with what is allowed, and OPTIONS is told the same."""
    if request.method in methods:
        return None
    allowed = {"Allow": ", ".join((*methods, "OPTIONS"))}
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=allowed)
    return HttpResponse(
        f"This address is not asked in that way. It can be asked with: {allowed['Allow']}.\n",
        status=405,
        content_type="text/plain; charset=utf-8",
        headers=allowed,
    )


def head_of(response: HttpResponse) -> HttpResponse:
    """The same without its body; its length is still told."""
    response.headers["Content-Length"] = str(len(response.content))
    response.content = b""
    return response
