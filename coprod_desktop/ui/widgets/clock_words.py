"""Times of day as they are said: "10am", "2:30pm", "midday"."""

from coprod_desktop.domain.times_of_day import DAY_MINUTES, is_only_a_time, minutes_of_day


def easy_time(words: str) -> str:
    """A time as it is said: "10am", "2:30pm", "midday" (ER-22). Words that are no time stay as they are."""
    minutes = minutes_of_day(words) if is_only_a_time(words) else None
    return words if minutes is None else clock_words(minutes)


def clock_words(minutes: int) -> str:
    """Minutes since midnight as a time that is said; those of the next day too."""
    hour, past = divmod(minutes % DAY_MINUTES, 60)
    if not past and hour in (0, 12):
        return "midday" if hour else "midnight"
    shown = f"{hour % 12 or 12}:{past:02}" if past else f"{hour % 12 or 12}"
    return shown + ("pm" if hour >= 12 else "am")
