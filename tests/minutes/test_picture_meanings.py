"""The picture that words mean: the thing people talk about, and no picture rather than a wrong one."""

import pytest

from coprod_desktop.minutes.picture_meanings import PictureMeanings
from tests.minutes.printing import HOSTILE, pictures

NAMES = ("Rose Lee", "Mark Green", "Harry Bell", "Amina Yusuf", "Penny Park", "Bill Ring", "Art Wood", "Grace")
NEUTRAL = ""

MEANT = [
    ("We will ask the council for a bench at the bus stop.", "chair"),
    ("The group will pay bus fares before the meeting.", "bus"),
    ("People who live far away get the minibus seats.", "minibus"),
    ("We will go by train.", "train"),
    ("The next train is too early for us.", "train"),
    ("People who cannot walk can have a taxi.", "taxi"),
    ("We need 2 parking spaces by the door.", "car"),
    ("Families may give each other lifts.", "car"),
    ("Paint the zebra crossing again.", "crossing"),
    ("Park Street will have a new crossing.", "crossing"),
    ("The council will mend the street lights.", "light"),
    ("Put a handrail by the steps at the entrance.", "stairs"),
    ("Harry will ask about the ramp.", "wheelchair"),
    ("The lift is broken between the floors. Call the engineer.", "lift"),
    ("The library will have automatic doors.", "automatic door"),
    ("Members will plan and cook lunch on Thursdays.", "cooking"),
    ("We will spend £200 on lunch.", "food"),
    ("The members' lunch is on Thursday.", "food"),
    ("Mark Green will bring tea and biscuits.", "tea"),
    ("There will be a coffee morning every month.", "coffee"),
    ("Buy tinned food for the food bank.", "tin"),
    ("More vegetables with every meal.", "salad"),
    ("Have a longer appointment with the doctor.", "doctor"),
    ("The health centre will text people.", "doctor"),
    ("The GP surgery will have a quiet room.", "doctor"),
    ("The hospital will put a quiet room near the ward.", "quiet"),
    ("Letters from the hospital will be in easy read.", "read"),
    ("The chemist will write in large letters on the tablets.", "medicine"),
    ("Our dentist has stairs and no ramp.", "tooth"),
    ("Ask the optician about new glasses.", "glasses"),
    ("A first aid box goes in the kitchen.", "first aid"),
    ("The pharmacy will explain each prescription.", "medicine"),
    ("A hearing loop in the waiting room.", "hearing aid"),
    ("Book a sign language interpreter.", "sign language"),
    ("A deaf interpreter for every appointment.", "sign language"),
    ("Make a sign for the quiet room.", "sign"),
    ("We will have yoga on Mondays.", "relax"),
    ("Open a bank account.", "money"),
    ("The bank will send a new card for our account.", "payment card"),
    ("The budget is £900 this year.", "money"),
    ("Keep every receipt.", "receipt"),
    ("The rest of the money is for next year.", "money"),
    ("Who has the right to vote?", "vote"),
    ("Human rights training for staff.", "fair"),
    ("The landlord must mend the heating.", "hot"),
    ("Tenants want new windows.", "window"),
    ("The block of flats needs a bin store.", "building"),
    ("Plant trees in the park.", "tree"),
    ("Buy bean seeds.", "seedling"),
    ("The allotment needs a shed.", "garden"),
    ("A litter pick on Saturday.", "litter bin"),
    ("Put the bins out on Monday.", "rubbish"),
    ("We will print the poster.", "notice"),
    ("Put it on the notice board.", "notice"),
    ("The newsletter comes out in May.", "newspaper"),
    ("Phone the swimming pool.", "swim"),
    ("A choir for everyone.", "music"),
    ("We need spare keys for the door.", "key"),
    ("Smoke alarms for every room.", "alarm light"),
    ("No smoking by the door.", "no smoking"),
    ("There is no money left.", "money"),
    ("The last minibus is at 4:30pm.", "minibus"),
    ("CHILDREN and parents want a playground.", "playground"),
    ("Change the start time.", "clock"),
    ("We want a mental health group.", "health"),
    ("The nurse explains the medicine to us.", "medicine"),
    ("The nurse will see us at home.", "doctor"),
    ("The nurse wears a uniform.", "clothes"),
    ("Photos on the wall show who works here.", "photo"),
    ("Put photos on the wall of the surgery.", "photo"),
    ("Put the clock on the wall.", "clock"),
    ("Paint the walls.", "paint"),
    ("Ask the insurance company if families may give each other lifts.", "car"),
    ("A light outside the quiet room.", "light"),
    ("Wheelchair taxis cost too much.", "taxi"),
    ("We need more time to cross the road.", "crossing"),
    ("The pavement is narrow.", "walk"),
    ("The shop has steps.", "stairs"),
    ("Ask 2 coach firms for a price.", "bus"),
    ("We go by rail.", "train"),
    ("Pay the fares of people who come by taxi.", "taxi"),
    ("Put money in a box by the door.", "money"),
    ("The hand rail is loose.", "stairs"),
    ("Grab rails in the bathroom.", "shower"),
    ("The fire doors are heavy.", "door"),
    ("Drink more water.", "water"),
    ("Help people to stop smoking.", "no smoking"),
    ("Swimming lessons for everyone.", "swim"),
    ("Choose our own support workers.", "people"),
    ("Have a break every hour.", "coffee"),
    ("Put blinds in the windows.", "window"),
    ("The benefits of swimming.", "swim"),
    ("The letter box is too low.", "letter"),
    ("We will go to a pride march.", "rainbow"),
]

NOT_SETTLED = [
    "The bank said no.",
    "We sat on the river bank.",
    "The board will decide.",
    "Board members will chair it well.",
    "The chair will speak to the board.",
    "Turn right at the corner.",
    "People have the right to say no.",
    "Nobody was left out.",
    "In the light of this, we wait.",
    "Rose will do this.",
    "Penny Park and Bill Ring will do this.",
    "Art will ask Grace.",
    "Ask Dr Bell about it.",
    "Councillor Bush agreed.",
    "Give them a ring.",
    "A cold start to the year.",
    "She has a cold.",
    "Share it with everyone.",
    "What does this mean?",
    "We will train staff.",
    "They train new people well, so park that idea.",
    "We will park this idea.",
    "We will table the idea.",
    "It was 10 minutes for us.",
    "Key workers will come.",
    "This is the key point.",
    "That is the rest of it.",
    "We ran out of time.",
    "It runs well.",
    "He will coach the team.",
    "A match for us.",
    "It is a piece of cake.",
    "Food for thought.",
    "We will take this on board.",
    "They play a part.",
    "People who cannot see or hear well.",
    "People who do not drive.",
    "We meet on Wednesday 4 March 2026.",
    "May and June are fine.",
    "They present it to us.",
    "Watch this space.",
    "Book early.",
    "It is a fair point.",
    "We stop at 5pm.",
    "Carpets and starfish.",
    "Break it down.",
    "Carers need a break.",
    "A Polish interpreter for us.",
    "Wait outside, please.",
    "Read it out loud.",
    "Write it in large letters.",
    "A lighter one.",
    "A tea towel.",
    "The towel rail.",
    "Older people feel lonely.",
    "People were sad.",
    "Our worry is this.",
    "",
    "...",
    "12345",
]


def meant(text: str) -> str:
    found = PictureMeanings(pictures()).suggest([text], names=NAMES)
    return found[0].picture if found else NEUTRAL


@pytest.mark.parametrize(("text", "picture"), MEANT)
def test_the_picture_of_what_a_sentence_is_about_is_found(text: str, picture: str) -> None:
    assert meant(text) == picture


@pytest.mark.parametrize("text", NOT_SETTLED)
def test_words_that_may_mean_something_else_get_no_picture(text: str) -> None:
    assert meant(text) == NEUTRAL


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_read_without_a_fault(text: str) -> None:
    PictureMeanings(pictures()).suggest([text, text], names=(text,), choices={text: "bus"}, own={text: "bus"})


def test_a_very_long_note_is_read_in_good_time() -> None:
    found = PictureMeanings(pictures()).suggest(["We will ask the bus company. " * 2000])
    assert found[0].picture == "bus"


def test_the_groups_own_choice_comes_before_the_table() -> None:
    chosen = PictureMeanings(pictures()).suggest(["A bus for the hoist."], choices={"hoist": "own:1"})
    assert [meaning.picture for meaning in chosen] == ["own:1", "bus"]


def test_an_own_symbol_counts_only_where_the_table_has_nothing() -> None:
    own = {"hoist": "own:1", "bus": "own:2", "will": "own:3", "good": "own:4"}
    found = PictureMeanings(pictures()).suggest(["Good people will fit the hoist in the bus."], own=own)
    assert "own:1" in {meaning.picture for meaning in found}
    assert not {"own:3", "own:4"} & {meaning.picture for meaning in found}


def test_other_languages_have_no_suggestions_but_keep_the_groups_own() -> None:
    welsh = PictureMeanings(pictures(), "cy")
    assert welsh.suggest(["Bydd y bus yn dod."]) == ()
    assert welsh.suggest(["Bydd y bws yn dod."], choices={"bws": "bus"})[0].picture == "bus"


def test_every_word_that_needs_settling_has_a_picture_and_is_a_word_of_its_own() -> None:
    for word, rules in pictures().table["suggesting"]["settled"].items():
        assert word == word.lower()
        assert all(pictures().has(rule["picture"]) for rule in rules)


def test_the_words_to_remember_a_picture_for_begin_with_those_that_have_a_meaning() -> None:
    words = PictureMeanings(pictures()).nouns(["Rose will buy a hoist for the bus."], names=NAMES)
    assert words[0] == "bus"
    assert "hoist" in words
    assert "rose" not in words
    assert "the" not in words
