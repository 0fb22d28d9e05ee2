"""The URL that a project is given for its scratch database, with the driver that the project chose."""

import importlib.util
import os
import re

from .engines import text_of, url_of
from .sqlite import REPLACED

SYNC = {
    "mysql": (("mysqldb", "MySQLdb"), ("pymysql", "pymysql"), ("mysqlconnector", "mysql.connector")),
    "postgresql": (("psycopg2", "psycopg2"), ("psycopg", "psycopg"), ("pg8000", "pg8000")),
    "sqlite": (("pysqlite", "sqlite3"),),
}
ASYNC = {
    "mysql": (("asyncmy", "asyncmy"), ("aiomysql", "aiomysql")),
    "postgresql": (("asyncpg", "asyncpg"), ("psycopg", "psycopg")),
    "sqlite": (("aiosqlite", "aiosqlite"),),
}


# Options that say where to connect, or how a file is opened.
ELSEWHERE = REPLACED | {"unix_socket"}


class NoDriver(Exception):
    """The interpreter has none of the packages that could talk to the server."""

    def __init__(self, family, names):
        super().__init__("none of %s is installed" % ", ".join(names))
        self.family = family
        self.names = names


def scratch_url(original, endpoint, family, asynchronous):
    """`original` with everything that says where and as whom replaced; its driver and options stay where they fit."""
    from sqlalchemy.engine.url import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        written = make_url(original) if original else None
    except ArgumentError:
        written = None
    fits = written is not None and _family(written) == family
    query = (
        {k: v for k, v in written.query.items() if k not in ELSEWHERE and not k.startswith("ssl")} if fits else {}
    )
    if endpoint["socket"]:
        query["unix_socket" if family == "mysql" else "host"] = endpoint["socket"]
    url = url_of(
        written.drivername if fits else "%s+%s" % (family, installed(family, asynchronous)),
        username=endpoint["user"] or None,
        password=endpoint["password"] or None,
        host=endpoint["host"] or ("localhost" if family == "mysql" else None),
        port=endpoint["port"],
        database=endpoint["database"],
        query=query,
    )
    # Many an env.py hands it on to `set_main_option`, for which `%` has a meaning of its own; a socket's path needs none.
    place, mark, options = text_of(url).partition("?")
    return place + mark + options.replace("%2F", "/")


def is_asynchronous(script_location):
    """By the names that env.py must write to make an asynchronous engine; it has not run yet."""
    try:
        with open(os.path.join(script_location, "env.py"), encoding="utf-8", errors="replace") as file:
            return re.search(r"\b(create_async_engine|async_engine_from_config|AsyncEngine)\b", file.read())
    except OSError:
        return False


def with_installed_driver(url, family, asynchronous):
    """`mysql://…` as SQLAlchemy needs it where the driver that it would take by itself is not the one that is there."""
    return "%s+%s:%s" % (family, installed(family, asynchronous), url.split(":", 1)[1])


def _family(url):
    name = url.drivername.split("+")[0]
    return {"mariadb": "mysql", "postgres": "postgresql"}.get(name, name)


def installed(family, asynchronous):
    choices = (ASYNC if asynchronous else SYNC)[family]
    for name, module in choices:
        try:
            if importlib.util.find_spec(module):
                return name
        except ImportError:  # the parent package of a dotted name is missing
            continue
    raise NoDriver(family, [module for _, module in choices])
