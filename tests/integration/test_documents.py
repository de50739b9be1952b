"""What the documents point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TREE = Path(__file__).parents[2]
DOCUMENTS = sorted([*TREE.glob("*.md"), *(TREE / "docs").rglob("*.md"), *(TREE / "tests").glob("*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(TREE)))
def test_every_file_and_picture_that_a_document_links_is_there(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8"))
    local = [link for link in links if not link.startswith(("https://", "mailto:"))]

    assert [link for link in local if not (document.parent / link).exists()] == []


def test_every_target_that_a_document_names_is_in_the_makefile() -> None:
    makefile = (TREE / "Makefile").read_text(encoding="utf-8")
    named = {
        target
        for document in DOCUMENTS
        for target in re.findall(r"`make (?:-k )?(\w+)", document.read_text(encoding="utf-8"))
    }

    assert [target for target in named if not re.search(rf"^{target}\b.*:", makefile, re.MULTILINE)] == []
