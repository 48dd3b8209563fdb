import gzip
import io
import sys

import pytest

from claimx.writers.compression import COMPRESSIONS, compression_of

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

UNPACK = {".gz": gzip.decompress, ".zst": zstd.decompress}
TEXT = "“It rained,” she said.\n".encode() * 50


def packed(ending: str) -> bytes:
    out = io.BytesIO()
    with COMPRESSIONS[ending](out) as stream:
        stream.write(TEXT)
    return out.getvalue()


@pytest.mark.parametrize("ending", COMPRESSIONS)
def test_what_is_packed_unpacks(ending):
    assert UNPACK[ending](packed(ending)) == TEXT
    assert len(packed(ending)) < len(TEXT) / 4


@pytest.mark.parametrize("ending", COMPRESSIONS)
def test_the_same_text_gives_the_same_bytes(ending, monkeypatch):
    first = packed(ending)
    monkeypatch.setattr("time.time", lambda: 1e9)
    assert packed(ending) == first


@pytest.mark.parametrize(("path", "ending"), [("a.csv.GZ", ".gz"), ("a.zst", ".zst"), ("a.csv", None), ("gz", None)])
def test_the_ending_of_a_name_tells_it(path, ending):
    assert compression_of(path) == ending
