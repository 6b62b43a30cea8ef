"""The feasts that are the same day wherever an English text names them so: fixed ones, and the moving ones' days.

Labour Day, Mother's Day and others that are kept on another day in each country are left out.
"""

from datetime import date, timedelta

FIXED_FEASTS = {
    "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26",
    "new year's day": "01-01", "new year's eve": "12-31", "halloween": "10-31", "valentine's day": "02-14",
    "all saints' day": "11-01", "all souls' day": "11-02", "bastille day": "07-14", "fourth of july": "07-04",
    "epiphany": "01-06", "candlemas": "02-02", "st patrick's day": "03-17", "st george's day": "04-23",
    "st andrew's day": "11-30", "st david's day": "03-01", "st nicholas' day": "12-06", "st stephen's day": "12-26",
    "veterans day": "11-11", "armistice day": "11-11", "remembrance day": "11-11", "anzac day": "04-25",
    "may day": "05-01", "april fools' day": "04-01", "international women's day": "03-08", "juneteenth": "06-19",
    "bonfire night": "11-05", "guy fawkes night": "11-05", "burns night": "01-25",
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter day": 0, "easter monday": 1, "easter eve": -1, "holy saturday": -1,
    "good friday": -2, "maundy thursday": -3, "palm sunday": -7, "ash wednesday": -46, "shrove tuesday": -47,
    "mardi gras": -47, "pancake day": -47, "ascension day": 39, "pentecost": 49, "whitsun": 49, "whit sunday": 49,
    "whit monday": 50, "trinity sunday": 56,
}  # fmt: skip
"""Days after Easter Sunday."""
MOVING_FEASTS = (*_FROM_EASTER, "thanksgiving", "thanksgiving day")


def easter(year: int) -> date:
    """Western Easter Sunday of a Gregorian year (the anonymous algorithm in Meeus, Astronomical Algorithms, ch. 8)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    weekday = (32 + 2 * century_rest + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def feast_day(name: str, year: int) -> date | None:
    """The day of a moving feast in a year, 1583 to 9999; None for other years or names.

    Thanksgiving is that of the United States.
    """
    if not 1583 <= year <= 9999:
        return None
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name.startswith("thanksgiving"):
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    return None
