"""Takes each revision up, down and up again by Alembic's own commands, each from a fresh database.

round_trips.py INI URL        prints {revision: what went wrong, or null}, the schema compared as SHOW CREATE TABLE has it
"""

import json
import logging
import sys

import sqlalchemy
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory


def tables(engine):
    with engine.connect() as connection:
        names = [name for (name,) in connection.exec_driver_sql("SHOW TABLES") if name != "alembic_version"]
        made = [connection.exec_driver_sql("SHOW CREATE TABLE `%s`" % name).fetchone()[1] for name in names]
    # In any order: a column that comes back comes back last.
    return sorted(line.strip(" ,") for text in made for line in text.split("\n"))


def clear(engine):
    with engine.connect() as connection:
        connection.exec_driver_sql("SET FOREIGN_KEY_CHECKS = 0")
        for (name,) in connection.exec_driver_sql("SHOW TABLES").fetchall():
            connection.exec_driver_sql("DROP TABLE `%s`" % name)


def round_trip(config, engine, revision, parent):
    clear(engine)
    if parent != "base":
        command.upgrade(config, parent)
    before = tables(engine)
    command.upgrade(config, revision)
    after = tables(engine)
    try:
        command.downgrade(config, parent)
    except Exception as error:
        return "the downgrade raises " + type(error).__name__
    if tables(engine) != before:
        return "the downgrade leaves another schema"
    command.upgrade(config, revision)
    return None if tables(engine) == after else "the second upgrade gives another schema"


def main(ini, url):
    config = Config(ini)
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    engine = sqlalchemy.create_engine(url, poolclass=sqlalchemy.pool.NullPool, isolation_level="AUTOCOMMIT")
    revisions = list(ScriptDirectory.from_config(config).walk_revisions())
    told = {one.revision: round_trip(config, engine, one.revision, one.down_revision or "base") for one in revisions}
    logging.disable()
    print(json.dumps(told))


main(*sys.argv[1:])
