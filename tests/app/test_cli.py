from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dirty_equals import IsFloat, IsInt, IsPartialDict, IsStr

import tools
from agents.registry import BUILT_IN, Registry
from agents.regression import Regression
from app.cli import main
from tools.discovery import find_capabilities

from .conftest import Ran

Command = Callable[..., Ran]


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_ask_reads_one_question_per_line_and_a_bad_line_does_not_stop_the_next(linelead: Command, data: Path) -> None:
    questions = [
        b"How hot must chicken be?",
        b"",
        b"a" * 8001,
        b"\xff\xfe\x00what",
        b"\x00\x01\x02\x03",
        b"@plumber the sink leaks",
        b"There is a fire in the kitchen!",
    ]
    ran = linelead("--data", data, "ask", "-", stdin=b"\n".join(questions) + b"\n")
    assert (ran.code, ran.err) == (1, "")
    answered, empty, long, not_utf8, binary, unknown, emergency = lines_of(ran.out)
    assert answered == IsPartialDict(
        question="How hot must chicken be?",
        route="safety",
        refused=False,
        milliseconds=IsFloat(gt=0),
    )
    assert "165 °F" in answered["answer"]
    assert answered["citations"][0] == {
        "marker": 1,
        "document": "Food safety handbook",
        "page": None,
        "boxes": [],
        "place": "",
        "confidence": None,
        "locator": IsPartialDict(kind="text", heading_path=["Food safety handbook", "Cooking temperatures"]),
        "heading_path": ["Food safety handbook", "Cooking temperatures"],
        "label": "",
        "quote": "Cook chicken and all poultry to an inside temperature of 165 °F for at least one second.",
        "score": IsFloat(ge=0, le=1),
        "span_id": IsStr,
        "document_id": IsStr,
        "name": "handbook.md",
        "collection": "safety",
    }
    assert empty == {
        "question": "",
        "error": {"code": "empty_question", "message": "The question is empty; write what you want to know."},
    }
    assert long["error"] == {
        "code": "question_too_long",
        "message": "The question has 8,001 characters; at most 8,000 are taken. Shorten it.",
    }
    assert not_utf8["error"] == {
        "code": "question_not_text",
        "message": "The question is not valid UTF-8; send it as UTF-8.",
    }
    assert binary["error"] == {
        "code": "question_not_text",
        "message": "The question holds bytes that are not text; send it as UTF-8 without control characters.",
    }
    assert unknown["error"] == {
        "code": "unknown_specialist",
        "message": f"There is no specialist 'plumber'. Choose one of: {', '.join(sorted(Registry.load().names))}.",
    }
    assert emergency == IsPartialDict(emergency="fire", route="safety")


def test_ask_prints_the_answer_and_its_numbered_sources(linelead: Command, data: Path) -> None:
    ran = linelead("--data", data, "ask", "The", "fryer", "shows", "E07")
    assert (ran.code, ran.err) == (0, "")
    answer, _, sources = ran.out.partition("\nSources\n")
    assert "Drain valve is open" in answer
    assert sources.splitlines()[0] == "  [1] FryMate 240 gas fryer, Error codes"


@pytest.mark.parametrize("words", [("ask", "how hot must chicken be"), ("ask", "--json", "hello"), ("chat",)])
def test_an_empty_library_is_told_with_what_to_do(linelead: Command, empty: Path, words: tuple[str, ...]) -> None:
    assert linelead("--data", empty, *words).err == (
        "The library is empty: take documents in with `linelead ingest PATH`, or the sample site with "
        "`linelead ingest --sample`.\n"
    )


def test_classify_prints_one_decision_per_line(linelead: Command, data: Path) -> None:
    questions = b"Ice machine drops half a batch\nhow do I sanitise a cutting board?\nwrite me a sonnet about Paris\n"
    ran = linelead("--data", data, "classify", "-", stdin=questions)
    assert (ran.code, ran.err) == (0, "")
    decisions = lines_of(ran.out)
    assert [decision["question"] for decision in decisions] == questions.decode().splitlines()
    assert decisions[0] == {
        "question": "Ice machine drops half a batch",
        "route": "equipment",
        "confidence": IsFloat(ge=0, le=1),
        "probabilities": IsPartialDict(equipment=IsFloat, safety=IsFloat),
        "routes": ["equipment"],
        "emergency": None,
        "reason": IsStr,
    }


def test_chat_keeps_the_conversation_and_answers_its_own_commands(linelead: Command, data: Path) -> None:
    lines = ["/why", "How do I filter the fryer oil?", "/why", "/sources", "/nonsense", "/new", "@plumber hi", "/exit"]
    ran = linelead("--data", data, "chat", stdin="\n".join([*lines, "never read"]).encode())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Nothing has been asked yet.\n")
    for said in (
        "Open the drain valve slowly.",
        "equipment (",
        "[1] FryMate 240 gas fryer",
        "There is no command /nonsense.",
        "A new conversation.",
        "! There is no specialist 'plumber'. Choose one of: ",
    ):
        assert said in ran.out
    assert "never read" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["ask", "--specialist", "plumber", "hi"], 1, "There is no specialist 'plumber'. Choose one of: equipment, "),
        (["ask", "--session", "s1", "hi"], 1, "There is no session 's1'; leave the session out to start a new one."),
        (["chat", "--session", "s1"], 1, "There is no session 's1'; leave the session out to start a new one."),
        (["chat", "--specialist", "plumber"], 1, "There is no specialist 'plumber'. Choose one of: equipment, "),
        (["ask", " "], 1, "The question is empty; write what you want to know."),
        (["documents", "show", "d1"], 1, "d1"),
        (["documents", "delete", "d1"], 1, "d1"),
        (["specialists", "show", "plumber"], 1, "There is no specialist 'plumber'. Choose one of: equipment, "),
        (["specialists", "new", "Plumber!"], 1, "'Plumber!' cannot be a specialist's name; use 2 to 40 lower-case "),
        (["specialists", "new", "safety"], 1, "There is a specialist 'safety' already, in "),
        (["ingest"], 1, "Nothing to take in: name files or folders, or use --sample."),
        (
            ["serve", "--host", "0.0.0.0"],
            3,
            "The host is '0.0.0.0', which other machines can reach, and ",
        ),
        (
            ["--config", "missing.yaml", "settings"],
            3,
            "The settings file 'missing.yaml' is not a file; correct --config or ",
        ),
        (["serve", "--port", "70000"], 3, "The setting port (LINELEAD_PORT) is 70000: Input should be less than "),
        (["--model", "nobody:none", "ask", "hi"], 3, "The setting model (LINELEAD_MODEL) is 'nobody:none': "),
    ],
)
def test_what_cannot_be_done_is_one_line_on_stderr(
    linelead: Command, data: Path, arguments: list[str], code: int, sentence: str
) -> None:
    ran = linelead("--data", data, *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("linelead: ")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"site: [Harbour\n", "is not valid YAML at line 2; check quotes, colons and indents."),
        (b"- site\n", "must hold one 'setting: value' a line."),
        (b"site: caf\xe9\n", "cannot be read as UTF-8 text (UnicodeDecodeError)."),
        (
            b"threshold: 7\n",
            "The setting threshold (LINELEAD_THRESHOLD) is '7': Input should be less than or equal to 1.",
        ),
    ],
)
def test_a_damaged_settings_file_is_named_with_what_is_wrong_in_it(
    linelead: Command, tmp_path: Path, text: bytes, sentence: str
) -> None:
    config = tmp_path / "linelead.yaml"
    config.write_bytes(text)
    ran = linelead("--config", config, "settings")
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert ran.err.endswith(f"{sentence}\n")


def test_a_value_in_the_settings_file_counts_as_it_is_written(linelead: Command, tmp_path: Path) -> None:
    config = tmp_path / "linelead.yaml"
    config.write_text(
        "emergency_number: 000\nsite: 1955\nport: 9000\nthreshold: 0.5\nlog_content: yes\nspecialists:\n"
        "max_megabytes: {.pdf: 80}\n",
        "utf-8",
    )
    shown = json.loads(linelead("--config", config, "settings", "--json").out)
    names = ("emergency_number", "site", "port", "threshold", "log_content", "specialists", "max_megabytes")
    assert [shown[name] for name in names] == ["000", "1955", 9000, 0.5, True, None, {".pdf": 80}]
    config.write_text("# nothing is set yet\n", "utf-8")
    assert linelead("--config", config, "settings").code == 0


def test_a_variable_that_is_no_setting_is_warned_of_once(
    linelead: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MODLE", "COLOUR", "CONFIG", "DATA"):
        monkeypatch.setenv(f"LINELEAD_{name}", "")
    ran = linelead("--data", tmp_path / "data", "ingest", tmp_path / "nothing")
    assert sorted(ran.err.splitlines()) == [
        "linelead: The environment variable LINELEAD_COLOUR is no setting; `linelead settings` names those there are.",
        "linelead: The environment variable LINELEAD_MODLE is no setting; did you mean LINELEAD_MODEL?",
    ]


def test_a_wrong_call_shows_the_usage(linelead: Command) -> None:
    ran = linelead("nonsense")
    assert ran.code == 2
    assert "No such command 'nonsense'" in ran.err


def test_ingest_reports_every_file_and_goes_on_after_a_bad_one(linelead: Command, tmp_path: Path) -> None:
    folder = tmp_path / "manuals"
    (folder / "bar").mkdir(parents=True)
    (folder / "bar" / "shaker.md").write_text("# Shaker\n\nRinse the shaker after every drink.\n", "utf-8")
    (folder / "notes.txt").write_text("The spare key is in the office.\n", "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (folder / "lying.pdf").write_bytes(b"PK\x03\x04 this is a zip file's beginning" + bytes(100))
    (folder / "empty.md").write_bytes(b"")
    (folder / "photo.xyz").write_bytes(b"x")
    (folder / ".hidden.md").write_text("# Hidden\n", "utf-8")
    data = tmp_path / "data"
    ran = linelead("--data", data, "ingest", folder, tmp_path / "missing", "--json")
    assert (ran.code, ran.err) == (1, "")
    report = json.loads(ran.out)
    assert [(d["collection"], d["name"], d["state"], d["unchanged"]) for d in report["documents"]] == [
        ("general", "notes.txt", "ready", False),
        ("bar", "shaker.md", "ready", False),
    ]
    assert {Path(f["path"]).name: f["code"] for f in report["failed"]} == {
        "broken.pdf": "corrupted",
        "lying.pdf": "invalid_content",
        "empty.md": "invalid_content",
        "missing": "not_found",
    }
    assert all(f["message"].endswith(".") and "\n" not in f["message"] for f in report["failed"])
    assert report["skipped"] == [
        {"path": str(folder / "photo.xyz"), "reason": IsStr(regex=r"\.xyz files are not read; those that are: .*")}
    ]
    again = linelead("--data", data, "ingest", folder / "bar" / "shaker.md", "--collection", "bar", "--pages")
    assert again.code == 0
    assert again.out.splitlines()[0] == f"[1/1] same     {folder}/bar/shaker.md"
    assert "page    1:" in again.out
    assert again.out.splitlines()[-1] == "1 document, 1 page; 0 failed, 0 skipped."


def test_every_path_may_be_relative_to_the_folder_of_the_call(
    linelead: Command, fitted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(fitted, Path(".linelead", "router"))
    Path("note.md").write_text("# Ice machine\n\nDescale the ice machine every six months.\n", "utf-8")
    taken = linelead("ingest", "note.md")
    assert (taken.code, taken.err) == (0, "")
    assert taken.out.splitlines()[-1] == "1 document, 1 page; 0 failed, 0 skipped."
    assert "every six months" in linelead("ask", "how often do we descale the ice machine").out


def test_documents_are_listed_shown_and_deleted(linelead: Command, data: Path) -> None:
    listed = json.loads(linelead("--data", data, "documents", "list", "--json").out)["documents"]
    assert [document["name"] for document in listed] == ["fryer.md", "oven.md", "allergens.csv", "handbook.md"]
    shown = json.loads(linelead("--data", data, "documents", "show", listed[0]["id"], "--json").out)
    assert shown == IsPartialDict(name="fryer.md", page_reports=[IsPartialDict(page=1, blocks=IsInt(gt=5))])
    deleted = linelead("--data", data, "documents", "delete", listed[0]["id"])
    assert (deleted.code, deleted.out) == (0, "Deleted equipment/fryer.md.\n")
    left = json.loads(linelead("--data", data, "documents", "list", "--json").out)["documents"]
    assert left == listed[1:]
    assert linelead("--data", data, "reindex").code == 0


def test_a_new_specialist_is_written_loaded_and_checked(linelead: Command, empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "specialists"
    config = tmp_path / "linelead.yaml"
    config.write_text(f"data: {empty}\nspecialists: {folder}\n", "utf-8")
    written = linelead("specialists", "new", "hoist", "--folder", folder)
    assert (written.code, written.out.splitlines()[0]) == (0, str(folder / "hoist.md"))
    listed = json.loads(linelead("--config", config, "specialists", "list", "--json").out)["specialists"]
    assert listed[-1] == {
        "name": "hoist",
        "title": "Hoist",
        "description": "Questions about the hoist.",
        "examples": ["How do I use the hoist?", "What must I check on the hoist before I start?"],
        "capabilities": ["KnowledgeSearch"],
        "must_retrieve": True,
        "fallback": False,
        "file": "hoist.md",
    }
    checked = linelead("--config", config, "specialists", "check", "hoist", "--json")
    report = json.loads(checked.out)
    assert (checked.code, report["names"], report["routed"], report["cases"]) == (0, ["hoist"], 1, 1)
    before = (folder / "hoist.md").read_text("utf-8")
    again = linelead("--config", config, "specialists", "new", "hoist")
    assert (again.code, again.err) == (
        1,
        f"linelead: There is a specialist 'hoist' already, in {folder}/hoist.md; "
        "edit that file or choose another name.\n",
    )
    assert (folder / "hoist.md").read_text("utf-8") == before


def test_a_new_specialist_is_not_written_where_it_would_be_lost(
    linelead: Command, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    told = linelead("--data", empty, "specialists", "new", "hoist", "--folder", own)
    assert told.out.splitlines() == [
        str(own / "hoist.md"),
        f"So that it is found, set LINELEAD_SPECIALISTS to {own}.",
        "Fill in the examples and the instructions, then: linelead specialists check hoist",
    ]
    remedy = "Set LINELEAD_SPECIALISTS to a folder of your own that can be written, or name one with --folder.\n"
    closed = linelead("--data", empty, "specialists", "new", "hoist", "--folder", own / "hoist.md")
    assert (closed.code, closed.out) == (3, "")
    assert closed.err == f"linelead: {own}/hoist.md/hoist.md cannot be written (File exists). {remedy}"
    installed = shutil.copytree(BUILT_IN, tmp_path / "site-packages" / "agents" / "specialists")
    before = sorted(installed.iterdir())
    monkeypatch.setattr("agents.registry.BUILT_IN", installed)
    refused = linelead("--data", empty, "specialists", "new", "hoist")
    assert (refused.code, refused.out, refused.err.count("\n")) == (3, "", 1)
    assert str(installed) in refused.err
    assert refused.err.endswith(remedy)
    assert sorted(installed.iterdir()) == before
    (tmp_path / "site-packages" / "pyproject.toml").touch()  # as in a checkout
    written = linelead("--data", empty, "specialists", "new", "hoist")
    assert (written.code, written.out.splitlines()[0]) == (0, str(installed / "hoist.md"))


def test_what_is_no_specialists_file_is_passed_by(linelead: Command, tmp_path: Path) -> None:
    config = tmp_path / "linelead.yaml"
    folder = tmp_path / "specialists"
    config.write_text(f"specialists: {folder}\n", "utf-8")
    linelead("specialists", "new", "hoist", "--folder", folder)
    hoist = (folder / "hoist.md").read_text("utf-8")
    (folder / "Dock.md").write_text(hoist.replace("hoist", "dock"), "utf-8")
    for name in ("README.md", "readme.md", ".draft.md", "Café notes.md", "hoist.md~", "notes.txt"):
        (folder / name).write_bytes(b"# Our notes, caf\xe9\n")
    for name in ("__pycache__", ".git", "old.md"):
        (folder / name).mkdir()
    listed = json.loads(linelead("--config", config, "specialists", "list", "--json").out)["specialists"]
    assert [specialist["file"] for specialist in listed[-2:]] == ["Dock.md", "hoist.md"]
    (folder / "yard.md").write_text("You help in the yard.\n", "utf-8")
    forgotten = linelead("--config", config, "specialists", "list")
    assert (forgotten.code, f"{folder}/yard.md has no front matter; " in forgotten.err) == (3, True)


def test_check_warns_of_examples_that_overlap_anothers(linelead: Command, empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "specialists"
    config = tmp_path / "linelead.yaml"
    config.write_text(f"data: {empty}\nspecialists: {folder}\n", "utf-8")
    taken = json.loads(linelead("specialists", "show", "equipment", "--json").out)["examples"][0]
    examples = ["--example", taken, "--example", "How do copycats purr?"]
    linelead("specialists", "new", "copycat", "--folder", folder, *examples)
    report = json.loads(linelead("--config", config, "specialists", "check", "copycat", "--json").out)
    assert report["overlaps"] == [
        {
            "specialist": "copycat",
            "example": taken,
            "other": "equipment",
            "other_example": taken,
            "cosine": IsFloat(approx=1.0, delta=0.01),
        }
    ]


def test_check_scores_the_routing_with_and_without_a_specialist_and_fits_each_once(
    linelead: Command, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "specialists"
    config = tmp_path / "linelead.yaml"
    config.write_text(f"data: {empty}\nspecialists: {folder}\n", "utf-8")
    taken = json.loads(linelead("specialists", "show", "equipment", "--json").out)["examples"]
    greedy = [part for example in taken for part in ("--example", example)]
    linelead("specialists", "new", "greedy", "--folder", folder, *greedy)
    parts: list[bytes] = []

    def solve(regression: Regression, rows: Any) -> Any:
        parts.append(rows.tobytes())
        return solved(regression, rows)

    solved = Regression._solve  # pyright: ignore[reportPrivateUsage] - the seconds that are to be spent once
    monkeypatch.setattr(Regression, "_solve", solve)
    scores = json.loads(linelead("--config", config, "specialists", "check", "greedy", "--json").out)["scores"]
    assert len(parts) == len(set(parts)) > 10, "no part of the examples is learned from twice"
    assert [score["questions"] for score in scores] == [
        "examples, each held out once",
        "questions of the routing suite",
    ]
    for score in scores:
        assert score["others"] > 300
        assert score["others_right"] < score["others_right_without"], "a copy takes questions from its original"
    assert [score["own"] for score in scores] == [len(taken), 0]
    ran = linelead("--config", config, "specialists", "check", "greedy")
    assert ran.err.splitlines() == [
        "Scoring the routing, each example held out once …",
        "Scoring it without greedy …",
        "Routing the eval questions, and looking for examples that overlap …",
    ]
    assert ran.out.startswith("Loaded 1 specialist: greedy\n")
    assert f"! Routed right, {scores[0]['questions']}: the others' {scores[0]['others_right_without']} of " in ran.out
    everybody = linelead("--data", empty, "specialists", "check").out
    assert f"Routed right, {scores[1]['questions']}: " in everybody


def test_the_doctor_finds_a_sound_folder_sound_and_names_the_remedy_of_an_unsound_one(
    linelead: Command, data: Path
) -> None:
    sound = linelead("--data", data, "doctor", "--json")
    checks = {check["name"]: check["state"] for check in json.loads(sound.out)["checks"]}
    assert (sound.code, set(checks.values()) - {"ok", "warn"}) == (0, set())
    assert checks["index"] == checks["catalogue"] == checks["specialists"] == "ok"
    (data / "sessions.sqlite").write_bytes(b"not a database" * 100)
    unsound = linelead("--data", data, "doctor")
    assert unsound.code == 1
    assert "✗ sessions: " in unsound.out
    assert "Restore it from a backup" in unsound.out


def test_a_reader_that_goes_away_is_no_error(data: Path) -> None:
    command = f"{sys.executable} -m app.cli --data {data} settings | true"
    piped = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=30, check=False)
    assert piped.stderr == ""


def test_help_waits_for_no_library_but_the_command_lines_own() -> None:
    """0.3 s on a quiet machine; what else the program stands on would take ten times that to import."""
    helped = [sys.executable, "-X", "importtime", "-m", "app.cli", "--help"]
    done = subprocess.run(helped, capture_output=True, text=True, timeout=60, check=True)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    slow = {"chromadb", "fastapi", "numpy", "onnxruntime", "pydantic", "pydantic_ai", "sklearn", "sqlalchemy", "torch"}
    assert "typer" in imported
    assert imported & slow == set()


@pytest.mark.parametrize(
    "command",
    "ask|chat|classify|ingest|documents list|documents show|documents delete|reindex|specialists list|specialists show|"
    "specialists new|specialists check|serve|doctor|settings|keys create|keys list|keys revoke|collections list|"
    "collections set|audit".split("|"),
)
def test_every_command_has_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help"]) == 0
    shown = capsys.readouterr().out
    assert "Examples:" in shown
    assert f"linelead {command}" in shown


def test_a_tool_that_cannot_be_imported_is_named_with_the_cause(
    linelead: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clock.py").write_text("import nosuch\n", "utf-8")
    monkeypatch.setattr(tools, "__path__", [*tools.__path__, str(tmp_path)])
    find_capabilities.cache_clear()
    ran = linelead("--data", tmp_path / "data", "ask", "what time is it")
    assert (ran.code, ran.err) == (
        3,
        f"linelead: {tmp_path / 'clock.py'} cannot be imported (ModuleNotFoundError: No module named 'nosuch'); "
        "mend it, or take it away.\n",
    )
