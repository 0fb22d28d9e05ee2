"""Where connections really go: each distinct target of the application has one scratch database of the gate."""

import threading

from . import dbapi, sqlite
from .engines import on_every_engine, url_of

FAMILIES = {"mysql": "mysql", "mariadb": "mysql", "postgresql": "postgresql", "sqlite": "sqlite"}


class DialectSeen(BaseException):
    """Ends a probing run at the first connection; no `except Exception` of the project may swallow it."""

    def __init__(self, dialect):
        super().__init__(dialect)
        self.dialect = dialect


class ForeignDialect(Exception):
    """The project speaks another engine's dialect than the server we were given."""

    def __init__(self, dialect, wanted):
        super().__init__(
            "the project connects with SQLAlchemy's dialect %r, the proof runs on %r" % (dialect, wanted)
        )
        self.dialect = dialect
        self.wanted = wanted


class Redirect:
    def __init__(self, channel, family):
        """`family` is `mysql`, `postgresql` or `sqlite`; None makes the first connection raise DialectSeen."""
        self.family = family
        self._channel = channel
        self._endpoints = {}
        self._lock = threading.Lock()

    def endpoint(self, family, target):
        """The scratch database that stands for a target; the gate is asked once per target."""
        if self.family is None:
            raise DialectSeen(family)
        if family != self.family:
            raise ForeignDialect(family, self.family)
        key = (target["host"], target["port"], target["database"])
        with self._lock:
            if key not in self._endpoints:
                self._endpoints[key] = self._channel.ask({"event": "ask", "kind": "scratch", "target": target})
            return self._endpoints[key]

    def install(self):
        dbapi.install(self)
        # Others may keep what they like in a file of SQLite.
        if self.family == "sqlite":
            sqlite.Doors(self).install()

    def listen(self):
        """SQLAlchemy's own door, for drivers that `dbapi` does not know."""
        on_every_engine(self.door)

    @property
    def door(self):
        return {"do_connect": self._do_connect}

    def _do_connect(self, dialect, record, cargs, cparams):
        if self.family is None:
            raise DialectSeen(dialect.name)
        family = FAMILIES.get(dialect.name)
        if family is None or dialect.driver in dbapi.COVERED or (family == "sqlite" != self.family):
            return
        endpoint = self.endpoint(family, dbapi.target_of(cparams))
        where = {name: endpoint[name] for name in ("host", "port", "database", "password")}
        query = {"unix_socket": endpoint["socket"]} if family == "mysql" and endpoint["socket"] else {}
        url = url_of(dialect.name, username=endpoint["user"], query=query, **where)
        cargs[:], fresh = dialect.create_connect_args(url)
        kept = {name: value for name, value in cparams.items() if not dbapi.is_replaced(family, name)}
        cparams.clear()
        cparams.update(kept, **fresh)
