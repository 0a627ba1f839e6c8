"""Builds each screen when it is first shown, so that start-up pays for none but home."""

from typing import TYPE_CHECKING

from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


def make_screen(key: PlaceKey, theme: Theme, services: "Services", bridge: MeetingBridge) -> Screen:
    """The screen of a place."""
    if key is PlaceKey.VENUES:
        from coprod_desktop.ui.screens.venues.venues_screen import VenuesScreen

        return VenuesScreen(theme, services, bridge)
    if key is PlaceKey.PEOPLE_FILE:
        from coprod_desktop.ui.screens.people_file.people_file_screen import PeopleFileScreen

        return PeopleFileScreen(theme, services, bridge)
    if key is PlaceKey.IDEAS:
        from coprod_desktop.ui.screens.ideas.ideas_screen import IdeasScreen

        return IdeasScreen(theme, services, bridge)
    if key in (PlaceKey.MEETINGS, PlaceKey.PEOPLE, PlaceKey.GROUP, PlaceKey.SETTINGS, PlaceKey.HELP):
        return _outside(key, theme, services, bridge)
    return _in_meeting(key, theme, services, bridge)


def _outside(key: PlaceKey, theme: Theme, services: "Services", bridge: MeetingBridge) -> Screen:
    match key:
        case PlaceKey.MEETINGS:
            from coprod_desktop.ui.screens.meetings_screen import MeetingsScreen

            return MeetingsScreen(theme, services, bridge)
        case PlaceKey.PEOPLE:
            from coprod_desktop.ui.screens.people.people_screen import PeopleScreen

            return PeopleScreen(theme, services, bridge)
        case PlaceKey.GROUP:
            from coprod_desktop.ui.screens.group.group_screen import GroupScreen

            return GroupScreen(theme, services, bridge)
        case PlaceKey.SETTINGS:
            from coprod_desktop.ui.screens.settings_screen import SettingsScreen

            return SettingsScreen(theme, services, bridge)
        case _:
            from coprod_desktop.ui.screens.help_screen import HelpScreen

            return HelpScreen(theme, services)


def _in_meeting(key: PlaceKey, theme: Theme, services: "Services", bridge: MeetingBridge) -> Screen:
    match key:
        case PlaceKey.READY | PlaceKey.INVITE:
            return _before_the_day(key, theme, services, bridge)
        case PlaceKey.WELCOME:
            from coprod_desktop.ui.screens.welcome.welcome_screen import WelcomeScreen

            return WelcomeScreen(theme, services, bridge)
        case PlaceKey.SET_UP:
            from coprod_desktop.ui.screens.set_up.set_up_screen import SetUpScreen

            return SetUpScreen(theme, services, bridge)
        case PlaceKey.AGENDA:
            from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen

            return AgendaScreen(theme, services, bridge)
        case PlaceKey.CLOSE:
            from coprod_desktop.ui.screens.close.close_screen import CloseScreen

            return CloseScreen(theme, services, bridge)
        case PlaceKey.TURNS | PlaceKey.WALL | PlaceKey.BALANCE:
            return _while_we_talk(key, theme, services, bridge)
        case PlaceKey.DECISIONS | PlaceKey.TAKE_OUT:
            return _about_lines(key, theme, services, bridge)
        case _:
            from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen

            return MinutesScreen(theme, services, bridge)


def _about_lines(key: PlaceKey, theme: Theme, services: "Services", bridge: MeetingBridge) -> Screen:
    if key is PlaceKey.TAKE_OUT:
        from coprod_desktop.ui.screens.take_out.take_out_screen import TakeOutScreen

        return TakeOutScreen(theme, services, bridge)
    from coprod_desktop.ui.screens.decisions.decisions_screen import DecisionsScreen

    return DecisionsScreen(theme, services, bridge)


def _before_the_day(key: PlaceKey, theme: Theme, services: "Services", bridge: MeetingBridge) -> Screen:
    if key is PlaceKey.INVITE:
        from coprod_desktop.ui.screens.invite.invite_screen import InviteScreen

        return InviteScreen(theme, services, bridge)
    from coprod_desktop.ui.screens.get_ready.get_ready_screen import GetReadyScreen

    return GetReadyScreen(theme, services, bridge)


def _while_we_talk(key: PlaceKey, theme: Theme, services: "Services", bridge: MeetingBridge) -> Screen:
    match key:
        case PlaceKey.TURNS:
            from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen

            return TurnsScreen(theme, services, bridge)
        case PlaceKey.WALL:
            from coprod_desktop.ui.wall.wall_screen import WallScreen

            return WallScreen(theme, services, bridge)
        case _:
            from coprod_desktop.ui.screens.balance.balance_screen import BalanceScreen

            return BalanceScreen(theme, services, bridge)
