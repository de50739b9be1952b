"""Joins what support works with to the window: the page, the log panel, the badge of open findings, the bundle.

Each part is made when it is first opened: a window that nobody asks for them pays nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolButton

from vrp.backend.domain.diagnostics import Action, Row, SectionId
from vrp.backend.phrases import Phrase
from vrp.ui import names
from vrp.ui.diagnostics.health_flow import HealthFlow
from vrp.ui.diagnostics.lag import LagMonitor
from vrp.ui.diagnostics.remedies import Remedies
from vrp.ui.icons import icon
from vrp.ui.theme import colours

if TYPE_CHECKING:
    from vrp.backend.services.findings import Findings
    from vrp.backend.services.health import HealthReport
    from vrp.ui.diagnostics.bundle_flow import BundleFlow
    from vrp.ui.diagnostics.log_panel import LogPanel
    from vrp.ui.diagnostics.page import DiagnosticsPage
    from vrp.ui.message_bar import MessageBar
    from vrp.ui.services import Services

_LOG_OPEN: Final = "log_open"
_LOG_HEIGHT: Final = 280


class DiagnosticsRoom(QObject):
    """``pages`` is where the page takes the library's place; ``state`` remembers whether the log panel is open."""

    counted = Signal(int)  # open findings

    def __init__(
        self,
        services: Services,
        window: QMainWindow,
        pages: QStackedWidget,
        bar: MessageBar,
        state: QSettings,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._window = window
        self._pages = pages
        self._bar = bar
        self._state = state
        self._page: DiagnosticsPage | None = None
        self._log: LogPanel | None = None
        self._bundle: BundleFlow | None = None
        self.health = HealthFlow(services, bar, window)
        self.health.checked.connect(self._on_checked)
        self.health.details_wanted.connect(lambda: self.show(SectionId.HEALTH))
        self.lag = LagMonitor(self)
        self.remedies = Remedies(services, bar, window)
        self.badge = QToolButton(window)
        self.badge.setObjectName(names.REPAIRS_BADGE)
        self.badge.setProperty("flat", True)
        self.badge.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.badge.setAccessibleName(self.tr("Open findings of the health check"))
        self.badge.clicked.connect(lambda _checked=False: self.show(SectionId.HEALTH))
        self.badge.hide()

    def offer(self, commands: Mapping[Action, Callable[[], object]]) -> None:
        """The window's own commands that a row may offer too."""
        check = {Action.CHECK_HEALTH: self.health.run, Action.REPAIR: self.health.mend}
        self.remedies.add({**check, **commands})

    def start(self) -> None:
        """After the library was opened."""
        services = self._services
        services.diagnostics().add(SectionId.THREADS, Phrase("Window"), self._lag_rows)
        services.diagnostics().add(SectionId.JOBS, Phrase("Jobs"), self._job_rows)
        self.lag.start()
        self._with_findings(lambda _findings: None)
        if self._state.value(_LOG_OPEN, False, bool):
            self._made_log().show()

    # --- the page ---

    @property
    def page(self) -> DiagnosticsPage:
        """Made when it is first asked for."""
        return self._page or self._made_page()

    def show(self, section: str = "") -> None:
        """Put the page in the library's place."""
        page = self.page
        self._pages.setCurrentWidget(page)
        if section:
            page.go(section)

    def hide(self) -> None:
        """Back to the library."""
        if not self._is_shown:
            return
        self._pages.setCurrentIndex(0)
        self._focus_page()

    def _focus_page(self) -> None:
        if (page := self._pages.currentWidget()) is not None:
            page.setFocus()

    @property
    def _is_shown(self) -> bool:
        return self._page is not None and self._pages.currentWidget() is self._page

    def toggle(self) -> None:
        if self._is_shown:
            self.hide()
        else:
            self.show()

    def find(self) -> bool:
        """Go to the page's search field, where the page is shown."""
        if self._page is not None and self._is_shown:
            self._page.search.setFocus()
            return True
        return False

    def _made_page(self) -> DiagnosticsPage:
        from vrp.ui.diagnostics.page import DiagnosticsPage

        page = self._page = DiagnosticsPage(self._services.diagnostics(), self._services.runner, self.lag, self._pages)
        page.back.connect(self.hide)
        page.bundle_wanted.connect(self.save_bundle)
        page.action_chosen.connect(lambda action, _row: self.remedies.run(action))
        page.ignored.connect(self._ignore)
        page.filled.connect(self._on_filled)
        self.remedies.done.connect(page.refresh_if_shown)
        self.health.checked.connect(page.refresh_if_shown)
        self._pages.addWidget(page)
        return page

    def save_bundle(self) -> None:
        """Show what would go into a support bundle, and save it."""
        from vrp.ui.diagnostics.bundle_flow import BundleFlow

        if self._bundle is None:
            self._bundle = BundleFlow(self._services, self._bar, self._window)
        self._bundle.run()

    # --- the log ---

    def toggle_log(self) -> None:
        panel = self._log or self._made_log()
        panel.setVisible(not panel.isVisible())
        if panel.isVisible():
            panel.view.setFocus()  # so that Esc closes it again
        else:
            self._focus_page()

    def show_log_of(self, job: int) -> None:
        """Open the panel with nothing but the records of this job."""
        panel = self._log or self._made_log()
        panel.show_job(job)
        panel.show()
        panel.view.setFocus()

    def _made_log(self) -> LogPanel:
        from vrp.ui.diagnostics.log_panel import LogPanel

        panel = self._log = LogPanel(self._services, self._window)
        panel.hide()
        panel.folder_wanted.connect(self.remedies.open_logs)
        panel.left.connect(self._focus_page)
        self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, panel)
        self._window.resizeDocks([panel], [_LOG_HEIGHT], Qt.Orientation.Vertical)
        return panel

    def remember(self) -> None:
        """Before the window closes."""
        if self._log is not None:
            self._state.setValue(_LOG_OPEN, not self._log.isHidden())

    # --- open findings ---

    def _on_checked(self, report: HealthReport) -> None:
        codes = [finding.code for finding in report.findings]
        self._with_findings(lambda findings: findings.update(codes, datetime.now(UTC)))

    def _on_filled(self) -> None:
        """The page's own check of the health."""
        rows = self._page.report.rows(SectionId.HEALTH) if self._page is not None else []
        if any(row.name == "Checked" for row in rows):
            codes = [row.name for row in rows if row.name.startswith("VRP-")]
            self._with_findings(lambda findings: findings.update(codes, datetime.now(UTC)))

    def _ignore(self, row: Row) -> None:
        self._with_findings(lambda findings: findings.ignore(row.name))

    def _with_findings(self, work: Callable[[Findings], None]) -> None:
        """In a job, as the file waits for the disk; then the badge shows what is open."""
        folder = self._services.paths.cache

        def run(_progress: object) -> int:
            from vrp.backend.services.findings import Findings

            findings = Findings(folder)
            work(findings)
            return len(findings.open())

        job = self._services.runner.submit("findings", run, pool="db")
        job.succeeded.connect(self._show_badge)

    def _show_badge(self, count: int) -> None:
        text = self.tr("{count} to look at").format(count=count)
        self.badge.setText(text)
        self.badge.setAccessibleName(text)
        self.badge.setToolTip(self.tr("What the last check of the library's health found. Shows it."))
        self.badge.setIcon(icon("warning", colours().loud))
        self.badge.setVisible(count > 0)
        self.counted.emit(count)

    # --- rows that only the window knows ---

    def _lag_rows(self) -> tuple[Row, ...]:
        return (Row(Phrase("Event loop"), self.lag.reading().phrase),)

    def _job_rows(self) -> tuple[Row, ...]:
        running = self._services.runner.running
        return (
            Row(Phrase("Running"), str(len(running))),
            *(Row(Phrase("Job {number}", number=str(job.number)), job.name) for job in running),
        )
