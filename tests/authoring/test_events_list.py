"""The events list as a spreadsheet: out of a scenario, back into it, and lists that others have made."""

from __future__ import annotations

import csv
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from exercise.authoring.events_list.bring_in import new_texts, plan_import, write_texts
from exercise.authoring.events_list.cells import escaped, shown, unescaped
from exercise.authoring.events_list.columns import map_headers
from exercise.authoring.events_list.export import export
from exercise.authoring.events_list.guard import EventsListError
from exercise.authoring.events_list.plan import Plan, SavedMapping
from exercise.authoring.events_list.sheets import read_sheets
from exercise.library.loader import LoadedScenario, load_scenario
from tests.support.shipped import SHIPPED

NONE = SavedMapping()
LAYOUTS = {
    "serials": (
        "Seq No;Date/Time Delivered;Inject Type;Delivery Method;Originator (From);Recipient (To);Inject description",
        "7;09:30;Key event;Phone;Border post;Tajikistan;The bridge is out.",
    ),
    "school": (
        "No.;Inject;Expected Outcome;Learning Points;Maximum (minutes) for each message",
        "7;The bridge is out.;They ask for a ferry;Ask early;10",
    ),
    "moves": (
        "Control Number;Description;Status;Time;Move;Group;Exercise Date;Type;Delivery Method;Title;From Org;To Org",
        "7;The bridge is out.;Draft;09:30;Move 2;Blue;2016-03-01;Event;Email;A bridge;Post;Tajikistan",
    ),
    "days": (
        "Inject Number;Title;Scheduled Date;Scheduled Time;Scenario Day;Scenario Time;Description;From;To;Method;"
        "Expected Action;Notes;Phase;Objectives;Status",
        "7;A bridge;2016-03-01;09:30;Day 2;14:30;The bridge is out.;Post;IOM;Radio;They ask;Slow;Phase 1;;Draft",
    ),
    "teams": (
        "Action to be taken;Timeline;Teams;Subject;Content;Comments;Expectation Description;Expectation Name;"
        "Expectation Score;Done/To do",
        "Send it;D+2 H+3;Tajikistan;A bridge;The bridge is out.;Slow;They ask;Ask;10;To do",
    ),
    "social": (
        "#;Real Time;Date;Subject;From;Player;Script;Picture Name;Photo;Profile;Poll",
        "7;09:30;2016-03-01;A bridge;Post;Tajikistan;The bridge is out.;;;;",
    ),
    "tabs": ("Serial;Event;Narrative;Track", "7;A bridge;The bridge is out.;Storyline 1"),
    "short": (
        "Event #;Event Time;Event Description;Responsible Controller;Recipient Player(s);"
        "Expected Outcome of Player Action",
        "7;09:30;The bridge is out.;J. Lead;Tajikistan;They ask for a ferry",
    ),
}


@pytest.fixture
def north(tmp_path: Path) -> Path:
    return _copy("northern-displacement", tmp_path)


def _copy(name: str, place: Path) -> Path:
    folder = place / name
    shutil.copytree(load_scenario(name).folder, folder)
    return folder


def _without(folder: Path, inject: str) -> str:
    """Return the file of injects without the lines of one."""
    text = (folder / "injects.yaml").read_text(encoding="utf-8")
    return re.sub(rf"^{inject}:\n(  .*\n)+", "", text, flags=re.MULTILINE)


def _plan(folder: Path, file: Path, saved: SavedMapping = NONE) -> tuple[LoadedScenario, Plan]:
    loaded = load_scenario(str(folder))
    return loaded, plan_import(loaded, file, saved, "en")


def _brought(folder: Path, file: Path) -> Plan:
    loaded, plan = _plan(folder, file)
    write_texts(new_texts(loaded, plan))
    load_scenario(str(folder))
    return plan


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("name", SHIPPED)
def test_what_was_written_and_read_again_changes_nothing(
    name: str, ending: str, tmp_path: Path
) -> None:
    file = tmp_path / f"list.{ending}"
    loaded = load_scenario(name)
    export(loaded, file)
    plan = plan_import(loaded, file, NONE, "en")
    assert {row.outcome for row in plan.rows} == {"same"}
    assert len(plan.rows) == len(loaded.bundle.injects())
    assert not any(row.told for row in plan.rows)


def test_a_changed_cell_changes_that_text_and_nothing_else(north: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    export(load_scenario(str(north)), file)
    book = load_workbook(file)
    sheet = book["Events list"]
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[1].value == "first_queue")
    row[heads.index("Text")].value = "One line.\nAnd another: with a colon."
    row[heads.index("Turn")].value = 3
    row[heads.index("To")].value = "Tajikistan, IOM"
    book.save(file)
    before = _without(north, "first_queue")
    plan = _brought(north, file)
    assert [(one.name, one.fields) for one in plan.rows if one.outcome != "same"] == [
        ("first_queue", ("turn", "to", "text"))
    ]
    assert _without(north, "first_queue") == before
    card = load_scenario(str(north)).bundle.scenario.injects["first_queue"]
    assert (card.turn, card.to, card.text) == (
        3, ("tajikistan", "iom"), "One line.\nAnd another: with a colon."
    )  # fmt: skip


def test_comments_and_layout_of_the_author_stay(north: Path, tmp_path: Path) -> None:
    path = north / "injects.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "  turn: 2\n", "  turn: 2  # not before the snow\n", 1
    )
    path.write_text(f"# our list\n{text}", encoding="utf-8")
    file = tmp_path / "list.csv"
    export(load_scenario(str(north)), file)
    rows = list(csv.reader(file.open(encoding="utf-8-sig", newline="")))
    second = next(row for row in rows[1:] if row[4] == "2")
    second[4] = "4"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)
    assert _brought(north, file).count("changed") == 1
    after = path.read_text(encoding="utf-8")
    assert after.startswith("# our list\n") and "turn: 4  # not before the snow" in after


@pytest.mark.parametrize("name", LAYOUTS)
def test_lists_that_others_have_made_are_understood(name: str, north: Path, tmp_path: Path) -> None:
    head, row = LAYOUTS[name]
    file = tmp_path / "theirs.csv"
    file.write_text(f"Exercise River;;\n;;\n{head}\n{row}\n", encoding="cp1251")
    plan = _brought(north, file)
    assert [one.outcome for one in plan.rows] == ["new"], plan.rows
    added = load_scenario(str(north)).bundle.scenario.injects[plan.rows[0].name]
    assert "bridge is out" in str(added.text) or "bridge is out" in str(added.title)
    told = (north / "injects.yaml").read_text(encoding="utf-8")
    for cell in row.split(";"):
        known = cell in (
            "7",
            "Key event",
            "Event",
            "Phone",
            "Radio",
            "Email",
            "Tajikistan",
            "IOM",
            "",
        )
        assert known or cell in told, f"'{cell}' was lost"


def test_a_row_that_cannot_be_taken_says_where_and_why(north: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        "Id,Title,Text,Turn,To,Method,Objectives,Type\n"
        "first_queue,,Text,99,Tajikstan,pigeon,prepare,\n"
        ",New one,Text,2,Marsians,,,Phone\n"
        "first_queue,Twice,,,,,,\n",
        encoding="utf-8",
    )  # fmt: skip
    _, plan = _plan(north, file)
    assert [row.outcome for row in plan.rows] == ["refused", "new", "refused"]
    assert plan.rows[0].told == [
        "list.csv!B2: this may not be empty",
        "list.csv!H2: this may not be empty",
        "list.csv!D2: '99' is no turn from 0 to 6",
        "list.csv!E2: 'Tajikstan' is no role or group of the scenario. Did you mean 'tajikistan'?",
        "list.csv!F2: 'pigeon' is no method; write one of briefing, report, phone, letter, media, meeting, radio,"
        " email",
        "list.csv!G2: there is no objective 'prepare'",
    ]
    assert (
        "list.csv!H3: 'Phone' is no kind of inject (it looks like a delivery method)"
        in plan.rows[1].told
    )
    assert plan.rows[2].told == [
        "list.csv!A4: 'first_queue' stands in row 2 already; give each row an id of its own"
    ]


def test_a_saved_mapping_says_what_a_column_holds_and_who_is_meant(
    north: Path, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Was\tWer\nThe bridge is out.\tCounty\n", encoding="utf-16")
    with pytest.raises(EventsListError, match="say with --map which column holds what"):
        _plan(north, file)
    saved = SavedMapping({"Was": "text", "Wer": "to"}, {"County": "ngo"})
    _, plan = _plan(north, file, saved)
    assert plan.added[0].values["to"] == ["ngo"]


def test_a_formula_is_a_value_or_is_refused(north: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Title", "Text"])
    sheet.append(["Plain", '=WEBSERVICE("http://example.org")'])
    file = tmp_path / "list.xlsx"
    book.save(file)
    _, plan = _plan(north, file)
    assert plan.rows[0].told == [
        "Sheet!B2: a formula without a stored value; open the workbook in a spreadsheet and save it"
    ]


@given(st.text(alphabet=st.sampled_from("'=+-@a \t\r\n")).map(str.strip))
def test_no_text_is_written_as_a_formula_and_each_is_read_as_it_was(text: str) -> None:
    written = escaped(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unescaped(written) == text


def test_values_of_cells_are_told_as_people_write_them() -> None:
    assert [shown(value) for value in (None, 2.0, 2.5, True, " x ")] == ["", "2", "2.5", "yes", "x"]


def test_a_whole_name_goes_before_a_part_of_one() -> None:
    mapped = map_headers(["Inject title (short)", "Title", "Time", "Subject line"])
    assert mapped.fields == {"title": 1} and set(mapped.noted.values()) == {
        "Inject title (short)", "Time", "Subject line",
    }  # fmt: skip


def _zipped(path: Path, **parts: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in {"[Content_Types].xml": "<x/>", **parts}.items():
            book.writestr(name, text)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.xlsx", b"", "this file is empty"),
        ("a.xlsx", b"abc", "this is no .xlsx workbook, whatever its name says"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0rest", "an old .xls or a workbook with a password"),
        ("a.xlsx", b"PK\x03\x04 broken", "this workbook is damaged"),
        ("a.xlsm", b"PK\x03\x04", "may hold macros; save it as .xlsx"),
        ("a.ods", b"PK\x03\x04", "an events list is an .xlsx or a .csv file"),
        ("a.csv", b"\x00\x01\x02\xff", "this is no text"),
        ("a.csv", b"x" * (3 * 1024 * 1024), "larger than 2 MiB"),
        ("a.xlsx", b"x" * (9 * 1024 * 1024), "larger than 8 MiB"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused(name: str, data: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(EventsListError) as caught:
        read_sheets(path)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"xl/worksheets/sheet1.xml": "<row/>" * 1_200_000}, "unpacks to 7 MiB"),
        ({"xl/sharedStrings.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}, "declares entities"),
        ({"xl/vbaProject.bin": "x"}, "holds macros"),
        ({f"xl/{n}.xml": "<x/>" for n in range(501)}, "more than 500 parts"),
        ({"xl/workbook.xml": "<x/>"}, "cannot be read"),
    ],
)
def test_hostile_workbooks_are_refused(parts: dict[str, str], told: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    _zipped(path, **parts)
    with pytest.raises(EventsListError) as caught:
        read_sheets(path)
    assert told in str(caught.value)
