"""What no page may do: break its policy, or ask anything of an origin that is not its own."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request


def watch(context: BrowserContext, noted: list[str]) -> None:
    """Note each trespass of a context's pages."""

    def heard(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            noted.append(message.text)

    def asked(request: Request) -> None:
        # A worker of the browser's own has no frame; where a reader goes by a link is the reader's business.
        if request.service_worker or request.is_navigation_request():
            return
        # Firefox may tell of a page's first requests before it tells that the page is there.
        address = request.frame.url if request.frame.url != "about:blank" else request.headers.get("referer", "")
        here, there = urlsplit(address), urlsplit(request.url)
        if there.scheme not in ("data", "blob") and (here.scheme, here.netloc) != (there.scheme, there.netloc):
            noted.append(f"{address} asked for {request.url}")

    context.on("console", heard)
    context.on("request", asked)
