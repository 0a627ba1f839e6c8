"""How everything looks: colours, text sizes, icons, and the one `Theme` that hands them out.

There is one `Theme` for the program. `app.py` makes it and hands it to the window, the window hands
it to the screens, and every widget takes it as its first argument:

    theme = Theme(app, mode=Mode.SYSTEM, text_percent=100)
    theme.apply()
    button = BigButton(theme, self.tr("Carry on"), kind=ButtonKind.PRIMARY, icon=Icon.PLAY, key="F8")

Sizes are written in units: 1 unit is 1 pixel at 100 % text. `theme.px(20)` turns units into pixels.
When the colours or the text size change, `theme.changed` is sent and every widget and layout of
`ui/widgets` follows by itself, so a screen built from them has nothing to do.
"""

from coprod_desktop.ui.theme.colours import Colours, Mode
from coprod_desktop.ui.theme.icons import Icon
from coprod_desktop.ui.theme.text_styles import TEXT_PERCENTS, TextStyle
from coprod_desktop.ui.theme.theme import Theme

__all__ = ["TEXT_PERCENTS", "Colours", "Icon", "Mode", "TextStyle", "Theme"]
