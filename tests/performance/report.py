"""What a run of the benchmark leaves behind: a table of ratios, JSON, a picture of cost against size, and the drift.

A ratio compares two programs in one run on one machine, so it can be compared with the committed reference of another
machine; a time cannot. What a run measures again takes the place of what stood there and the rest stays, so that the
hour that all of it takes can be spent in parts.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).with_name("reference.json")


@dataclass(frozen=True)
class Case:
    """Medians in seconds, or in bytes where ``unit`` is B; ``goal`` is the largest ratio that was asked for, if any."""

    name: str
    ours: float
    peer_name: str
    peer: float
    goal: float | None = None
    unit: str = "s"

    @property
    def ratio(self) -> float:
        return self.ours / self.peer


@dataclass(frozen=True)
class Note:
    """A figure that has no peer."""

    name: str
    text: str


@dataclass
class Report:
    cases: list[Case] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    curves: dict[str, list[tuple[float, float]]] = field(default_factory=dict)  # name → (size, seconds)

    def write(self, folder: Path) -> list[Path]:
        """``bench.json``, and ``bench.png`` where there are curves."""
        folder.mkdir(parents=True, exist_ok=True)
        written = [folder / "bench.json"]
        before = json.loads(written[0].read_text(encoding="utf-8")) if written[0].exists() else {}
        curves = {name: dict(points) for name, points in before.get("curves", {}).items()}
        for name, points in self.curves.items():
            curves.setdefault(name, {}).update(points)
        drawn = {name: sorted(points.items()) for name, points in curves.items()}
        document = {
            "machine": {"system": platform.platform(), "python": platform.python_version()},
            "cases": _renewed(
                before.get("cases", []), [{**asdict(case), "ratio": round(case.ratio, 4)} for case in self.cases]
            ),
            "notes": _renewed(before.get("notes", []), [asdict(note) for note in self.notes]),
            "curves": drawn,
        }
        written[0].write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
        if drawn:
            written.append(folder / "bench.png")
            _draw(drawn, written[1])
        return written

    def table(self, reference: dict[str, float]) -> Iterator[str]:
        yield f"{'case':<44}{'ours':>12}{'peer':>12}{'ratio':>8}{'goal':>7}{'before':>8}   peer"
        for case in self.cases:
            goal = "" if case.goal is None else f"{case.goal:.2f}"
            before = f"{reference[case.name]:.2f}" if case.name in reference else ""
            missed = " ✗" if case.goal is not None and case.ratio > case.goal else ""
            ours, peer = (_shown(value, case.unit) for value in (case.ours, case.peer))
            yield (
                f"{case.name:<44}{ours:>12}{peer:>12}{case.ratio:>8.2f}{goal:>7}{before:>8}   {case.peer_name}{missed}"
            )


def reference_ratios(path: Path = REFERENCE) -> dict[str, float]:
    """The ratio of each case in the committed run; empty where there is none."""
    if not path.exists():
        return {}
    return {case["name"]: case["ratio"] for case in json.loads(path.read_text(encoding="utf-8"))["cases"]}


def _renewed(before: list[dict[str, Any]], now: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries by their names: those of now, each in the place that it had before."""
    return list({entry["name"]: entry for entry in (*before, *now)}.values())


def _shown(value: float, unit: str) -> str:
    if unit == "B":
        return f"{value / 1e6:,.1f} MB"
    return f"{value:.2f} s" if value >= 10 else f"{1000 * value:.1f} ms"


def _draw(curves: dict[str, list[tuple[float, float]]], path: Path) -> None:
    """Straight lines in a picture whose axes are both logarithmic: the slope is the power with which a cost grows."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(9, 6), dpi=110)
    for name, points in sorted(curves.items()):
        axes.plot(*zip(*points, strict=True), marker="o", label=name)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.axhline(0.016, color="grey", linewidth=0.8, linestyle=":")
    axes.set_xlabel("recordings in the library")
    axes.set_ylabel("seconds")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(path)
    plt.close(figure)
