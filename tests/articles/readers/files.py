"""Files of every format that claimx reads, made at test time from the same articles."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Sequence

PARAGRAPHS = (
    "Ferry crews in Tellmar voted on Monday to walk out, their union said in a letter to its members.",
    "“We will not sail until the lifeboats are mended,” said Ana Ruiz, who leads the union of the crews.",
    "The ferry company denied that more than 300 of its boats were unsafe, and called the vote a mistake.",
)
TEXT = "\n\n".join(PARAGRAPHS)
TITLE = "Crews walk out"
RECORD = {"text": TEXT, "id": "ferry", "title": TITLE, "date": "2024-03-05", "author": "Ann Lee"}


def html(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = f'<title>{TITLE}</title><meta property="article:published_time" content="2024-03-05T10:00:00Z">'
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body><article>{body}</article></body></html>'
    )
    return page.encode()


def pdf(pages: Sequence[str] = (TEXT,), *, password: str | None = None) -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_font("Helvetica", size=12)
    for page in pages:
        made.add_page()
        made.multi_cell(0, 6, page.replace("“", '"').replace("”", '"'))
    if password is not None:
        made.set_encryption(owner_password="owner", user_password=password)
    return bytes(made.output())


def docx(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet(records: Sequence[dict]) -> bytes:
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([*records]), out)
    return out.getvalue()


def csv_file(records: Sequence[dict], separator: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [*records[0]], delimiter=separator)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode(encoding)


def eml(text: str = TEXT, kind: str = "plain") -> bytes:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "Ann Lee <ann@a.example>", TITLE, "Tue, 05 Mar 2024 10:30:00 +0100"
    mail.set_content(text, subtype=kind)
    return mail.as_bytes()


def mhtml() -> bytes:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["Subject"] = TITLE
    mail.set_content(html().decode(), subtype="html")
    mail["Content-Location"] = "https://tellmar.example/ferry"
    mail.make_related()
    return mail.as_bytes()


def rss(*texts: str) -> bytes:
    items = "".join(
        f"<item><title>{TITLE}</title><link>https://tellmar.example/{n}</link>"
        f"<pubDate>Tue, 05 Mar 2024 10:30:00 GMT</pubDate>"
        f"<description><![CDATA[{text}]]></description></item>"
        for n, text in enumerate(texts)
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Tellmar Post</title>{items}</channel></rss>'.encode()
    )


def warc(*pages: bytes, status: str = "200 OK", gz: bool = False) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gz)
    for number, page in enumerate(pages):
        headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        url = f"https://tellmar.example/{number}"
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(page), http_headers=headers))
    return out.getvalue()


def zip_file(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tar_file(members: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    from backports import zstd as compression

    return compression.compress(data)


def every_format() -> dict[str, bytes]:
    """A file of each format that holds the article, by its name."""
    text = TEXT.encode()
    lines = (json.dumps(RECORD) + "\n").encode()
    return {
        "a.txt": text,
        "a.md": f"---\ndate: 2024-03-05\n---\n# {TITLE}\n\n{TEXT}".encode(),
        "a.html": html(),
        "a.pdf": pdf(),
        "a.docx": docx(),
        "a.eml": eml(),
        "html.eml": eml("".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS), "html"),
        "a.mhtml": mhtml(),
        "a.jsonl": lines,
        "a.json": json.dumps([RECORD]).encode(),
        "one.json": json.dumps(RECORD).encode(),
        "in.json": json.dumps({"status": "ok", "articles": [RECORD]}).encode(),
        "lines.json": lines + lines.replace(b'"id": "ferry"', b'"id": "second"'),
        "a.csv": csv_file([RECORD]),
        "semicolon.csv": csv_file([RECORD], ";", "utf-8-sig"),
        "cp1252.csv": csv_file([RECORD], ";", "cp1252"),
        "a.tsv": csv_file([RECORD], "\t"),
        "a.xlsx": xlsx([["Our list"], [*RECORD], [*RECORD.values()]]),
        "a.parquet": parquet([RECORD]),
        "a.xml": rss("".join(f"&lt;p>{paragraph}&lt;/p>".replace("&lt;", "<") for paragraph in PARAGRAPHS)),
        "a.warc": warc(html()),
        "a.warc.gz": warc(html(), html(), gz=True),
        "a.txt.gz": gzip.compress(text),
        "a.jsonl.zst": zstd(lines),
        "a.csv.bz2": bz2.compress(csv_file([RECORD])),
        "a.html.xz": lzma.compress(html()),
        "a.zip": zip_file(
            {
                "in/a.txt": text,
                "in/b.html": html(),
                "c.pdf": pdf(),
                "d.docx": docx(),
                "e.jsonl.gz": gzip.compress(lines),
            }
        ),
        "a.tar": tar_file({"in/a.txt": text, "d.docx": docx()}),
        "a.tgz": tar_file({"in/a.txt": text}, "w:gz"),
        "a.tar.zst": zstd(tar_file({"in/a.txt": text})),
    }
