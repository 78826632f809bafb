"""The one error that a user sees."""

import difflib
from collections.abc import Iterable


class MemconError(Exception):
    """Say in one sentence what is wrong with an input: place, found, allowed, what to do."""


def listed(values: Iterable[object], *, most: int = 12) -> str:
    """Return the values as a short readable list.

    Args:
        values: what to list, in the order to show.
        most: how many to show; the rest are counted.

    Returns:
        The values between commas, or ``none``.

    Example:
        >>> listed(["a", "b", "c"], most=2)
        'a, b and 1 more'
    """
    shown = [str(value) for value in values]
    if not shown:
        return "none"
    if len(shown) > most:
        return f"{', '.join(shown[:most])} and {len(shown) - most} more"
    return ", ".join(shown)


def suggestion(found: str, allowed: Iterable[object]) -> str:
    """Return a hint at the allowed value that looks most like the one found, or nothing.

    Args:
        found: what the user wrote.
        allowed: what could have been meant.

    Returns:
        ``; did you mean 'x'?`` or the empty string.

    Example:
        >>> suggestion("targt", ["target", "reference"])
        "; did you mean 'target'?"
    """
    near = difflib.get_close_matches(found, [str(value) for value in allowed], n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
