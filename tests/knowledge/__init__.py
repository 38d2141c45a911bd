"""Documents into passages. The tests to inherit say what they compared when they fail, as others do."""

import pytest

pytest.register_assert_rewrite("tests.knowledge.conformance")
