"""Autogenerate's opinion of a scratch database: what the models say that it does not have, and the reverse.

Asked as `alembic check` asks it, inside the project's env.py, with the project's own filters and hooks.
"""

from .migrate import Migration
from .spelling import is_same_type

TEXT_LIMIT = 500


class NoModels(Exception):
    """env.py gives Alembic no models to compare with."""


class Comparison(Migration):
    """One run of env.py that moves nothing."""

    def __init__(self, config, script, channel, capture, family):
        super().__init__(config, script, (), channel, capture, family)
        self.changes = []

    def _plan(self, heads, context):
        from alembic.autogenerate import produce_migrations

        self.describe(context)
        models = context.opts.get("target_metadata")
        if models is None or not any(one.tables for one in (models if isinstance(models, (list, tuple)) else [models])):
            raise NoModels()
        directives = [produce_migrations(context, models)]
        hook = context.opts.get("process_revision_directives")
        if hook:
            hook(context, heads, directives)
        say = Words(context.dialect)
        for script in directives:
            for operations in script.upgrade_ops_list:
                for operation in flat(operations):
                    for change in say.changes(operation):
                        self.changes.append(dict(change, database=self.contexts[-1]["database"]))
        return ()


def flat(operations):
    for operation in operations.ops:
        if hasattr(operation, "ops"):
            yield from flat(operation)
        else:
            yield operation


class Words:
    """An operation of autogenerate as what it would change: `before` is the database's, `after` the models'."""

    def __init__(self, dialect):
        self._dialect = dialect

    def changes(self, operation):
        from alembic.operations import ops

        if isinstance(operation, (ops.CreateTableOp, ops.DropTableOp)):
            name = named(operation.schema, operation.table_name)
            return [self._exists("table", None, name, isinstance(operation, ops.CreateTableOp), "yes")]
        if isinstance(operation, ops.CreateForeignKeyOp):
            table = named(operation.kw.get("source_schema"), operation.source_table)
        else:
            table = named(getattr(operation, "schema", None), getattr(operation, "table_name", None))
        if isinstance(operation, (ops.AddColumnOp, ops.DropColumnOp)):
            is_new = isinstance(operation, ops.AddColumnOp)
            name = operation.column.name if is_new else operation.column_name
            return [self._exists("column", table, str(name), is_new, "yes")]
        if isinstance(operation, ops.AlterColumnOp):
            return self._altered(operation, table)
        if isinstance(operation, (ops.CreateTableCommentOp, ops.DropTableCommentOp)):
            wanted = getattr(operation, "comment", None)
            return [self._change("table", None, table, "comment", operation.existing_comment, wanted)]
        if isinstance(operation, (ops.CreateIndexOp, ops.DropIndexOp)):
            index = operation.to_index()
            is_new = isinstance(operation, ops.CreateIndexOp)
            body = self._columns(index.expressions) + (" unique" if index.unique else "")
            return [self._exists("index", table, str(index.name or body), is_new, body)]
        return [self._constraint(operation, table)]

    def _altered(self, operation, table):
        changes = []
        add = lambda *what: changes.append(self._change("column", table, operation.column_name, *what))  # noqa: E731
        if operation.modify_type is not None:
            types = self._type(operation.existing_type), self._type(operation.modify_type)
            # Autogenerate would say so after every upgrade, since no upgrade changes what the server keeps.
            if not is_same_type(self._dialect.name, *types):
                add("type", *types)
        if operation.modify_nullable is not None:
            add("nullable", yes(operation.existing_nullable), yes(operation.modify_nullable))
        if operation.modify_server_default is not False:
            before = self._default(operation.existing_server_default)
            add("default", before, self._default(operation.modify_server_default))
        if operation.modify_comment is not False:
            add("comment", operation.existing_comment, operation.modify_comment)
        return changes

    def _constraint(self, operation, table):
        from alembic.operations import ops
        from sqlalchemy import schema

        is_new = not isinstance(operation, ops.DropConstraintOp)
        if not hasattr(operation, "to_constraint"):
            # Of a package that teaches autogenerate more kinds of things: its own short name has to do.
            body = self._text(getattr(operation, "name", ""))
            return self._exists("change", table, type(operation).__name__, True, body)
        constraint = operation.to_constraint()
        kinds = ((schema.ForeignKeyConstraint, "foreign-key"), (schema.UniqueConstraint, "unique"))
        kinds += ((schema.CheckConstraint, "check"), (schema.PrimaryKeyConstraint, "primary-key"))
        kind = next((name for cls, name in kinds if isinstance(constraint, cls)), "change")
        body = self._columns(getattr(constraint, "columns", ()))
        if kind == "foreign-key":
            # `target_fullname` is also there where the other table is not loaded.
            body += " to " + ", ".join(element.target_fullname for element in constraint.elements)
            options = (("on delete", constraint.ondelete), ("on update", constraint.onupdate))
            body += "".join(" %s %s" % (name, value.lower()) for name, value in options if value)
        if kind == "check":
            body = self._text(constraint.sqltext)
        return self._exists(kind, table, str(constraint.name or body), is_new, body)

    def _columns(self, columns):
        return "(%s)" % ", ".join(str(getattr(column, "name", None) or column) for column in columns)

    def _type(self, given):
        try:
            return given.compile(dialect=self._dialect)
        except Exception:  # a type that this dialect cannot spell
            return repr(given)

    def _default(self, given):
        if given is None or given is False:
            return None
        argument = getattr(given, "arg", None)
        if argument is None:
            argument = getattr(given, "sqltext", given)
        return argument if isinstance(argument, str) else self._text(argument)

    def _text(self, value):
        try:
            return str(value)
        except Exception:  # SQL that only a dialect can spell
            return type(value).__name__

    def _exists(self, kind, table, name, is_new, body):
        return self._change(kind, table, name, "exists", None if is_new else body, body if is_new else None)

    def _change(self, kind, table, name, attribute, before, after):
        cut = lambda text: None if text is None else str(text)[:TEXT_LIMIT]  # noqa: E731
        change = {"kind": kind, "table": table, "name": cut(name) or "", "attribute": attribute}
        return dict(change, before=cut(before), after=cut(after))


def named(schema, name):
    """As the gate names it; a name may be a subclass of `str` that remembers how it is quoted."""
    if name is None:
        return None
    return "%s.%s" % (schema, name) if schema else str(name)


def yes(flag):
    return None if flag is None else "yes" if flag else "no"
