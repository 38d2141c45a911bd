"""Errors of measuring.

OperatorError
├── SuiteError      a suite's file is wrong: the message names the file, the case and the field
├── SetError        a public set's file is wrong: the message names the file, the line and the field
├── TargetError     what should be asked cannot be
└── WorkerDied      a process that ran suites ended before they were done
WrongCall
└── UnknownSuite    no suite, or no case in it, has that name
LineleadError
├── CaseTimedOut    a case took longer than a case may
└── ModelMissing    a language model was asked and did not answer
"""

from __future__ import annotations

from app.errors import WrongCall
from knowledge.errors import LineleadError, OperatorError


class SuiteError(OperatorError):
    """A suite cannot be loaded; the message names the file, the case, the field and the remedy."""

    code = "suite_error"


class SetError(OperatorError):
    """A public set cannot be measured; the message names the file, the line and the field."""

    code = "set_error"


class TargetError(OperatorError):
    """A target cannot be asked: a server that does not answer, or an address that is none."""

    code = "target_error"


class WorkerDied(OperatorError):
    """A worker process ended by itself or was killed; the message says what it was doing."""

    code = "worker_died"


class UnknownSuite(WrongCall):
    """There is no suite or case of that name; the message lists those that exist."""

    code = "unknown_suite"


class ModelMissing(LineleadError):
    """The language model that is measured did not answer a case: quotes stood in for it, which say nothing of it."""

    code = "model_missing"


class CaseTimedOut(LineleadError):
    """A case was stopped because it took too long."""

    code = "case_timed_out"
