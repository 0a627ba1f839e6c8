"""How a letter to one person begins: with the name that they chose, or with no name at all."""

from coprod_desktop.domain.person import Gone, Person
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.teller import Teller


def greeting(person: Person | None, teller: Teller) -> tuple[str, ...]:
    """ "Hello Jo."; "Hello." for somebody who does not want to be named, and on a letter for anybody."""
    name = tidy(teller.names.get(person.id, "")) if person else ""
    return teller.say("hello", who=name) if name else teller.say("hello_you")


def people_of(person: Person | None) -> tuple[Person, ...]:
    """Who may be named in the letter: only the person it goes to. Raises ValueError for a person who died."""
    if person is not None and person.gone is Gone.DIED:
        raise ValueError("no letter is made for a person who died")
    return (person,) if person else ()
