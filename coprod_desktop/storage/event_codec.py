"""Events as text for the record, and back; what an older version wrote is always understood."""

from datetime import UTC, datetime

import msgspec

from coprod_desktop.domain.events import EVENT_KINDS, Event
from coprod_desktop.storage.faults import FaultReason, StorageFault


class EventCodec:
    """Turns events into their kind and a JSON payload, and back. Fields it does not know are passed over."""

    def __init__(self) -> None:
        self._encoder = msgspec.json.Encoder()
        self._decoders: dict[str, msgspec.json.Decoder[Event]] = {}

    def encode(self, event: Event) -> tuple[str, str]:
        """The kind and the payload of an event."""
        return event.kind, self._encoder.encode(event).decode()

    def decode(self, kind: str, payload: str) -> Event:
        """The event. A kind or a value that this version does not know was written by a newer one."""
        decoder = self._decoders.get(kind) or self._new_decoder(kind)
        try:
            return decoder.decode(payload)
        except msgspec.ValidationError:
            raise StorageFault(FaultReason.NEWER_FILE, f"payload of {kind}") from None
        except msgspec.DecodeError:
            raise StorageFault(FaultReason.DAMAGED, f"payload of {kind}") from None

    def _new_decoder(self, kind: str) -> msgspec.json.Decoder[Event]:
        event_type = EVENT_KINDS.get(kind)
        if event_type is None:
            raise StorageFault(FaultReason.NEWER_FILE, "kind of event")
        decoder = self._decoders[kind] = msgspec.json.Decoder(event_type)
        return decoder


def utc_text(at: datetime) -> str:
    """A time as UTC text with its zone. A time without a zone is refused."""
    if at.tzinfo is None:
        raise ValueError("a time needs its zone")
    return at.astimezone(UTC).isoformat()
