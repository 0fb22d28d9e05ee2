"""Answers a JSON list of questions with what configparser, Alembic's Config and Alembic's ScriptDirectory say.

{"ini": text}                  every option of every section, or the error of reading
{"ini": text, "toml": text}    Alembic's options from both files together; either may be null
{"tree": {path: text}, "file": path, "section": name, "cwd": path}   the directories Alembic has when started there
{"files": {path: text}, "links": {path: target}, "recursive": bool}   the revision files that Alembic loads, in order
"""

import configparser
import io
import json
import os
import sys
import tempfile
import warnings
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

warnings.simplefilter("ignore")
HERE = "/<repository>"


def line_of(error):
    return error.errors[0][0] if isinstance(error, configparser.ParsingError) and error.errors else error.lineno


def parsed(text):
    parser = configparser.ConfigParser({"here": HERE})
    try:
        parser.read_file(io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    except configparser.Error as error:
        return {"line": error.lineno if hasattr(error, "lineno") else line_of(error)}
    return {name: {option: value(parser, name, option) for option in parser.options(name)} for name in parser.sections()}


def value(parser, section, option):
    try:
        return parser.get(section, option)
    except configparser.InterpolationError:
        return None


def settings(ini, toml):
    with tempfile.TemporaryDirectory() as directory:
        names = []
        for name, text in (("alembic.ini", ini), ("pyproject.toml", toml)):
            if text is not None:
                Path(directory, name).write_bytes(text.encode())
            names.append(os.path.join(directory, name) if text is not None else None)
        config = Config(*names)

        try:
            said = {
                "scriptLocation": config.get_alembic_option("script_location"),
                "versionLocations": config.get_version_locations_list() or None,
                "prependSysPath": config.get_prepend_sys_paths_list() or [],
                "recursive": config.get_alembic_boolean_option("recursive_version_locations"),
                "sourceless": config.get_alembic_boolean_option("sourceless"),
                "fileTemplate": config.get_alembic_option("file_template", "%(rev)s_%(slug)s"),
                "truncateSlugLength": int(config.get_alembic_option("truncate_slug_length", 40)) or 40,
                "postWriteHooks": [hook["_hook_name"] for hook in config.get_hooks_list()],
            }
        except Exception:
            return "error"
        return json.loads(json.dumps(said).replace(directory, HERE))


def placed(tree, file, section, cwd):
    before, path = os.getcwd(), list(sys.path)
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory).resolve()
        write(root, tree)
        os.chdir(root / cwd)
        which = {"toml_file": root / file} if file.endswith(".toml") else {"file_": root / file}
        script = ScriptDirectory.from_config(Config(ini_section=section, **which))
        relative = [os.path.relpath(os.path.realpath(each), root) for each in [script.dir, *script._version_locations]]
        os.chdir(before)
        sys.path[:] = path
    return {"scriptLocation": relative[0], "versionLocations": relative[1:]}


def write(root, files):
    for path, text in files.items():
        Path(root, path).parent.mkdir(parents=True, exist_ok=True)
        Path(root, path).write_text(text)


def loaded(files, links, recursive):
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory).resolve()
        Path(root, "m").mkdir()
        write(root, files)
        for path, target in links.items():
            Path(root, path).parent.mkdir(parents=True, exist_ok=True)
            os.symlink(target, Path(root, path))
        how = {"recursive_version_locations": True} if recursive else {}
        script = ScriptDirectory(str(root / "m"), version_locations=[str(root / "m/a"), str(root / "m/b")], **how)
        sys.dont_write_bytecode = True
        try:
            return [str(Path(each.path).relative_to(root)) for each in script._load_revisions()]
        except Exception:
            return "error"


def answer(question):
    if "tree" in question:
        return placed(**question)
    if "files" in question:
        return loaded(**question)
    return settings(**question) if "toml" in question else parsed(question["ini"])


json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
