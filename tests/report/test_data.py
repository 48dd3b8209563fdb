import base64
import gzip
import json

from claimx.report.data import CHUNK, PageData, pack
from tests.report.make import envelopes


def unpacked(text: str) -> object:
    return json.loads(gzip.decompress(base64.b64decode(text)))


def test_packing_gives_the_same_bytes_for_the_same_text():
    assert pack('"Ein Satz – und noch einer"') == pack('"Ein Satz – und noch einer"')
    assert unpacked(pack('"Ein Satz – und noch einer"')) == "Ein Satz – und noch einer"


def test_lone_halves_of_characters_are_no_obstacle():
    assert unpacked(pack('"a\udc80b"')) == "a\udc80b"


def test_a_document_loses_nothing_that_is_shown():
    [envelope] = envelopes()
    data = PageData([envelope])
    [[kept]] = map(unpacked, data.chunks())
    assert kept["doc"] == envelope["doc"]
    head = envelope["claims"][0]["doc"]
    assert [{**claim, "doc": head} for claim in kept["claims"]] == envelope["claims"]


def test_the_index_tells_where_chunks_end_and_what_a_list_shows():
    data = PageData(envelopes(90, sentences=20))
    chunks = [*map(unpacked, data.chunks())]
    index = unpacked(data.index())
    heads = index["documents"]
    assert len(chunks) > 1
    assert max(len(json.dumps(chunk)) for chunk in chunks) < 2 * CHUNK
    ends = [number for number, head in enumerate(heads) if head.get("last")]
    assert [len(chunk) for chunk in chunks] == [b - a for a, b in zip([-1, *ends], ends, strict=False)]
    assert heads[1] == {
        "id": "port1.txt",
        "title": "Boats counted in port 1",
        "published": "2024-03-05",
        "publisher": "Port Courier",
        "words": heads[1]["words"],
        "claims": 20,
        "sources": 5,
        "figures": 20,
        "top": 0.96,
    }


def test_the_key_is_that_of_the_data():
    keys = set()
    for count in (1, 1, 2):
        data = PageData(envelopes(count))
        list(data.chunks())
        keys.add(unpacked(data.index())["key"])
    assert len(keys) == 2


def test_the_index_tells_whose_surname_stands_alone():
    first, second = envelopes(2)
    for claim in second["claims"]:
        if claim["source"]["name"] == "Odo Velt":
            claim["source"]["name"] = "Velt"
    data = PageData([first, second])
    [*data.chunks()]
    index = unpacked(data.index())
    assert index["persons"] == {"Velt": "Odo Velt"}
    assert index["leading"] == ["Ana Ruiz", "Odo Velt", "Mira Sand", "Tom Berg"]
