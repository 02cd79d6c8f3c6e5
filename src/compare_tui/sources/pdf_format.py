"""PDF: the text of the pages, its lines joined to paragraphs. Runs in a process of its own."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping

from compare_tui.article.clean import clean
from compare_tui.article.layout import lay_out
from compare_tui.sources.extract import MOST_CHARACTERS, Extract, FormatError, one_line

MOST_PAGES = 500
"""Pages of an article; a longer file is a book."""

_NARROWEST = 16
"""Characters of a line in a narrow column."""

_MOST_RUNNING = 3
"""Lines at the head or foot of a page that stand on the others, too."""

_HYPHENATED = re.compile(r"([^\W\d_]+)[-\u2010\xad]\n([^\W\d_]+)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_PAGE_NUMBER = re.compile(r"\s*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*", re.IGNORECASE)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read_pdf(data: bytes) -> Extract:
    """Return the text of a PDF.

    Args:
        data: The file.

    Raises:
        FormatError: The file is broken, locked, too long, or holds no text.
        ImportError: pypdf is not installed.
    """
    import logging

    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

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
            text = page.extract_text().translate(_LIGATURES)
            length += len(text)
            if length > MOST_CHARACTERS:
                raise FormatError(f"it holds more than {MOST_CHARACTERS // 10**6} million characters")
            pages.append(text.splitlines())
        facts: Mapping[str, object] = reader.metadata or {}
        title, author = str(facts.get("/Title") or ""), str(facts.get("/Author") or "")
        made = _DATE.match(str(facts.get("/CreationDate") or ""))
    except (FormatError, MemoryError):
        raise
    except DependencyError:
        raise FormatError(
            "the PDF is encrypted with AES, which needs cryptography: python3 -m pip install cryptography"
        ) from None
    except (PyPdfError, RecursionError) as error:
        raise FormatError(f"it is a broken PDF: {error or type(error).__name__}") from None
    except Exception as error:
        # A broken file can raise anything inside the library.
        raise FormatError(f"it is a broken PDF: {type(error).__name__}: {error}") from None
    title = one_line(title)
    dropped = _running_lines(pages, title)
    if pages and title:
        _set_apart(pages[0], title)
    text = without_hyphens("\n".join(line for page in pages for line in page))
    if not text.strip():
        raise FormatError("the PDF holds no text: it may be a scan, which needs text recognition first")
    return Extract(
        pieces=_pieces(text),
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


def _running_lines(pages: list[list[str]], title: str) -> list[str]:
    """Take out and return the lines at the head or foot of most pages, and the numbers of pages.

    The title stays where it stands first.
    """
    dropped: list[str] = []
    ends = Counter(
        form
        for page in pages
        for form in {_form(line) for line in page[:_MOST_RUNNING] + page[-_MOST_RUNNING:]}
    )
    inside = {_form(line) for page in pages for line in page[_MOST_RUNNING:-_MOST_RUNNING]}
    running = {form for form, count in ends.items() if count >= 2 and count * 2 > len(pages)} - inside - {""}
    for page in pages:
        for at in (-1, 0):
            for _ in range(_MOST_RUNNING):
                line = page[at].strip() if page else ""
                is_number = len(pages) > 1 and _PAGE_NUMBER.fullmatch(line)
                if not is_number and (_form(line) not in running or (page is pages[0] and line == title)):
                    break
                dropped.append(line)
                page.pop(at)
    return list(dict.fromkeys(dropped))


def _set_apart(page: list[str], title: str) -> None:
    """Put blank lines around the title, on however many lines of its page it stands."""
    for start in range(min(10, len(page))):
        for end in range(start + 1, start + 5):
            if one_line(" ".join(page[start:end])) == title:
                page[start:end] = ["", title, ""]
                return


def _form(line: str) -> str:
    """Return what a line has in common with the same line on other pages; nothing without a letter."""
    return re.sub(r"\d+", "0", one_line(line)) if any(map(str.isalpha, line)) else ""


def without_hyphens(text: str) -> str:
    """Return a text with the words joined that a hyphen parts at the end of a line.

    The hyphen stays where the text elsewhere has it within a line.
    """
    inside = set(re.findall(r"\b[^\W\d_]+-[^\W\d_]+\b", text))

    def whole(match: re.Match[str]) -> str:
        if not (match[1][-1].islower() and match[2][0].islower()):
            return match[0]
        written = f"{match[1]}-{match[2]}"
        return written if written in inside else match[1] + match[2]

    return _HYPHENATED.sub(whole, text)


def _pieces(text: str) -> list[tuple[str, str]]:
    # The layout is told by cleaned characters, which stand where the others stand.
    _, blocks = lay_out(clean(text), least_width=_NARROWEST)
    return [(block.kind, text[block.start : block.end]) for block in blocks]
