"""The marks of a time axis: round steps, labelled as finely as the step asks for. Pure numbers and text."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

_STEPS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400)
_SMALL: Final = (1, 2, 5)


class Tick(NamedTuple):
    """A mark at ``seconds``; those without a label are the short ones between."""

    seconds: float
    label: str = ""


def time_text(seconds: float, digits: int = 1) -> str:
    """``0:03:21.5``: hours, minutes, seconds, and as many digits after the point as are asked for."""
    unit = 10**digits
    count = round(max(0.0, seconds) * unit)
    whole, rest = divmod(count, unit)
    text = f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{text}.{rest:0{digits}d}" if digits else text


def digits_for(step: float) -> int:
    """How many digits after the point tell two times ``step`` seconds apart."""
    return max(0, -math.floor(math.log10(step) + 1e-9)) if step < 1 else 0


def step_for(span: float, most: float) -> float:
    """The smallest round step in seconds of which ``span`` holds at most ``most``."""
    least = span / max(1.0, most)
    if least > _STEPS[-1]:
        return _STEPS[-1] * math.ceil(least / _STEPS[-1])
    if least > 0.5:
        return float(next(step for step in _STEPS if step >= least))
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * small for small in (*_SMALL, 10) if power * small >= least * (1 - 1e-9))


def ticks(start: float, end: float, most: float) -> list[Tick]:
    """The marks between two times, at most ``most`` of them with a label, four short ones between two of those."""
    if end <= start:
        return []
    step = step_for(end - start, most)
    digits, fine = digits_for(step), step / 5
    first, last = math.ceil(start / fine - 1e-6), math.floor(end / fine + 1e-6)
    return [
        Tick(number * fine, time_text(number * fine, digits) if number % 5 == 0 else "")
        for number in range(first, last + 1)
    ]
