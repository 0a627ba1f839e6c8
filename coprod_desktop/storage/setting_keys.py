"""The keys of settings that are read before anything else is loaded."""

from typing import Final

TEXT_PERCENT: Final = "text_percent"
"""How large letters are shown, in percent of the usual size."""

THEME: Final = "theme"
"""The colours that were chosen."""

CURRENT_GROUP: Final = "current_group"
"""The group that was last worked with."""

REWRITE_DUE: Final = "rewrite_due"
"""Set while the file is still to be written anew, because something was taken out of it for good."""
