"""Reading files: whatever lies there becomes a page or a fault that says what to do, and the rest goes on."""

import gzip
import io
import json
from pathlib import Path

import pytest

from tocsin.pages import Page
from tocsin.sources import Unreadable, read_pages
from tocsin.sources import files as module

NEWS_ZH = "国内锡锭现货价格昨日上涨一千二百元，冶炼厂计划本月检修，市场供应减少，贸易商报价坚挺。"
NEWS_HANT = "國內錫錠現貨價格昨日上漲一千二百元，冶煉廠計劃本月檢修，市場供應減少，貿易商報價堅挺。"


def _read(path: Path) -> list[Page | Unreadable]:
    return list(read_pages([path]))


def _only(path: Path) -> Page:
    (page,) = _read(path)
    assert isinstance(page, Page), page
    return page


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (NEWS_ZH, "utf-8"),
        (NEWS_ZH, "utf-8-sig"),
        (NEWS_ZH, "utf-16"),
        (NEWS_ZH, "gb18030"),
        (NEWS_HANT, "big5"),
        ("Zinc rose 3% in Liège – “a thaw”, said a trader.", "cp1252"),
        ("Zinc rose 3% in a week, traders said.", "utf-16-le"),
    ],
)
def test_a_text_is_decoded_whatever_its_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert _only(tmp_path / "a.txt").text.lstrip("\ufeff") == text


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        ("Le zinc a été relevé – « très cher », déjà", "utf-8", "cp1252"),
        (NEWS_ZH, "utf-8", "latin-1"),
        (NEWS_ZH, "gb18030", "latin-1"),
        (NEWS_HANT, "big5", "latin-1"),
    ],
)
def test_text_that_was_read_as_the_wrong_encoding_is_mended(tmp_path: Path, text: str, written: str, read: str) -> None:
    (tmp_path / "a.txt").write_text(text.encode(written).decode(read), encoding="utf-8")
    assert _only(tmp_path / "a.txt").text == text


@pytest.mark.parametrize("lost", [1, 2])
def test_a_text_cut_within_its_last_character_is_read_without_it(tmp_path: Path, lost: int) -> None:
    text = "钨精矿报价上调，每吨十四万元"
    (tmp_path / "a.txt").write_bytes(text.encode()[:-lost])
    assert _only(tmp_path / "a.txt").text == text[:-1]


def test_letters_with_accents_are_no_garble(tmp_path: Path) -> None:
    text = "Čeští, łódzcy a été où naïve façade: ÅÄÖ åäö ñandú – 3 % über Zürich, São Tomé."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert _only(tmp_path / "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04....", "ZIP archive"),
        (bytes(range(32)) * 40, "is binary"),
        (b"\xff\xfe\x00\xd8\x00", "breaks at byte"),
        (b"\x81\xff\xfe\x80" * 50, "no encoding"),
        (("zinc \ufffd" * 60).encode(), "damaged"),
    ],
)
def test_what_is_no_text_is_told_with_place_reason_and_remedy(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text("Zinc rose.")
    fault, page = read_pages([tmp_path])
    assert isinstance(fault, Unreadable)
    assert fault.place.endswith("a.txt")
    assert reason in fault.reason
    assert fault.remedy
    assert isinstance(page, Page)


def test_a_file_above_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PAGE_BYTES", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"zinc " * 250_000)
    (tmp_path / "b.jsonl").write_text('{"text": "' + "x" * 1_100_000 + '"}\n{"text": "Zinc rose."}\n')
    first, second, third = read_pages([tmp_path])
    assert isinstance(first, Unreadable)
    assert "larger than 1 MB" in first.reason
    assert isinstance(second, Unreadable)
    assert second.place.endswith("b.jsonl:1")
    assert isinstance(third, Page)


def test_json_lines_are_a_page_a_line_with_the_fields_of_the_right_form(tmp_path: Path) -> None:
    lines = [
        {"text": "Zinc rose.", "id": "x 1", "title": "Zinc", "publisher": 7, "published_at": "2025-03-01", "extra": {}},
        {"text": "Lead fell.", "id": 12, "source": "desk", "url": None, "language": ["en"]},
        {"text": "Tin stood still.", "id": ""},
    ]
    for name, opener in (("a.jsonl", open), ("b.jsonl.gz", gzip.open)):
        with opener(tmp_path / name, "wt", encoding="utf-8") as file:
            file.write("\n\n".join(json.dumps(line) for line in lines))
        pages = [page for page in _read(tmp_path / name) if isinstance(page, Page)]
        assert [(p.id, p.title, p.publisher, p.source) for p in pages] == [
            ("x 1", "Zinc", None, "files"),
            ("12", None, None, "desk"),
            (None, None, None, "files"),
        ]
        assert [p.published_at for p in pages] == ["2025-03-01", None, None]


@pytest.mark.parametrize("name", ["published_at", "published", "date_published", "pubDate", "date"])
def test_the_day_of_publication_is_read_by_each_name_that_producers_give_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Zinc rose.", name: "2025-03-01"}) + "\n")
    pages = [page for page in _read(tmp_path / "a.jsonl") if isinstance(page, Page)]
    assert [page.published_at for page in pages] == ["2025-03-01"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{not json", "cannot be read as JSON"),
        (b"[1, 2]", "is a list, not an object"),
        (b'"text"', "is a string, not an object"),
        (b"{}", "has no field `text`"),
        (b'{"text": 5}', "has a number in its field `text`"),
        (b'{"text": "  "}', "has an empty text"),
        (b"[" * 200_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_told_and_the_next_one_read(tmp_path: Path, line: bytes, reason: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(line + b'\n{"text": "Zinc rose."}\n')
    fault, page = _read(tmp_path / "a.jsonl")
    assert isinstance(fault, Unreadable)
    assert fault.place.endswith("a.jsonl:1")
    assert reason in fault.reason
    assert isinstance(page, Page)


def test_json_that_states_half_a_character_is_read_without_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "zinc", "id": "a\\ud800"}\n')
    assert _only(tmp_path / "a.jsonl").id == "a\ufffd"


def test_a_folder_is_read_in_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden"):
        (tmp_path / name).write_text(name)
    assert [page.text for page in _read(tmp_path) if isinstance(page, Page)] == ["a.md", "b.txt", "sub/c.txt"]


def test_missing_files_and_empty_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.jsonl.gz").write_bytes(b"no gzip")
    found = [*_read(tmp_path / "nothing.txt"), *_read(tmp_path / "empty"), *_read(tmp_path / "x.jsonl.gz")]
    assert [fault.reason for fault in found if isinstance(fault, Unreadable)] == [
        "does not exist",
        "is a folder without files",
        "is no gzip file, whatever its name says",
    ]


def test_a_circle_of_links_and_a_name_too_long_are_told_and_the_next_file_read(tmp_path: Path) -> None:
    circle, long, news = tmp_path / "circle.txt", tmp_path / ("n" * 5_000), tmp_path / "news.txt"
    circle.symlink_to(circle)
    news.write_text("Tin rose.", "utf-8")
    *faults, page = read_pages([circle, long, news])
    assert [isinstance(fault, Unreadable) for fault in faults] == [True, True]
    assert isinstance(page, Page)


def test_a_gzip_bomb_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PAGE_BYTES", 1_000_000)
    with gzip.open(tmp_path / "a.txt.gz", "wb") as file:
        file.write(b"0" * 20_000_000)
    (fault,) = _read(tmp_path / "a.txt.gz")
    assert isinstance(fault, Unreadable)


def test_html_is_told_by_its_name_or_its_beginning(tmp_path: Path) -> None:
    html = "<!DOCTYPE html><html><body><p>Zinc rose.</p></body></html>"
    (tmp_path / "a.html").write_text(html)
    (tmp_path / "b").write_text("\n" + html)
    (tmp_path / "c.html").write_bytes(f'<html><meta charset="gb2312"><p>{NEWS_ZH}</p></html>'.encode("gb18030"))
    pages = [page for page in _read(tmp_path) if isinstance(page, Page)]
    assert [page.html is not None for page in pages] == [True, True, True]
    assert NEWS_ZH in (pages[2].html or "")


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"Zinc rose.\nTin fell.", ["Zinc rose.\nTin fell."]),
        (b'{"text": "Zinc rose."}\n{"text": "Tin fell."}\n', ["Zinc rose.", "Tin fell."]),
    ],
)
def test_standard_input_is_a_page_or_json_lines(data: bytes, texts: list[str]) -> None:
    found = list(read_pages(["-"], io.BytesIO(data)))
    assert [page.text for page in found if isinstance(page, Page)] == texts
    assert all(page.document == "-" for page in found if isinstance(page, Page))


def test_a_json_file_holds_one_page_or_several(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": "Zinc rose."}, {"title": "no text"}, {"text": "Tin fell."}]))
    one, fault, two = _read(tmp_path / "a.json")
    assert isinstance(fault, Unreadable)
    assert fault.place.endswith("a.json[2]")
    assert [page.text for page in (one, two) if isinstance(page, Page)] == ["Zinc rose.", "Tin fell."]


def test_a_number_of_any_length_in_another_field_refuses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Zinc rose.", "n": ' + b"9" * 50_000 + b"}\n")
    (page,) = _read(tmp_path / "a.jsonl")
    assert isinstance(page, Page)
    assert page.text == "Zinc rose."
