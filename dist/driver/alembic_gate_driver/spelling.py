"""Types that are two names for autogenerate and one for the server, which keeps none of the names it was given."""

import re

FLOAT = re.compile(r"FLOAT\((\d+)\)\Z")
SINGLE = 24
# By dialect: what FLOAT with at most 24 bits is, what one with more is, and other names of the latter.
KEPT = {
    "mysql": ("FLOAT", "DOUBLE", ("DOUBLE PRECISION",)),
    "mariadb": ("FLOAT", "DOUBLE", ("DOUBLE PRECISION",)),
    "postgresql": ("REAL", "DOUBLE PRECISION", ("FLOAT",)),
}


def is_same_type(dialect, one, other):
    return kept(dialect, one) == kept(dialect, other)


def kept(dialect, text):
    """The name that the server gives a type that was declared as `text`."""
    if dialect not in KEPT:
        return text
    single, double, others = KEPT[dialect]
    given = FLOAT.match(text)
    if given:
        return single if int(given.group(1)) <= SINGLE else double
    return double if text in others else text
