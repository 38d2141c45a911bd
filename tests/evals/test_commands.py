"""`linelead eval` as people call it, and the page on how to extend it, step by step."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.main import get_command

from agents import registry
from app.cli import main
from app.errors import EXIT_OPERATOR
from app.main import create_app
from app.settings import Settings
from app.version import Commit, read_commit
from app.wiring import build
from evals import benchmarks, command
from evals.cli import app
from evals.public.figures import Figure, Form, Measuring
from evals.reports import load
from evals.suites import SHIPPED, find_suites
from tests.app.conftest import on_a_port

from .conftest import editor_faults, metered_provider

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "evals" / "README.md").read_text("utf-8")
FILES = dict(re.findall(r"^Write `([^`]+)`:\n\n```\w+\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
CODES = """# Whether a code that several machines share is asked back.
name: codes
cases:
  - inputs: what does E05 mean
    expected_output: {route: equipment, asks: true}
    metadata: {split: report}
evaluators: [AsksBack]
report_evaluators:
  - AtLeast: {metric: asks_back, value: 1}
"""
COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def linelead(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs the command in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The files that the page tells to write, in a folder."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_the_page_lists_every_suite_command_and_option() -> None:
    assert set(re.findall(r"^\| `([a-z][a-z-]*)` \|", PAGE, re.MULTILINE)) == set(find_suites(SHIPPED))
    command = get_command(app)
    commands = getattr(command, "commands", {})
    assert [name for name in commands if name != "run" and f"linelead eval {name}" not in PAGE] == []
    run = commands["run"]
    known = {option for parameter in run.params for option in parameter.opts if option.startswith("--")}
    named = set(re.findall(r"^\| `(--[a-z-]+)` \|", PAGE, re.MULTILINE))
    assert named <= known
    assert known - named == {"--all", "--at-once", "--timeout"}, "the page names all but the small ones"


def test_the_page_and_the_help_tell_every_exit_code(linelead: Command) -> None:
    told = set(re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE))
    assert told == {str(code) for code in (*command.EXIT_CODES.values(), EXIT_OPERATOR)}
    assert told == set(re.findall(r"(?<= )(\d+):", linelead("eval", "--help").out))


def test_a_newcomer_adds_a_case_and_an_evaluator_by_following_the_page(written: Path, linelead: Command) -> None:
    commands = [shlex.split(line)[1:] for line in COMMANDS if "my-suites" in line]
    assert [command[1] for command in commands] == ["schema", "--suites"]
    schema, ran = [linelead(*command) for command in commands]
    assert (schema.code, ran.code) == (0, 0), ran.out + ran.err
    assert "✓ brief ≥ 1: 1.000" in ran.out
    assert "✓ passed" in ran.out
    known = (written / "my-suites" / "cases.schema.json").read_text("utf-8")
    assert '"Brief"' in known, "the editor knows the new evaluator"
    assert editor_faults(written / "my-suites", FILES["my-suites/manners/cases.yaml"]) == []
    [saved] = (written / ".linelead" / "evals").glob("*.json")
    report = load(saved)
    assert (report.about.library, len(report.about.index_version), len(report.suites[0].dataset_hash)) == (
        "the sample site",
        12,
        12,
    )
    assert report.suites[0].meanings["brief"] == "The answer has no more words than wanted."


def test_the_page_shows_how_a_suite_becomes_tests(written: Path) -> None:
    cases, tests = written / "my-suites" / "manners" / "cases.yaml", written / "test_manners.py"
    curt = written / "my-suites" / "curt" / "cases.yaml"
    curt.parent.mkdir()
    curt.write_text(cases.read_text("utf-8").replace("Brief: 40", "Brief: 1").replace("manners", "curt"), "utf-8")
    (written / "test_curt.py").write_text(tests.read_text("utf-8").replace('"manners"', '"curt"'), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests.name, "test_curt.py"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=written, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert "2 failed, 4 passed" in done.stdout, done.stdout + done.stderr
    assert "AssertionError: hello there: brief: " in done.stdout
    assert "AssertionError: brief ≥ 1: 0.000 (0.00–0.79), 1 case; against it: hello there" in done.stdout


def test_a_broken_expectation_turns_a_suite_red_and_names_the_case(written: Path, linelead: Command) -> None:
    cases = written / "my-suites" / "manners" / "cases.yaml"
    before = linelead("eval", "--suites", "my-suites", "--output", "before.json")
    assert before.code == 0
    cases.write_text(cases.read_text("utf-8").replace("Brief: 40", "Brief: 1"), "utf-8")
    ran = linelead(
        *("eval", "manners", "--suites", "my-suites", "--baseline", "before.json", "--output", "now.json"),
        *("--html", "report.html", "--junit", "report.xml"),
    )
    assert ran.code == 1
    assert re.search(r"✗ brief ≥ 1: 0.000 \(0.00–0.79\), 1 case; against it: hello there\n", ran.out)
    assert re.search(r"✗ broken  manners \(report\): hello there: brief: \d+ words, at most 1 are wanted\n", ran.out)
    assert re.search(r"\nSaved as now.json, report.html, report.xml\n", ran.out)
    assert "against it" in (written / "report.xml").read_text("utf-8")
    assert "Against the baseline" in (written / "report.html").read_text("utf-8")
    compared = linelead("eval", "compare", "before.json", "now.json")
    assert (compared.code, "broken" in compared.out) == (1, True)
    assert linelead("eval", "page", "now.json", "again.html").code == 0
    assert (written / "again.html").is_file()


def test_a_broken_specialist_turns_a_suite_red_and_names_the_case(
    linelead: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite = tmp_path / "own-suites" / "codes" / "cases.yaml"
    suite.parent.mkdir(parents=True)
    suite.write_text(CODES, "utf-8")
    assert linelead("eval", "--suites", "own-suites", "--output", "before.json").code == 0
    broken = tmp_path / "specialists"
    shutil.copytree(registry.BUILT_IN, broken)
    equipment = (broken / "equipment.md").read_text("utf-8")
    assert "  - ErrorCodes\n" in equipment
    (broken / "equipment.md").write_text(equipment.replace("  - ErrorCodes\n", ""), "utf-8")
    monkeypatch.setattr(registry, "BUILT_IN", broken)
    ran = linelead("eval", "--suites", "own-suites", "--baseline", "before.json")
    assert ran.code == 1
    assert "The file of the specialist equipment is another one." in ran.out
    assert re.search(r"✗ asks_back ≥ 1: 0.000 .*; against it: what does E05 mean\n", ran.out), ran.out


def test_wrong_calls_are_one_line(linelead: Command, written: Path) -> None:
    unknown = linelead("eval", "manner", "--suites", "my-suites")
    assert (unknown.code, unknown.err) == (
        2,
        "linelead: There is no suite 'manner' in my-suites. Did you mean 'manners'? The suites are: manners.\n",
    )
    no_case = linelead("eval", "--suites", "my-suites", "--case", "zebra")
    assert (no_case.code, no_case.err) == (
        2,
        "linelead: No case of manners has 'zebra' in its name; `linelead eval list` shows the cases.\n",
    )
    nowhere = linelead("eval", "--suites", "my-suites", "--target", "http://127.0.0.1:9")
    assert nowhere.code == 3
    assert nowhere.err.startswith("linelead: http://127.0.0.1:9/info does not answer (ConnectError).")
    for target in ("nonsense", "localhost:8000"):
        assert linelead("eval", "--suites", "my-suites", "--target", target) == Ran(
            3,
            "",
            f"linelead: --target is {target!r}: Unknown model: {target}. A target is 'embedded', a PydanticAI model "
            "string such as 'openai:gpt-5-mini', or a running server's address, with http:// or https://.\n",
        )
    assert linelead("eval", "--suites", "my-suites", "--judge", "nonsense") == Ran(
        3,
        "",
        "linelead: --judge is 'nonsense': Unknown model: nonsense. A judge is a PydanticAI model string such as "
        "'openai:gpt-5-mini'.\n",
    )


def test_an_evaluator_that_raises_is_named_with_the_case_and_what_it_raised(written: Path, linelead: Command) -> None:
    evaluators = (written / "my-suites").rename(written / "raising") / "evaluators.py"
    evaluators.write_text(evaluators.read_text("utf-8").replace(".split())", ".split())[7]"), "utf-8")
    ran = linelead("eval", "--suites", "raising", "--html", "report.html")
    why = "“hello there”: TypeError: 'int' object is not subscriptable"
    assert (ran.code, f"✗ brief ≥ 1 (failed: the evaluator brief could not judge {why})\n" in ran.out) == (1, True)
    page = unescape((written / "report.html").read_text("utf-8"))
    assert "2 cases ended in an error, the first is “hello there”: brief could not judge it: TypeError: 'int'" in page


def test_a_case_for_a_specialist_who_is_not_there_is_refused(written: Path, linelead: Command) -> None:
    cases = written / "my-suites" / "manners" / "cases.yaml"
    right = cases.read_text("utf-8")
    for field, wrong in (("route", "route: personna"), ("routes", "routes: [persona, personna]")):
        cases.write_text(right.replace("{route: persona}", f"{{{wrong}}}"), "utf-8")
        assert linelead("eval", "--suites", "my-suites") == Ran(
            3,
            "",
            f"linelead: my-suites/manners/cases.yaml: case 2 (“thanks”): expected_output.{field}: there is no "
            "specialist 'personna'. Did you mean 'persona'? The specialists are: equipment, operations, persona, "
            "research, safety, tutor; 'none' is nobody.\n",
        )
    cases.write_text(right.replace("{route: persona}", "{route: none}"), "utf-8")
    assert linelead("eval", "--suites", "my-suites").code == 0, "nobody may be expected; no threshold judges this one"


PLANTED = """# What only the sample site can be asked.
name: planted
cases:
  - inputs: {question: how often is it oiled, planted: [{title: A, text: It is oiled daily.}]}
    expected_output: {says: [daily]}
    metadata: {split: report}
evaluators: [Says]
report_evaluators:
  - AtLeast: {metric: says, value: 1}
"""


def test_a_run_that_judged_nothing_is_no_success_and_a_suite_without_data_is_named(
    written: Path, linelead: Command, sample_data: Path
) -> None:
    shutil.copytree(sample_data, written / "library")
    (written / "my-suites" / "planted").mkdir()
    (written / "my-suites" / "planted" / "cases.yaml").write_text(PLANTED, "utf-8")
    over = ("--suites", "my-suites", "--data", "library", "--output", "r.json")
    alone = linelead("eval", "planted", *over)
    why = "planted had nothing to judge: documents are only planted beside the sample site\n"
    assert alone.code == 2
    assert why in alone.out
    assert "Nothing was judged: name other suites, or ask another --target or --data" in alone.err
    both = linelead("eval", *over)
    assert both.code == 0, "the other suite was judged"
    assert why in both.out


def test_a_folder_without_documents_is_refused_and_left_as_it_was(written: Path, linelead: Command) -> None:
    assert linelead("eval", "--suites", "my-suites", "--data", "libary") == Ran(
        3, "", "linelead: There is no library in libary; correct the folder after --data.\n"
    )
    assert not (written / "libary").exists()
    with build(Settings(data=written / "library", model="embedded")):
        pass
    empty = linelead("eval", "--suites", "my-suites", "--data", "library")
    assert (empty.code, empty.err.splitlines()[-1]) == (
        3,
        "linelead: The library in library holds no documents; take some in, or leave --data out.",
    )


HEAT = """# What a server is asked.
name: heat
cases:
  - {inputs: how hot must chicken be, expected_output: {route: safety, says: ["165"]}, metadata: {split: report}}
evaluators: [RouteIsRight, Says]
report_evaluators:
  - AtLeast: {metric: route_is_right, value: 1}
"""


def test_the_report_of_a_server_tells_the_server_and_what_it_spent(
    linelead: Command, sample_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite = tmp_path / "own-suites" / "heat" / "cases.yaml"
    suite.parent.mkdir(parents=True)
    suite.write_text(HEAT, "utf-8")
    shutil.copytree(sample_data, tmp_path / "data")
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    with metered_provider("Chicken is safe at 165 °F.", tokens_in=1000, tokens_out=200) as url:
        monkeypatch.setenv("OPENAI_BASE_URL", url)
        settings = Settings(data=tmp_path / "data", model="openai-chat:gpt-4o-mini", sample_turns=1)
        with TestClient(create_app(settings)) as client, on_a_port(client) as address:
            ran = linelead("eval", "--suites", "own-suites", "--target", address, "--output", "r.json")
            told = client.get("/info").json()
            assert client.get("/api/v1/quality").json()["turns"] == 0, "it is no live turn"
    assert ran.code == 0, ran.out + ran.err
    report = load(tmp_path / "r.json")
    assert (report.about.model, report.about.index_version) == ("openai-chat:gpt-4o-mini", told["index_version"])
    assert report.commit == Commit(version=told["version"], sha=told["commit"])
    assert report.measured_by == read_commit()
    assert "measured by " in ran.out
    assert (report.usage.input_tokens, report.usage.output_tokens) == (1000, 200)
    assert "1,000 tokens in, 200 out; cost $0.0" in ran.out


@pytest.mark.parametrize("option", ["--output", "--html", "--junit"])
def test_a_file_that_cannot_be_written_is_refused_before_the_run(written: Path, linelead: Command, option: str) -> None:
    (written / "file").touch()
    for place, why in (("my-suites", "my-suites is a folder; name a file in it."), ("file/x", "cannot be written (")):
        ran = linelead("eval", "--suites", "my-suites", option, place)
        assert ran.code == 2
        assert why in ran.err
        assert option in ran.err
    assert not (written / ".linelead").exists(), "nothing was run"


def test_a_narrow_terminal_breaks_no_metrics_name(
    written: Path, linelead: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    ran = linelead("eval", "--suites", "my-suites")
    assert re.search(r"^  route_is_right +1\.000", ran.out, re.MULTILINE), ran.out


def test_a_schema_without_suites_or_that_cannot_be_written_is_one_line(written: Path, linelead: Command) -> None:
    assert linelead("eval", "schema", "--suites", "my-suite") == Ran(
        3, "", "linelead: There is no suite in my-suite; a suite is a folder in it with a file cases.yaml.\n"
    )
    assert not (written / "my-suite").exists()
    (written / "my-suites" / "cases.schema.json").mkdir()
    assert linelead("eval", "schema", "--suites", "my-suites") == Ran(
        3, "", "linelead: my-suites/cases.schema.json cannot be written (Is a directory); name another file.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names there")
def test_a_report_is_written_into_a_pipe_that_stays_one(written: Path, linelead: Command) -> None:
    os.mkfifo(written / "pipe")
    reading = os.open(written / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert linelead("eval", "--suites", "my-suites", "--output", "pipe").code == 0
    assert os.read(reading, 11) == b'{"format":1'
    assert (written / "pipe").is_fifo()


def test_a_data_folder_that_takes_no_report_is_refused_before_the_run(written: Path, linelead: Command) -> None:
    (written / ".linelead").mkdir()
    (written / ".linelead" / "evals").touch()
    ran = linelead("eval", "--suites", "my-suites")
    assert ran.code == 2
    assert "cannot be written (" in ran.err
    assert "the data folder" in ran.err


def test_two_runs_that_end_in_one_second_are_both_kept(
    written: Path, linelead: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "now", lambda: "2026-03-01T12:00:00+00:00")
    for _ in range(2):
        assert linelead("eval", "--suites", "my-suites", "--workers", "1").code == 0
    kept = sorted(path.name for path in (written / ".linelead" / "evals").glob("*.json"))
    assert kept == ["2026-03-01T12-00-00-2.json", "2026-03-01T12-00-00.json"]


def test_signs_that_the_terminal_lacks_are_question_marks(
    written: Path, linelead: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed := io.BytesIO(), "ascii", write_through=True))
    assert linelead("eval", "--suites", "my-suites").code == 0
    assert b"? brief ? 1: 1.000" in printed.getvalue()


def test_the_suites_are_listed(linelead: Command) -> None:
    listed = linelead("eval", "list")
    assert listed.code == 0
    for name in find_suites(SHIPPED):
        assert re.search(rf"^{name} \(\d+ report, \d+ tune\): \w", listed.out, re.MULTILINE)
    assert re.search(r"^  report  \w", linelead("eval", "list", "routing").out, re.MULTILINE)


def test_ctrl_c_saves_what_was_done(written: Path) -> None:
    evaluators = written / "my-suites" / "evaluators.py"
    slowly = "        Path('asked').touch()\n        time.sleep(0.2)\n        count = len"
    text = evaluators.read_text("utf-8").replace("        count = len", slowly)
    evaluators.write_text(f"import time\nfrom pathlib import Path\n{text}", "utf-8")
    command = [
        sys.executable,
        "-m",
        "app.cli",
        "eval",
        "--suites",
        "my-suites",
        "--repeat",
        "500",
        "--output",
        "r.json",
    ]
    process = subprocess.Popen(
        command, cwd=written, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    )
    until = time.monotonic() + 120
    while not (written / "asked").exists():
        assert time.monotonic() < until, "nothing was asked in time"
        assert process.poll() is None
        time.sleep(0.05)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Interrupted; what was done by then is in r.json" in out
    report = load(written / "r.json")
    assert report.state == "stopped"
    assert 0 < len(report.suites[0].splits["report"].report.cases) < 500


def test_a_package_that_brings_a_broken_command_does_not_take_the_others_along(tmp_path: Path) -> None:
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[linelead.commands]\nbroken = broken.commands:app\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"}
    command = [sys.executable, "-m", "app.cli", "eval", "list", "persona"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout.partition(" (")[0]) == (0, "persona")
    assert done.stderr == ("The command 'broken' (broken.commands:app) cannot be loaded: No module named 'broken'\n")


def measure(folder: Path, how: Measuring) -> Iterable[Figure]:
    how.tell(f"measuring {folder.name}")
    yield Figure("passages", folder.name, 3, "nDCG@10", 0.8, bar=0.7, half_width=0.02)
    yield Figure("passages", folder.name, 3, "recall@10", 0.71, bar=0.7, half_width=0.02)
    yield Figure("planted", folder.name, 3, "quoted first", 0.04, bar=0.05, less_is_better=True)
    yield Figure("passages", folder.name, 0, "later turns", None, note="no later turns")


def test_public_sets_are_found_by_their_form_and_held_against_the_bars(
    linelead: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first", "second", "other"):
        (tmp_path / "sets" / name).mkdir(parents=True)
    for name in ("first", "second"):
        (tmp_path / "sets" / name / "corpus.jsonl").touch()
    form = Form("passages for questions", lambda folder: (folder / "corpus.jsonl").is_file(), measure)
    monkeypatch.setattr(benchmarks, "find_forms", lambda: [form])
    ran = linelead("eval", "bench", "--data", "sets", "--set", "sec", "--json", "figures.json")
    assert ran.code == 0
    assert ran.err == "second (passages for questions)\nmeasuring second\n"
    rows = [re.split(r" {2,}", line.strip()) for line in ran.out.splitlines()]
    assert rows[1:] == [
        ["second"],
        ["passages: nDCG@10", "3", "0.800", "0.700 ± 0.020", "better"],
        ["passages: recall@10", "3", "0.710", "0.700 ± 0.020", "level"],
        ["planted: quoted first", "3", "0.040", "0.050", "better"],
        ["passages: later turns", "0", "no data"],
        ["no later turns"],
    ]
    figures: list[dict[str, Any]] = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert [(figure["value"], figure["standing"]) for figure in figures] == [
        (0.8, "better"),
        (0.71, "level"),
        (0.04, "better"),
        (None, "no data"),
    ]
    nothing = linelead("eval", "bench", "--data", "sets", "--set", "third")
    assert (nothing.code, nothing.err) == (
        3,
        "linelead: sets has no set to measure of that name. It has: first, second. The forms are: passages for "
        "questions.\n",
    )

    def stopped(folder: Path, how: Measuring) -> Iterable[Figure]:
        yield next(iter(measure(folder, how)))
        raise KeyboardInterrupt

    monkeypatch.setattr(benchmarks, "find_forms", lambda: [replace(form, measure=stopped)])
    (tmp_path / "figures.json").unlink()
    assert linelead("eval", "bench", "--data", "sets", "--json", "figures.json").code == 130
    assert len(json.loads((tmp_path / "figures.json").read_text("utf-8"))) == 1, "what was measured is kept"
    monkeypatch.setattr(benchmarks, "find_forms", lambda: [form])
    untuned = linelead("eval", "bench", "--data", "sets", "--tune")
    assert (untuned.code, untuned.err) == (
        3,
        "linelead: sets has no set to tune on. The forms are: passages for questions.\n",
    )


def test_a_set_that_is_wrong_is_told_by_file_line_and_field_and_the_others_are_measured(
    linelead: Command, tmp_path: Path
) -> None:
    turn = {"history": ["what does E05 mean", "It is hot."], "text": "and E06?", "rewrite": "", "needs_context": True}
    files: dict[str, list[str]] = {
        "a-broken/turns.jsonl": [json.dumps(turn), '{"text": "and'],
        "b-typed/turns.jsonl": [json.dumps(turn | {"needs_context": "yes"})],
        "c-short/corpus.jsonl": [json.dumps({"_id": "a", "title": "A"})],
        "c-short/queries.jsonl": [json.dumps({"_id": "q", "text": "a"})],
        "c-short/qrels.tsv": ["q\ta\t1"],
        "d-empty/train.jsonl": [json.dumps({"text": "a", "label": "b"})],
        "d-empty/test.jsonl": [],
        "e-lost/paragraphs.jsonl": [json.dumps({"id": "a", "text": "A.", "sentences": ["A."]})],
        "e-lost/questions.jsonl": [json.dumps({"text": "a", "paragraph": "b", "answers": [], "gold": []})],
        "z-good/turns.jsonl": [json.dumps(turn)],
    }
    for name, lines in files.items():
        path = tmp_path / "sets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), "utf-8")
    ran = linelead("eval", "bench", "--data", "sets")
    assert ran.code == 1
    assert [line.partition(": ")[::2] for line in ran.err.splitlines() if " could not be measured: " in line] == [
        (
            "a-broken could not be measured",
            "sets/a-broken/turns.jsonl, line 2: it is not JSON (Unterminated string starting at: "
            "line 1 column 10 (char 9)).",
        ),
        (
            "b-typed could not be measured",
            "sets/b-typed/turns.jsonl, line 1: field 'needs_context' must be true or false.",
        ),
        ("c-short could not be measured", "sets/c-short/corpus.jsonl, line 1: there is no field 'text'."),
        ("d-empty could not be measured", "sets/d-empty/test.jsonl is empty."),
        (
            "e-lost could not be measured",
            "sets/e-lost/questions.jsonl, line 1: field 'paragraph' names 'b', which is none of paragraphs.jsonl.",
        ),
    ]
    assert ran.err.endswith("Could not be measured: a-broken, b-typed, c-short, d-empty, e-lost; why stands above.\n")
    assert "z-good" in ran.out, "the set after them is measured"


def test_the_products_own_forms_are_found() -> None:
    assert "passages for questions" in [form.name for form in benchmarks.find_forms()]
