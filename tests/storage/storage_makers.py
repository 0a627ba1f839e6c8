"""What the makers of steps and headers are called in the types of storage tests."""

from collections.abc import Callable

from coprod_desktop.domain.events import Step
from coprod_desktop.domain.meeting_header import MeetingHeader

MakeStep = Callable[..., Step]
MakeHeader = Callable[..., MeetingHeader]
