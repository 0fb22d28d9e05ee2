"""What SQLAlchemy's versions and drivers have in different places: engines' events, a URL of parts, PostgreSQL's codes."""

from .after_import import after_import

# What PostgreSQL says to every statement after one that failed.
ABORTED = "25P02"


def pgcode(error):
    original = getattr(error, "orig", None) or error
    return getattr(original, "pgcode", None) or getattr(original, "sqlstate", None)


def on_every_engine(handlers):
    """`handlers` are functions by the event's name."""
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    for name, handler in handlers.items():
        event.listen(Engine, name, handler)


def once_there_are_engines(handlers):
    """The same for a process that may never import SQLAlchemy. Up to 1.3 its events come after its engines."""
    waiting = [handlers]

    def listen(module):
        from sqlalchemy.exc import InvalidRequestError

        while waiting:
            try:
                on_every_engine(waiting[0])
            except InvalidRequestError:
                if module.__name__ == "sqlalchemy.events":
                    raise
                return
            waiting.clear()

    after_import({"sqlalchemy.engine": listen, "sqlalchemy.events": listen})


def url_of(drivername, **parts):
    from sqlalchemy.engine.url import URL

    return getattr(URL, "create", URL)(drivername, **parts)


def text_of(url):
    """With its password."""
    return url.render_as_string(hide_password=False) if hasattr(url, "render_as_string") else str(url)
