"""Small files of each format, made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

PARAGRAPHS = (
    "The ferry sank on Monday near Orsk, the coastguard said in a statement to the press.",
    "All 48 passengers were saved, the coastguard said on Monday evening after a long search.",
    "The ship ran aground in thick fog, and nobody was hurt in the accident, the mayor said.",
)

HTML = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ferry sinks near Orsk - The Daily</title>
<meta name="author" content="Mara Ilves"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2021-08-16T10:00:00Z">
<meta property="og:title" content="Ferry sinks near Orsk"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport pages</a></li></ul></nav>
<article><h1>Ferry sinks near Orsk</h1>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}
<p>First line.<br>Second line of the paragraph.</p></article>
<aside>Subscribe to our newsletter!</aside><script>alert("evil")</script></body></html>"""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def part(name: str, text: str, *, raw: bool = False) -> bytes:
    """Return another part of a Word file, with a paragraph or with elements in it."""
    return f'<w:{name} xmlns:w="{_W}">{text if raw else paragraph(text)}</w:{name}>'.encode()


def docx(body: str, **more: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", more.pop("word/document.xml", document))
        archive.writestr(
            "docProps/core.xml",
            '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Ferry sinks</dc:title>'
            "<dc:creator>Mara Ilves</dc:creator><dcterms:created>2021-08-17T08:00:00Z</dcterms:created>"
            "</cp:coreProperties>",
        )
        for name, data in more.items():
            archive.writestr(name, data)
    return file.getvalue()


def archive_with(document: str) -> bytes:
    """Return an archive with a document alone."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return file.getvalue()


def pdf(pages: Sequence[Sequence[str]], declared: int | None = None) -> bytes:
    """Return a PDF with some lines a page, which may declare another number of pages."""
    objects: list[bytes] = []
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    number = count if declared is None else declared
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {number} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for at, lines in enumerate(pages):
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(
        b"<< /Title (Ferry sinks near Orsk) /Author (Mara Ilves) /CreationDate (D:20210817080000Z) >>"
    )
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for at, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (at, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    size, info = len(objects) + 1, len(objects)
    data += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        info,
        start,
    )
    return bytes(data)
