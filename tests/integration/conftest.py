"""The virtual microphone for the tests of this folder."""

from __future__ import annotations

from tests.support.virtual_microphone import microphone

__all__ = ["microphone"]
