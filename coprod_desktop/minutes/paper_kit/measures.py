"""The measurements that only the paper kit has, in millimetres or points; the rest comes from the easy-read style."""

from coprod_desktop.minutes import writing_lines
from coprod_desktop.minutes.styles import MM

SMALLEST_SIZE_PT, USUAL_SIZE_PT, LARGEST_SIZE_PT = 14.0, 16.0, 28.0

RULE_STEP = writing_lines.RULE_STEP

TITLE_RATIO, HEADING_RATIO, ITEM_RATIO = 1.75, 1.375, 1.125
FIELD_GAP = 3.5 * MM
"""Between one thing to fill in and the next."""

BOX = 9 * MM
"""The side of a box to tick with a thick pen."""
BOX_PT = 1.5
BOX_RADIUS = 2.0

PICTURE = 45 * MM
PICTURE_GAP = 8 * MM

EDGE = 12 * MM
"""The margin of cards; printers reach no further."""
