"""Says of Python files what Python and Alembic make of them: one JSON object per line in, one per line out."""

import base64
import contextlib
import io
import json
import os
import pathlib
import sys
import tempfile
import warnings

from alembic.script import base
from alembic.script import revision as revisions

warnings.simplefilter("ignore")


def compiled(source):
    try:
        compile(source, "x.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return None


def normal(value):
    """None, strings and tuples of them, as JSON; anything else as what it is."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (tuple, list)) and all(isinstance(one, str) for one in value):
        return list(value)
    return {"odd": repr(value)}


def map_error(script):
    """How the map dies on this revision although every id that it names is there."""
    def all_revisions():
        yield script
        named = set()
        for value in (script.down_revision, script.dependencies):
            named |= set([value] if isinstance(value, str) else value if isinstance(value, (tuple, list)) else [])
        for one in sorted(one for one in named if isinstance(one, str) and one != script.revision):
            if one not in script._orig_branch_labels:
                parent = revisions.Revision("placeholder", None)
                parent.revision = one
                yield parent

    try:
        revisions.RevisionMap(all_revisions)._revision_map
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def loaded(name, source):
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory) / name
        path.write_bytes(source)
        scripts = base.ScriptDirectory(directory)
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                script = base.Script._from_path(scripts, path)
            return {
                "revision": normal(script.revision),
                "down": normal(script.down_revision),
                # Whatever is false is no dependency.
                "depends": normal(script.dependencies or None),
                "labels": sorted(map(str, script._orig_branch_labels)),
                "doc": script.doc,
                "mapError": map_error(script),
            }
        except BaseException as error:
            return {"error": f"{type(error).__name__}: {error}"}


sys.dont_write_bytecode = True
for line in sys.stdin:
    request = json.loads(line)
    if "path" in request:
        with open(request["path"], "rb") as file:
            source = file.read()
    else:
        source = base64.b64decode(request["source"])
    answer = {"compile": compiled(source)} if request["ask"] == "compile" else loaded(request["name"], source)
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
