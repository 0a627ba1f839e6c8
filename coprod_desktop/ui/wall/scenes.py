"""Which scene is drawn by what, and what the room sees in a few words for the header."""

from collections.abc import Callable

from coprod_desktop.domain.room import WallScene
from coprod_desktop.domain.wall import scene_of
from coprod_desktop.ui.wall.agenda_scene import put_agenda
from coprod_desktop.ui.wall.balance_scene import put_balance
from coprod_desktop.ui.wall.bounds_scene import put_bounds
from coprod_desktop.ui.wall.calm_scenes import put_break, put_pause, put_thanks, put_welcome
from coprod_desktop.ui.wall.check_out_scene import put_check_out
from coprod_desktop.ui.wall.decision_scene import put_decision
from coprod_desktop.ui.wall.item_scene import put_item
from coprod_desktop.ui.wall.sheet import Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.wall.turn_scene import put_turn

_PUTS: dict[WallScene, Callable[[Sheet, Told], None]] = {
    WallScene.WELCOME: put_welcome,
    WallScene.AGENDA: put_agenda,
    WallScene.BOUNDS: put_bounds,
    WallScene.ITEM: put_item,
    WallScene.TURN: put_turn,
    WallScene.DECISION: put_decision,
    WallScene.BALANCE: put_balance,
    WallScene.PAUSE: put_pause,
    WallScene.BREAK: put_break,
    WallScene.CHECK_OUT: put_check_out,
    WallScene.THANK_YOU: put_thanks,
}


def put_scene(sheet: Sheet, told: Told) -> WallScene:
    """Put what the wall shows now on the sheet; a blank wall has nothing on it. Gives which scene it was."""
    scene = scene_of(told.state)
    put = _PUTS.get(scene)
    if put is not None:
        put(sheet, told)
    return scene
