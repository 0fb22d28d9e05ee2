"""Runs `alembic merge` for one JSON case per line: a real script directory, a fixed id, a frozen clock."""

import base64
import contextlib
import datetime
import io
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

from alembic import command
from alembic.config import Config
from alembic.script import base

REAL = datetime.datetime


class Clock:
    """Stands for the module `datetime` inside alembic.script.base."""

    timezone = datetime.timezone
    microseconds = 0

    class datetime(REAL):
        @classmethod
        def now(cls, tz=None):
            seconds, micro = divmod(Clock.microseconds, 1_000_000)
            return REAL.fromtimestamp(seconds, tz).replace(microsecond=micro)

        @classmethod
        def utcnow(cls):
            return cls.now(datetime.timezone.utc).replace(tzinfo=None)


def merge(case, root):
    shutil.rmtree(root, ignore_errors=True)
    for directory in case["directories"]:
        (root / "scripts" / directory).mkdir(parents=True, exist_ok=True)
    (root / "scripts" / "script.py.mako").write_bytes(base64.b64decode(case["template"]))
    before = set()
    for name, source in case["files"].items():
        path = root / "scripts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
        before.add(path)
    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(root / "scripts"))
    for name, value in case["options"].items():
        config.set_main_option(name, value.replace("%", "%%"))
    if len(case["directories"]) > 1:
        locations = [str(root / "scripts" / directory) for directory in case["directories"]]
        config.set_main_option("version_locations", " ".join(locations))
        config.set_main_option("version_path_separator", "space")
    os.environ["TZ"] = case["localTimeZone"]
    time.tzset()
    Clock.microseconds = case["epochMicroseconds"]
    error = None
    try:
        command.merge(config, case["heads"], message=case["message"], rev_id=case["id"])
    except BaseException as raised:
        error = f"{type(raised).__name__}: {raised}"
    written = {path for path in (root / "scripts").rglob("*.py") if path not in before}
    files = {
        str(path.relative_to(root / "scripts")): base64.b64encode(path.read_bytes()).decode()
        for path in written
    }
    return {"error": error, "files": files}


def main():
    sys.dont_write_bytecode = True
    base.datetime = Clock
    answers = sys.stdout
    with tempfile.TemporaryDirectory() as directory:
        for line in sys.stdin:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                answer = merge(json.loads(line), pathlib.Path(directory) / "tree")
            print(json.dumps(answer), file=answers, flush=True)


main()
