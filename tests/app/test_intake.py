from __future__ import annotations

from pathlib import Path

from app.intake import Outcome, Source, find_sources, sample_sources
from knowledge.library import Library


def test_a_file_belongs_to_the_first_folder_below_the_one_given(tmp_path: Path) -> None:
    for name in ("top.md", "bar/shaker.md", "bar/mixers/blender.md", ".git/config.md", "bar/~$shaker.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Text\n", "utf-8")
    assert list(find_sources([tmp_path], None)) == [
        Source(tmp_path / "top.md", "general", "top.md"),
        Source(tmp_path / "bar/shaker.md", "bar", "shaker.md"),
        Source(tmp_path / "bar/mixers/blender.md", "bar", "mixers/blender.md"),
    ]
    assert list(find_sources([tmp_path / "bar"], "drinks")) == [
        Source(tmp_path / "bar/shaker.md", "drinks", "shaker.md"),
        Source(tmp_path / "bar/mixers/blender.md", "drinks", "mixers/blender.md"),
    ]


def test_a_path_that_brings_nothing_says_so(tmp_path: Path) -> None:
    missing, empty = find_sources([tmp_path / "missing", tmp_path], None)
    assert (missing, empty) == (
        Outcome(
            tmp_path / "missing",
            code="not_found",
            reason=f"There is no file or folder '{tmp_path}/missing'; check the path.",
        ),
        Outcome(tmp_path, code="not_found", reason=f"The folder '{tmp_path}' holds no files; check the path."),
    )


async def test_the_sample_site_is_not_mixed_with_documents_of_ones_own(library: Library, tmp_path: Path) -> None:
    assert {source.collection for source in sample_sources(library)} >= {"equipment", "safety"}
    (tmp_path / "own.md").write_text("# Own\n\nThe key hangs behind the door.\n", "utf-8")
    await library.ingestor.ingest(tmp_path / "own.md", collection="house", name="own.md")
    assert sample_sources(library) == []
