"""Answers what real Alembic makes of version locations on disk: one JSON question a line, one JSON answer a line.

Alembic's own ScriptDirectory lists, loads and links the files; only the loading of a module is replaced, because the
projects behind these histories cannot be imported: a file is parsed, and its top-level assignments are evaluated where
they hold literals and nothing else. What is computed is named instead of guessed.
"""

import ast
import json
import signal
import sys
import types
import warnings
from pathlib import Path

from alembic import util
from alembic.script import ScriptDirectory

warnings.simplefilter("ignore")

NAMES = ("revision", "down_revision", "depends_on", "branch_labels")
LITERALS = (
    ast.Constant, ast.Tuple, ast.List, ast.Set, ast.Name, ast.Load, ast.BinOp, ast.Add, ast.JoinedStr,
    ast.FormattedValue, ast.UnaryOp, ast.USub, ast.Starred,
)  # fmt: skip

read_files = {}
"""What each content gave: a module, or the error that Python raises for it."""


def evaluate(node, names):
    """The value of an expression of literals and earlier names; None for one that computes."""
    if not all(isinstance(part, LITERALS) for part in ast.walk(node)):
        return None
    try:
        return (eval(compile(ast.Expression(node), "", "eval"), {"__builtins__": {}}, names),)
    except NameError:
        return None


def bound(statement):
    """Names that a statement may bind in the module, however deep inside it."""
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return {statement.name}
    found = {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    aliases = (node for node in ast.walk(statement) if isinstance(node, ast.alias))
    return found | {(alias.asname or alias.name).split(".")[0] for alias in aliases}


def parse(source):
    tree = ast.parse(source)
    names, computed = {"__doc__": ast.get_docstring(tree)}, set()
    for statement in tree.body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        if isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets = [statement.target]
        simple = targets and all(isinstance(target, ast.Name) for target in targets)
        value = evaluate(statement.value, names) if simple else None
        for name in bound(statement):
            names.pop(name, None)
            computed.discard(name)
            if value is not None:
                names[name] = value[0]
            else:
                computed.add(name)
    module = types.ModuleType("revision")
    module.__dict__.update(names)
    module.computed = sorted(computed.intersection(NAMES))
    return module


def load(directory, filename):
    source = Path(directory, filename).read_bytes()
    if source not in read_files:
        try:
            read_files[source] = parse(source)
        except (SyntaxError, ValueError) as error:
            read_files[source] = error
    found = read_files[source]
    if isinstance(found, Exception):
        raise found
    for name in found.computed:
        computed.append([str(Path(directory, filename)), name])
        setattr(found, name, None)
    return found


computed = []
util.load_python_file = load


class Hangs(Exception):
    pass


def stop(*_):
    raise Hangs()


def answer(question):
    computed.clear()
    try:
        scripts = ScriptDirectory(
            question["scriptLocation"],
            version_locations=question["versionLocations"],
            recursive_version_locations=question["recursive"],
        )
        heads = list(scripts.revision_map.heads)
        return {"heads": heads, "revisions": sum(1 for _ in scripts._load_revisions()), "computed": computed}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)[:300], "computed": computed}


signal.signal(signal.SIGALRM, stop)
for line in sys.stdin:
    signal.setitimer(signal.ITIMER_REAL, 10)
    reply = answer(json.loads(line))
    signal.setitimer(signal.ITIMER_REAL, 0)
    print(json.dumps(reply), flush=True)
