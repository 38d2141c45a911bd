"""A run as JUnit XML, as build servers read it: a test suite per suite, a test case per case and per threshold."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from evals.files import write_file
from evals.reports import SavedReport, SuiteReport

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def write_junit(report: SavedReport, path: Path) -> None:
    """Writes a run as JUnit XML that is as red or green as the run.

    What fails in it is what fails the run: missed thresholds and what broke, and cases only where these are judged
    instead of thresholds, since only some were asked. Other cases that went wrong are skipped, with why as the message.
    """
    root = Element("testsuites", name="linelead eval", time=f"{report.seconds:.3f}")
    for suite in report.suites:
        root.append(_suite(suite, report.created_at))
    indent(root)
    write_file(path, tostring(root, encoding="utf-8", xml_declaration=True).decode())


def _suite(suite: SuiteReport, created_at: str) -> Element:
    element = Element("testsuite", name=suite.name, time=f"{suite.seconds:.3f}", timestamp=created_at)
    counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}

    def add(group: str, name: str, kind: str, reason: str) -> None:
        case = SubElement(element, "testcase", classname=f"{suite.name}.{group}", name=_clean(name))
        counts["tests"] += 1
        if kind:
            plural = {"failure": "failures", "error": "errors", "skipped": "skipped"}[kind]
            counts[plural] += 1
            SubElement(case, kind, message=_clean(reason)).text = _clean(reason)

    kinds = {"passed": "", "failed": "failure", "error": "error", "no data": "skipped", "not judged": "skipped"}
    for check in suite.checks:
        told = check.reason or f"{check.value:.3f}; against it: {', '.join(check.failing) or 'no single case'}"
        add("thresholds", check.rule, kinds[check.state], told)
    for split, part in suite.splits.items():
        for case in part.cases:
            told, kind = "; ".join(case.reasons), kinds[case.state]
            if case.state == "failed" and not suite.narrowed:
                told, kind = f"not as expected, but only thresholds are judged: {told}", "skipped"
            add(split, case.name, kind, told)
    for fault in suite.faults:
        add("thresholds", fault.partition(":")[0], "error", fault)
    for name, count in counts.items():
        element.set(name, str(count))
    return element


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("�", text)
