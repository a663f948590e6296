"""What a page of HTML says about itself: title, date, author, address."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.reading.entities import without_references
from quizapp.reading.htmlpage import Page
from quizapp.reading.htmltokens import Tag

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "datecreated",
)
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_SEPARATORS = (" | ", " — ", " – ", " - ", " :: ")
_LINKED_DATA_LIMIT = 500_000
_VALUES_LOOKED_AT = 10_000


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the head of a page tells; each may be empty."""

    title: str = ""
    window_title: str = ""
    """The ``title`` element, without the site's name behind it."""
    date: str = ""
    """As the page writes it."""
    author: str = ""
    url: str = ""


def page_facts(page: Page) -> PageFacts:
    """Gather what the page's meta data and linked data say; meta data go first."""
    meta = _meta(page.tags)
    linked = _linked_data(page)
    shown_time = next((tag.get("datetime") for tag in page.tags if tag.name == "time" and tag.get("datetime")), "")
    return PageFacts(
        title=_first(meta, _TITLES) or linked.get("headline", ""),
        window_title=_window_title(page),
        date=_first(meta, _DATES) or linked.get("datePublished", "") or shown_time,
        author=_person(_first(meta, _AUTHORS)) or _person(linked.get("author", "")),
        url=_address(meta, page.tags),
    )


def _meta(tags: list[Tag]) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tags:
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content") or (tag.get("datetime") if tag.get("itemprop") else "")
        if name and content.strip():
            found.setdefault(name.strip().lower(), " ".join(content.split()))
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _window_title(page: Page) -> str:
    title = next((raw.text for raw in page.raws if raw.element.name == "title"), "")
    title = " ".join(without_references(title).split())
    for separator in _SEPARATORS:
        head, found, _ = title.rpartition(separator)
        if found and len(head.split()) >= 3:
            return head
    return title


def _address(meta: dict[str, str], tags: list[Tag]) -> str:
    canonical = (tag.get("href") for tag in tags if tag.name == "link" and tag.get("rel").lower() == "canonical")
    address = next(canonical, "") or meta.get("og:url", "")
    return address.strip() if address.strip().lower().startswith(("http://", "https://")) else ""


def _person(text: str) -> str:
    """Return a name; an address of a profile is none."""
    return "" if "://" in text else text.removeprefix("By ").removeprefix("by ").strip()


def _linked_data(page: Page) -> dict[str, str]:
    """Return headline, date and author of the first article that a JSON-LD script describes."""
    for raw in page.raws:
        kind = raw.element.get("type").strip().lower()
        if raw.element.name != "script" or kind != "application/ld+json" or len(raw.text) > _LINKED_DATA_LIMIT:
            continue
        try:
            data = json.loads(raw.text)
        except (ValueError, RecursionError):
            continue
        for value in _objects(data):
            if "headline" in value or "datePublished" in value:
                names = ("headline", "datePublished")
                found = {name: text for name in names if isinstance(text := value.get(name), str)}
                return {**found, "author": _author_name(value.get("author"))}
    return {}


def _objects(data: object) -> Iterator[dict[str, object]]:
    waiting = [data]
    for _ in range(_VALUES_LOOKED_AT):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _author_name(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_author_name(one) for one in value[:5] if not isinstance(one, list))))
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""
