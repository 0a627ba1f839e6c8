"""What can go wrong with the file, for screens that put it into words."""

from coprod_desktop.storage.faults import FaultReason, StorageFault

__all__ = ["FaultReason", "StorageFault"]
