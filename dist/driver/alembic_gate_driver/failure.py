"""What went wrong, as one of few kinds the gate has a sentence for. Parameters and row values never leave here."""

import os
import re
import traceback

from .comparison import NoModels
from .engines import ABORTED, pgcode
from .migrate import NothingRan
from .redirect import ForeignDialect
from .sqlite import DENIED, ForeignFile, code_of
from .urls import NoDriver

MESSAGE_LIMIT = 2000
# What database servers quote from rows in their messages.
ROW_VALUES = (
    (re.compile(r"(Duplicate entry )'.*' (for key)", re.S), r"\1… \2"),
    (re.compile(r"(Key \([^)]*\)=)\(.*?\)(?= (?:already exists|is (?:not present|still referenced|duplicated)|conflicts)|$)", re.S), r"\1(…)"),
    (re.compile(r"(existing key \([^)]*\)=)\(.*?\)(?=\.|$)", re.S), r"\1(…)"),
    (re.compile(r"(Failing row contains )\(.*\)", re.S), r"\1(…)"),
    (re.compile(r'(invalid input (?:value for enum|syntax for type) .*?: )".*"', re.S), r'\1"…"'),
    (re.compile(r'((?:field )?value out of range: )".*?"', re.S), r'\1"…"'),
    (re.compile(r"((?:Incorrect|Truncated incorrect) [\w ]+value:? )'.*?'(?= for (?:column|function)|$)", re.S), r"\1…"),
    # PostgreSQL: what it could not read, and the text around it, where the driver writes parameters into the statement.
    (re.compile(r"((?:invalid input (?:syntax|value) for [^:\n]+|out of range|invalid [^:\n]*): )\".*?\"(?=\n|$)", re.S), r'\1"…"'),
    (re.compile(r"(value )\".*?\"( is out of range)", re.S), r"\1…\2"),
    (re.compile(r"\n(?:LINE \d+|CONTEXT|QUERY):.*", re.S), ""),
    (re.compile(r"(Token |JSON data, line \d+: ).*", re.S), r"\1…"),
    # What follows the place of a mistake in the statement, for the same reason.
    (re.compile(r"( near )'.*'( at line \d+)", re.S), r"\1…\2"),
    (re.compile(r'(^near |unrecognized token: )".*"(?=: syntax error$|$)', re.S), r'\1"…"'),
)
# Packages whose errors mean that something beside the database does not answer.
SERVICES = frozenset(
    "redis kafka pika amqp kombu celery pymongo elasticsearch opensearchpy botocore requests urllib3 httpx httpcore"
    " hvac consul".split()
)
# What no project of its kind runs without.
OWN_NEEDS = ("alembic", "sqlalchemy", "flask", "flask_migrate")
SQLITE = frozenset(("sqlite3", "pysqlite3"))
DBAPIS = SQLITE.union("pymysql MySQLdb mysql psycopg2 psycopg asyncpg aiomysql asyncmy".split())


# Of libraries that read settings from the environment, what says that one is missing.
SETTINGS = {
    ("decouple", "UndefinedValueError"),
    ("environs", "EnvError"),
    ("environs", "EnvNotSetError"),
    ("environ", "ImproperlyConfigured"),
}
STARLETTE = re.compile(r"^Config '(\w+)' is missing, and has no default\.$")


def describe(error, migration, tree):
    """`migration` is the run in which it happened, None before there was one; `tree` the directory of the code."""
    current = migration.current if migration is not None else None
    files = migration.files() if current is not None else None
    frames = traceback.extract_tb(error.__traceback__)
    line = next((f.lineno for f in reversed(frames) if f.filename in files), None) if files else None
    if current is not None and pgcode(error) == ABORTED and migration.swallowed is not None:
        # The project caught what really happened, and PostgreSQL takes nothing more in its transaction.
        error, line = migration.swallowed
    failure = {
        "class": type(error).__name__,
        "message": message_of(error),
        "line": line,
        "at": _place(frames, tree),
    }
    kind, subject = environment_kind(error)
    if current is not None and kind not in ("missing-extension", "foreign-file"):
        kind, subject = "migration", None
    return dict(failure, kind=kind, subject=subject, errno=_errno(error))


def message_of(error):
    """The text without SQLAlchemy's `[parameters: …]` and without the row values that servers quote."""
    original = getattr(error, "orig", None) or error
    arguments = getattr(original, "args", ())
    # MySQL's drivers: (number, text).
    numbered = len(arguments) == 2 and isinstance(arguments[0], int) and isinstance(arguments[1], str)
    text = arguments[1] if numbered else str(original)
    text = re.sub(r"\n?\[(SQL|parameters):.*", "", text, flags=re.S)
    for value in _bound(getattr(error, "params", None)):
        text = text.replace(value, "…")
    for pattern, replacement in ROW_VALUES:
        text = pattern.sub(replacement, text)
    return text.strip()[:MESSAGE_LIMIT] or type(error).__name__


def _bound(parameters):
    """Texts of the parameters that a failed statement was given, the longest first."""
    if isinstance(parameters, dict):
        parameters = list(parameters.values())
    if isinstance(parameters, (list, tuple)):
        found = [text for value in list(parameters)[:1000] for text in _bound(value)]
        return sorted(set(found), key=len, reverse=True)
    text = "" if parameters is None else str(parameters)
    return [text] if len(text) > 3 else []


def environment_kind(error):
    """(kind, what it is about) for an error outside of any migration."""
    for cause in _chain(error):
        name, module = type(cause).__name__, type(cause).__module__ or ""
        if isinstance(cause, ForeignDialect):
            return "foreign-dialect", cause.dialect
        if isinstance(cause, ForeignFile):
            return "foreign-file", cause.name
        if module.split(".")[0] in SQLITE and str(cause) in DENIED:
            return "foreign-file", None
        if isinstance(cause, NoDriver):
            return "no-driver", ", ".join(cause.names)
        if isinstance(cause, NoModels):
            return "no-models", None
        if isinstance(cause, NothingRan):
            return "nothing-ran", None
        if isinstance(cause, ModuleNotFoundError):
            return "no-alembic" if cause.name in OWN_NEEDS else "missing-module", cause.name
        if _is_missing_variable(cause):
            return "missing-variable", _variable(cause)
        if name == "NoAppException":
            return "no-application", None
        if name == "CommandError" and module.startswith("alembic"):
            return "alembic", None
        if pgcode(cause) in ("58P01", "0A000") and "extension" in str(cause):
            return "missing-extension", next(iter(re.findall(r'extension "([^"]+)"', str(cause))), None)
        if module.split(".")[0] in DBAPIS:
            return "database", None
        if module.split(".")[0] in SERVICES or isinstance(cause, ConnectionError):
            return "service", _service(cause, module)
    if isinstance(error, KeyError) and error.args == ("migrate",):
        return "no-migrate", None
    return ("exit" if isinstance(error, SystemExit) else "environment"), None


def _chain(error):
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        context = None if error.__suppress_context__ else error.__context__
        error = getattr(error, "orig", None) or error.__cause__ or context


def _is_missing_variable(error):
    name, module = type(error).__name__, (type(error).__module__ or "").split(".")[0]
    if isinstance(error, KeyError):
        frames = traceback.extract_tb(error.__traceback__)
        last = frames[-1] if frames else None
        # `os` is frozen from Python 3.11 on; Starlette raises a KeyError of its own.
        by_os = last is not None and last.name == "__getitem__" and last.filename.endswith(("os.py", "<frozen os>"))
        return by_os or bool(error.args and STARLETTE.match(str(error.args[0])))
    if name == "ValidationError" and module.startswith("pydantic"):
        return any("missing" in str(item.get("type")) for item in error.errors())
    return (module, name) in SETTINGS


def _variable(error):
    if isinstance(error, KeyError):
        return STARLETTE.sub(r"\1", str(error.args[0])) if error.args else None
    if type(error).__name__ == "ValidationError" and (type(error).__module__ or "").startswith("pydantic"):
        missing = [item for item in error.errors() if "missing" in str(item.get("type"))]
        prefix = _prefix(error)
        return ", ".join(prefix + "__".join(str(part) for part in item["loc"]).upper() for item in missing)
    return next(iter(re.findall(r"\b[A-Z][A-Z0-9_]{2,}\b", str(error))), None)


def _prefix(error):
    """What the settings' class puts before the names of its fields."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        for value in frame.f_locals.values():
            config = getattr(type(value), "model_config", None)
            if isinstance(config, dict) and config.get("env_prefix"):
                return config["env_prefix"].upper()
    return ""


def _service(error, module):
    where = re.search(r"([\w.-]+[: ]\d{2,5})\b", re.sub(r"\[?Err(no|or) -?\d+\]?", "", str(error)))
    name = module.split(".")[0] if module != "builtins" else "a service"
    return "%s at %s" % (name, where.group(1)) if where else name


def _errno(error):
    """The server's; a number that other errors begin with may be a value."""
    original = getattr(error, "orig", None) or error
    first = next(iter(getattr(original, "args", ())), None)
    module = (type(original).__module__ or "").split(".")[0]
    if module in SQLITE:
        return code_of(str(original))
    number = first if module in DBAPIS and isinstance(first, int) else pgcode(original)
    return str(number or "") or None


def _place(frames, tree):
    """Innermost place in the project's own files, for errors of env.py and of the application."""
    tree = os.path.join(tree, "")
    own = [f for f in frames if f.filename.startswith(tree) and "site-packages" not in f.filename]
    return {"path": own[-1].filename[len(tree) :], "line": own[-1].lineno} if own else None
