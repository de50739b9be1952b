"""The shapes in which data enters and leaves the library: pydantic models over the rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from vrp.backend.domain.recordings import Origin, Recording, Status, SyncStatus
from vrp.backend.domain.rules import FIELDS
from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.backend.errors import RequestInvalid, VrpError

T = TypeVar("T")


def _by_rule(rule: Callable[[T], T]) -> AfterValidator:
    """Let a rule of ours speak through pydantic, which wants a ValueError."""

    def check(value: T) -> T:
        try:
            return rule(value)
        except VrpError as error:
            raise ValueError(error.params.get("reason", error.code)) from error

    return AfterValidator(check)


Uuid = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Title = Annotated[str, _by_rule(Rules.title)]
Artist = Annotated[str, _by_rule(Rules.artist)]
Notes = Annotated[str, _by_rule(Rules.notes)]
Tags = Annotated[tuple[str, ...], _by_rule(Rules.tags)]
FileName = Annotated[str, Field(min_length=1), _by_rule(Rules.file_name)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Utc = Annotated[AwareDatetime, AfterValidator(lambda moment: moment.astimezone(UTC))]


class RecordingCreateRequest(BaseModel):
    """A recording whose file is durable in ``audio/`` and that now needs its row.

    ``duration`` is in seconds, ``filesize_bytes`` in bytes, ``sample_rate`` in Hz; times are UTC. This is the last
    check before the database, whoever made the values: an import, a take, a sidecar.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    uuid: Uuid
    filename: FileName
    stored_filename: Annotated[str, Field(pattern=r"^[0-9a-f]{32}\.[a-z0-9]{1,8}$")]
    title: Title
    duration: Annotated[float, Field(gt=0, allow_inf_nan=False)]
    filesize_bytes: Annotated[int, Field(gt=0)]
    mime_type: Annotated[str, Field(pattern=r"^(audio|video)/[a-z0-9.+-]{1,60}$")]
    checksum: Sha256
    codec: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
    sample_rate: Annotated[int, Field(ge=1_000, le=768_000)]
    channels: Annotated[int, Field(ge=1, le=64)]
    origin: Origin
    recorded_at: Utc
    artist: Artist = ""
    notes: Notes = ""
    tags: Tags = ()
    favourite: bool = False


class RecordingChangeRequest(BaseModel):
    """What a person wants to have changed about a recording; None: as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Title | None = None
    artist: Artist | None = None
    notes: Notes | None = None
    tags: Tags | None = None
    favourite: bool | None = None

    @classmethod
    def of(cls, **values: object) -> RecordingChangeRequest:
        """Raises `RequestInvalid` with the name of the first field that breaks a rule."""
        try:
            return cls(**values)
        except ValidationError as error:
            first = error.errors()[0]
            told, field = first.get("ctx", {}).get("error"), str(first["loc"][0])
            reason = told.args[0] if told else first["msg"]
            raise RequestInvalid(field=FIELDS.get(field, field), reason=reason) from None

    @property
    def changes(self) -> dict[str, object]:
        """The values to set, by field."""
        return {name: value for name, value in self if value is not None}


class RecordingResponse(BaseModel):
    """A recording as the command line and exports show it: a documented contract."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    id: int
    uuid: str
    title: str
    filename: str
    stored_filename: str
    duration: float
    filesize_bytes: int
    checksum: str
    status: Status
    sync_status: SyncStatus
    created_at: datetime
    origin: Origin
    tags: tuple[str, ...]
    notes: str
    favourite: bool

    @classmethod
    def of(cls, recording: Recording) -> RecordingResponse:
        return cls.model_validate(recording)
