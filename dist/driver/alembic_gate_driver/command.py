"""What a command of the project's own has in every Python process that it starts: the redirect of the driver.

The gate listens on a socket. A question is a conversation of its own, so that threads and forks share nothing.
"""

import json
import os
import socket

from .after_import import after_import
from .checkout import take_place_of_checkout
from .redirect import Redirect
from .urls import NoDriver, is_asynchronous, with_installed_driver

SETTINGS = "ALEMBIC_GATE_COMMAND"


def redirect_process():
    settings = json.loads(os.environ[SETTINGS])
    redirect = Redirect(Wire(settings["socket"]), settings["family"])
    redirect.install()
    # Most processes of a command have no use for SQLAlchemy, so it is waited for.
    after_import({"sqlalchemy.engine": lambda module: redirect.listen()})
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


class Wire:
    def __init__(self, path):
        self._path = path

    def ask(self, question):
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(self._path)
            connection.sendall((json.dumps(question, default=str) + "\n").encode())
            with connection.makefile(encoding="utf-8") as answers:
                answer = json.loads(answers.readline() or "{}")
        if "answer" not in answer:
            raise ConnectionError("the gate gives no scratch database: %s" % answer.get("refused", "it is gone"))
        return answer["answer"]
