"""What a command of the project's own has in every Python process that it starts: the redirect of the driver.

The gate listens on a socket. A question is a conversation of its own, so that threads and forks share nothing.
"""

import json
import os
import socket

from .checkout import take_place_of_checkout
from .engines import once_there_are_engines
from .redirect import Redirect
from .witness import witness
from .urls import NoDriver, is_asynchronous, with_installed_driver

SETTINGS = "ALEMBIC_GATE_COMMAND"


def redirect_process():
    settings = json.loads(os.environ[SETTINGS])
    wire = Wire(settings["socket"])
    # Whoever is asked for its dialect has a witness; a command that has neither has no business with a database.
    prepares = settings["family"] is None and not settings["witness"]
    redirect = Refusal(wire) if prepares else Redirect(wire, settings["family"])
    redirect.install()
    # Most processes of a command have no use for SQLAlchemy, so it is waited for.
    once_there_are_engines(redirect.door)
    if settings["witness"]:
        witness(wire, redirect, settings)
    take_place_of_checkout(settings["tree"], settings["checkout"])
    asynchronous = is_asynchronous(settings["scriptLocation"])
    for name in settings["bareUrls"]:
        bare = os.environ.get(name, "")
        if not bare.startswith(settings["family"] + ":"):
            continue  # somebody on the way here gave it a value of their own
        try:
            os.environ[name] = with_installed_driver(bare, settings["family"], asynchronous)
        except NoDriver:
            return  # some Python on the way to the project's own


class Refusal(Redirect):
    """For a command that has no business with a database: no connection is made."""

    def __init__(self, wire):
        super().__init__(wire, None)

    def endpoint(self, family, target):
        return self._channel.ask({"event": "ask", "kind": "scratch", "target": target})

    def _do_connect(self, dialect, record, cargs, cparams):
        self.endpoint(dialect.name, {"host": dialect.name, "port": None, "database": None})


class Wire:
    def __init__(self, path):
        self._path = path

    def send(self, message):
        """Heard before anything else happens, since each message is a conversation of its own."""
        self.ask(message)

    def ask(self, question):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(self._path)
            connection.sendall((json.dumps(question, default=str) + "\n").encode())
            with connection.makefile(encoding="utf-8") as answers:
                answer = json.loads(answers.readline() or "{}")
        if "answer" not in answer:
            raise ConnectionError("the gate does not answer: %s" % answer.get("refused", "it is gone"))
        return answer["answer"]
