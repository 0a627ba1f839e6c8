"""The kinds of id, so that a person's id cannot pass for an agenda item's. All are UUIDv7 text made by the client."""

from typing import NewType

GroupId = NewType("GroupId", str)
PersonId = NewType("PersonId", str)
MeetingId = NewType("MeetingId", str)
AgendaItemId = NewType("AgendaItemId", str)
TurnId = NewType("TurnId", str)
IdeaId = NewType("IdeaId", str)
DecisionId = NewType("DecisionId", str)
ActionId = NewType("ActionId", str)
StepId = NewType("StepId", str)
