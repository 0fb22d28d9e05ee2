"""Alembic's own word on revisions whose application is not installed: of each module it gets the literals alone.

heads ROOT                                        the heads, one a line
merge ROOT ID MESSAGE MICROSECONDS HEAD…          writes the merge revision at that moment, and prints its path
ROOT holds alembic.ini.
"""

import ast
import contextlib
import datetime
import io
import os
import sys
import types
import unittest.mock

from alembic import command, util
from alembic.config import Config
from alembic.script import ScriptDirectory, base


def load_literals(directory, name):
    """What stands in for alembic.util.load_python_file, which would run imports."""
    with open(os.path.join(directory, name), encoding="utf-8") as file:
        tree = ast.parse(file.read())
    module = types.ModuleType(name, ast.get_docstring(tree, clean=False))
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            try:
                setattr(module, statement.targets[0].id, ast.literal_eval(statement.value))
            except ValueError:
                pass
    return module


def clock(microseconds):
    class Frozen(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.datetime.fromtimestamp(0, tz) + datetime.timedelta(microseconds=microseconds)

    return unittest.mock.Mock(datetime=Frozen, timezone=datetime.timezone)


def main(verb, root, *arguments):
    util.load_python_file = load_literals
    config = Config(os.path.join(root, "alembic.ini"))
    if verb == "heads":
        print("\n".join(ScriptDirectory.from_config(config).get_heads()))
        return
    rev_id, message, microseconds, *heads = arguments
    base.datetime = clock(int(microseconds))
    with contextlib.redirect_stdout(io.StringIO()):
        script = command.merge(config, heads, message=message, rev_id=rev_id)
    print(script.path)


main(*sys.argv[1:])
