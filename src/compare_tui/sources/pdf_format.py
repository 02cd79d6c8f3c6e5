"""PDF: the text of the pages, its lines joined to paragraphs later. Runs in a process of its own."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping

from compare_tui.sources.extract import MOST_CHARACTERS, Extract, FormatError

MOST_PAGES = 500
"""Pages of an article; a longer file is a book."""

_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u2010\xad]\n(?=[a-zà-ÿ])")
_PAGE_NUMBER = re.compile(r"\s*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*", re.IGNORECASE)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read_pdf(data: bytes) -> Extract:
    """Return the text of a PDF, as one piece of the kind "layout" with its lines.

    Args:
        data: The file.

    Raises:
        FormatError: The file is broken, locked, too long, or holds no text.
        ImportError: pypdf is not installed.
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.disable(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FormatError("the PDF is locked by a password")
        declared = _declared_pages(reader)
        if declared > MOST_PAGES:
            raise FormatError(f"the PDF declares {declared:,} pages; at most {MOST_PAGES} are read")
        pages: list[list[str]] = []
        length = 0
        for page in reader.pages:
            if len(pages) == MOST_PAGES:
                raise FormatError(f"the PDF has more than {MOST_PAGES} pages")
            text = page.extract_text()
            length += len(text)
            if length > MOST_CHARACTERS:
                raise FormatError(f"it holds more than {MOST_CHARACTERS // 10**6} million characters")
            pages.append(text.splitlines())
        facts: Mapping[str, object] = reader.metadata or {}
        title, author = str(facts.get("/Title") or ""), str(facts.get("/Author") or "")
        made = _DATE.match(str(facts.get("/CreationDate") or ""))
    except (FormatError, MemoryError):
        raise
    except (PyPdfError, RecursionError) as error:
        raise FormatError(f"it is a broken PDF: {error or type(error).__name__}") from None
    except Exception as error:
        # A broken file can raise anything inside the library.
        raise FormatError(f"it is a broken PDF: {type(error).__name__}: {error}") from None
    dropped = _running_lines(pages)
    text = "\n".join(line for page in pages for line in page)
    if not text.strip():
        raise FormatError("the PDF holds no text: it may be a scan, which needs text recognition first")
    return Extract(
        pieces=[("layout", _HYPHEN.sub("", text))],
        title=title,
        author=author,
        date=f"{made[1]}-{made[2]}-{made[3]}" if made else "",
        date_from="the file's properties: when it was made" if made else "",
        dropped=dropped,
    )


def _declared_pages(reader: object) -> int:
    root = reader.trailer["/Root"]  # type: ignore[attr-defined]
    count = root["/Pages"].get("/Count", 0)
    return int(count) if isinstance(count, int) else 0


def _running_lines(pages: list[list[str]]) -> list[str]:
    """Take out and return the lines at the head or foot of most pages, and the numbers of pages."""
    dropped: list[str] = []
    ends = Counter(line.strip() for page in pages for line in {*page[:1], *page[-1:]} if line.strip())
    running = {line for line, count in ends.items() if count >= 3 and count * 2 > len(pages)}
    for page in pages:
        for at in (-1, 0):
            line = page[at].strip() if page else ""
            if line and (line in running or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line))):
                dropped.append(line)
                page.pop(at)
    return list(dict.fromkeys(dropped))
