"""Answers what real Alembic makes of version locations on disk: one JSON question a line, one JSON answer a line.

Alembic's own ScriptDirectory lists, runs and links the files. They belong to projects that are not installed, or that want
another SQLAlchemy, so whatever they import beyond the standard library and Alembic is made up: an object that takes every
use. An identifier made of one is not known: it is named in the answer, and left out.
"""

import importlib.abc
import importlib.machinery
import json
import sys
import types
import warnings

from alembic import util
from alembic.script import ScriptDirectory

warnings.simplefilter("ignore")
sys.dont_write_bytecode = True

NAMES = ("revision", "down_revision", "depends_on", "branch_labels")


class Unknown(type):
    """Takes every use that a module makes of what it imports while it is loaded; a class, as it may become a base."""

    def __new__(cls, name="unknown", bases=(), members=None, **_):
        return super().__new__(cls, name, bases, members or {})

    def __init__(self, *_, **__):
        pass

    def __call__(self, *_, **__):
        return Unknown()

    def __getattr__(self, _):
        return Unknown()

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 1

    __getitem__ = __add__ = __radd__ = __or__ = __ror__ = __mod__ = __call__


class MadeUp(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Unknown()


def is_real(module):
    package = module.partition(".")[0]
    return package in sys.stdlib_module_names or package in ("alembic", "__main__")


class Inventor(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path=None, target=None):
        return None if is_real(fullname) else importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec):
        return MadeUp(spec.name)

    def exec_module(self, module):
        pass


def is_known(value):
    one_by_one = value if isinstance(value, (tuple, list, set)) else (value,)
    return value is None or all(isinstance(one, str) for one in one_by_one)


def load(directory, filename):
    module = load_really(directory, filename)
    for name in NAMES:
        if not is_known(getattr(module, name, None)):
            unknown.append([f"{directory}/{filename}", name])
            setattr(module, name, None)
    return module


def describe(map_):
    revisions = [rev for key, rev in map_._revision_map.items() if rev is not None and key == rev.revision]
    return {
        "revisions": [rev.revision for rev in revisions],
        "heads": list(map_.heads),
        "effectiveHeads": [rev.revision for rev in revisions if rev.is_head and not rev._is_real_head],
        "bases": list(map_.bases),
        "branchPoints": [rev.revision for rev in revisions if rev.is_branch_point],
        "mergePoints": [rev.revision for rev in revisions if rev.is_merge_point],
        "labels": {rev.revision: sorted(rev.branch_labels) for rev in revisions if rev.branch_labels},
        "upgradeOrder": [rev.revision for rev in map_.iterate_revisions("heads", "base")][::-1],
    }


# Alembic holds what it has imported; who asks from here on gets the made-up module.
for module in [name for name in sys.modules if not is_real(name)]:
    del sys.modules[module]
sys.meta_path.insert(0, Inventor())
load_really, util.load_python_file = util.load_python_file, load
for line in sys.stdin:
    question, unknown = json.loads(line), []
    scripts = ScriptDirectory(
        question["scriptLocation"],
        version_locations=question["versionLocations"],
        recursive_version_locations=question["recursive"],
    )
    print(json.dumps({**describe(scripts.revision_map), "unknown": unknown}), flush=True)
