"""CPU time of reading each format against extracting the same articles, and the memory that large files take.

    python -m benchmarks.reading FOLDER

The folder's .txt files are written in each format (by the makers of the tests); each is read, and the plain texts are
extracted, in one process. The share is the reading's time of the extraction's; the machine drops out of it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from claimx.articles.reading import read_articles
from claimx.pipeline import Extractor
from claimx.records import Article
from tests.articles.readers import files

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # before anything that reads them is opened

Make = Callable[[Sequence[str]], dict[str, bytes]]


def _each(ending: str, make: Callable[[Sequence[str]], bytes]) -> Make:
    """A file for each article."""
    return lambda texts: {f"{n}{ending}": make(text.split("\n\n")) for n, text in enumerate(texts)}


def _table(ending: str, make: Callable[[list[dict[str, str]]], bytes]) -> Make:
    """One file for all articles."""
    return lambda texts: {f"all{ending}": make([{"text": text, "date": "2024-03-05"} for text in texts])}


def _zip(texts: Sequence[str]) -> dict[str, bytes]:
    return {"all.zip": files.zip_file({f"{n}.txt": text.encode() for n, text in enumerate(texts)})}


def _rows(records: list[dict[str, str]]) -> bytes:
    return files.xlsx([[*records[0]], *[[*record.values()] for record in records]])


#: The formats, as one makes them of texts.
FORMATS: dict[str, Make] = {
    "plain text": _each(".txt", lambda parts: "\n\n".join(parts).encode()),
    "Markdown": _each(".md", lambda parts: "\n\n".join(parts).encode()),
    "web pages": _each(".html", files.html),
    "PDF": _each(".pdf", lambda parts: files.pdf(["\n\n".join(parts).encode("latin-1", "replace").decode("latin-1")])),
    "Word": _each(".docx", files.docx),
    "mail": _each(".eml", lambda parts: files.eml("\n\n".join(parts))),
    "CSV": _table(".csv", files.csv_file),
    "CSV, gzip": _table(".csv.gz", lambda records: gzip.compress(files.csv_file(records))),
    "Excel": _table(".xlsx", _rows),
    "Parquet": _table(".parquet", files.parquet),
    "feed": lambda texts: {"all.xml": files.rss(*(text.replace("]]>", "") for text in texts))},
    "WARC": lambda texts: {"all.warc.gz": files.warc(*(files.html(text.split("\n\n")) for text in texts), gz=True)},
    "ZIP": _zip,
}


def _fail(error: Exception) -> None:
    print(error, file=sys.stderr)


def measure(texts: Sequence[str]) -> None:
    """Print for each format milliseconds an article and the share of the extraction's time."""
    extractor = Extractor()
    extractor.extract("“It rains,” said Ann Lee on Monday.")  # opens the models
    began = time.process_time()
    for _ in extractor.pipe(Article(text) for text in texts):
        pass
    extracting = time.process_time() - began
    print(f"extracting     {1000 * extracting / len(texts):7.1f} ms an article, {len(texts)} articles", flush=True)
    for name, make in FORMATS.items():
        with tempfile.TemporaryDirectory() as folder:
            for file, content in make(texts).items():
                (Path(folder) / file).write_bytes(content)
            for _ in range(2):  # the first time opens the library
                began = time.process_time()
                count = sum(1 for _ in read_articles([folder], on_error=_fail))
                spent = time.process_time() - began
        print(
            f"{name:14} {1000 * spent / max(count, 1):7.1f} ms an article, {spent / extracting:6.1%}, {count} read",
            flush=True,
        )


def measure_memory(text: str, rows: int) -> None:
    """Print how much memory the reading of a large packed table takes at most, beside what is taken before."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.csv.gz"
        with gzip.open(path, "wt", compresslevel=1, newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(["text", "id"])
            writer.writerows((f"{text} {number}", number) for number in range(rows))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        count = sum(1 for _ in read_articles([str(path)], on_error=_fail))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = count * len(text) / 1e6
    grown = (after - before) / 1024
    print(f"{count:,} rows of {size:,.0f} MB in a packed CSV: {grown:.0f} MB more at the most", flush=True)


def main() -> None:
    """Read the arguments and print all figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=40, help="so many of them")
    parser.add_argument("--rows", type=int, default=100_000, help="of the large table")
    args = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))[: args.articles]]
    measure_memory(max(texts, key=len)[:5000], args.rows)  # first, since the parser and the models take more
    measure(texts)


if __name__ == "__main__":
    main()
