"""Evaluators: each scores a case, or a whole report, in one dataclass. A new file here is found by itself."""
