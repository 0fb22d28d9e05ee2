"""Answers what Alembic's own RevisionMap makes of a tree: one JSON question a line, one JSON answer a line.

{"tree": [[id, down_revision, depends_on, branch_labels], …], "current": id}  asks a map built from lists, in load order;
{"directory": path}                                                           asks ScriptDirectory about real files.
"""

import json
import signal
import sys
import warnings

from alembic.script import ScriptDirectory
from alembic.script.revision import Revision, RevisionMap
from alembic.util import to_tuple

warnings.simplefilter("ignore")


class Hangs(Exception):
    pass


def stop(*_):
    raise Hangs()


def describe(map_):
    revisions = [rev for key, rev in map_._revision_map.items() if rev is not None and key == rev.revision]
    return {
        "heads": list(map_.heads),
        "realHeads": list(map_._real_heads),
        "bases": list(map_.bases),
        "effectiveHeads": [r.revision for r in revisions if r.is_head and not r._is_real_head],
        "branchPoints": [r.revision for r in revisions if r.is_branch_point],
        "mergePoints": [r.revision for r in revisions if r.is_merge_point],
        "children": {r.revision: sorted(r.nextrev) for r in revisions},
        "labels": {r.revision: sorted(r.branch_labels) for r in revisions if r.branch_labels},
    }


def order(map_, upper, lower, **how):
    """The ids that Alembic would walk, or the class of the error that it raises."""
    try:
        return [rev.revision for rev in map_.iterate_revisions(upper, lower, **how)]
    except Exception as error:
        return type(error).__name__


def revision(row):
    # As alembic.script.base.Script passes what it finds in a module.
    rev, down, depends_on, labels = row
    return Revision(
        rev, down, dependencies=to_tuple(depends_on, default=()), branch_labels=to_tuple(labels, default=())
    )


def answer(question):
    try:
        if "directory" in question:
            return describe(ScriptDirectory(question["directory"]).revision_map)
        map_ = RevisionMap(lambda: [revision(row) for row in question["tree"]])
        facts = describe(map_)
    except Exception as error:
        return {"error": type(error).__name__}
    tips, current = tuple(map_._real_heads), question["current"]
    facts["upgrade"] = order(map_, tips, None, implicit_base=True)
    if current is not None:
        facts["upgradeFromCurrent"] = order(map_, tips, (current,), implicit_base=True)
        facts["downgradeToCurrent"] = order(map_, tips, current, select_for_downgrade=True)
    facts["downgrade"] = order(map_, tips, None, select_for_downgrade=True)
    return facts


# Alembic never ends on some circles that it does not notice; a question is worth half a second.
signal.signal(signal.SIGALRM, stop)
for line in sys.stdin:
    signal.setitimer(signal.ITIMER_REAL, 0.5, 0.5)
    reply = answer(json.loads(line))
    signal.setitimer(signal.ITIMER_REAL, 0)
    print(json.dumps(reply), flush=True)
