"""What a migration sends to the database, statement by statement, with the line of the revision file it came from.

Never captured: bound parameters and rows.
"""

import re
import sys
import time

from .engines import ABORTED, on_every_engine, pgcode

# A step with more statements than this is a loop over data; the rest is counted by the gate's message, not sent.
STATEMENT_LIMIT = 2000
SQL_LIMIT = 20000
# How SQLAlchemy looks at a table of SQLite, two dozen times in each batch; nobody wrote it and nothing comes of it.
LOOKING = re.compile(
    r"\s*(PRAGMA (\"?\w+\"?\.)?(table_x?info|foreign_key_list|index_list|index_x?info)\b"
    r"|SELECT sql FROM\s+\(SELECT \* FROM \S*sqlite_master\b|SELECT sql FROM \S*sqlite_master\b)"
)


class Stopped(BaseException):
    """The gate wants the migration to end before its next statement, as if the deployment had died there."""


class Capture:
    """Reports statements while a step runs; `files` are the names Python knows the running revision's file by."""

    def __init__(self, channel):
        self._channel = channel
        self._files = None
        self._sent = 0
        self._batch_line = None
        self._look = None
        # The last error of a statement in this step, and its line.
        self.failed = None

    def pause(self, look):
        """
        From here on each statement waits for the gate's word before it runs; the gate is told what the query `look`
        gives as its first value, asked in the migration's own session. None: nothing waits.
        """
        self._look = look

    def listen(self):
        on_every_engine(self.ears)
        self.listen_to_batches()

    @property
    def ears(self):
        return {
            "before_cursor_execute": self._before,
            "after_cursor_execute": self._after,
            "handle_error": self._failed,
        }

    def begin(self, files):
        self._files = files
        self._sent = 0
        self.failed = None

    def end(self):
        self._files = None

    def line(self):
        """The innermost line of the revision file that is being executed; None outside of it."""
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename in self._files:
                return self._batch_line or frame.f_lineno
            frame = frame.f_back
        return None

    def _before(self, connection, cursor, statement, parameters, context, executemany):
        if self._files is None or context is None or LOOKING.match(statement):
            return
        self._sent += 1
        if self._sent > STATEMENT_LIMIT:
            return
        context._alembic_gate_begun = time.perf_counter()
        message = {"event": "statement", "sql": statement[:SQL_LIMIT], "line": self.line()}
        if self._look is None:
            self._channel.send(message)
        elif self._channel.ask(dict(message, seen=self._seen(connection))) == "stop":
            raise Stopped("stopped by the gate")

    def _seen(self, connection):
        try:
            cursor = connection.connection.cursor()
            try:
                cursor.execute(self._look)
                value = cursor.fetchone()[0]
                return value.decode() if isinstance(value, bytes) else str(value)
            finally:
                cursor.close()
        except Exception:  # a session in the middle of something else; the statement itself will say so
            return None

    def _after(self, connection, cursor, statement, parameters, context, executemany):
        self._finish(context, cursor.rowcount)

    def _failed(self, failure):
        error = failure.sqlalchemy_exception or failure.original_exception
        if self._files is not None and pgcode(error) != ABORTED:
            self.failed = (error, self.line())
        self._finish(failure.execution_context, -1)

    def _finish(self, context, rows):
        begun = getattr(context, "_alembic_gate_begun", None)
        if begun is not None:
            milliseconds = (time.perf_counter() - begun) * 1000
            # -1 and, of unbuffered cursors, 2**64 - 1 both say "not known".
            known = isinstance(rows, int) and 0 <= rows < 2**53
            self._channel.send(
                {"event": "statement-end", "durationMs": milliseconds, "rows": rows if known else None}
            )

    def listen_to_batches(self):
        """`batch_alter_table` executes on leaving its block: each operation's line is kept from when it was called."""
        from alembic.operations.batch import BatchOperationsImpl

        capture = self
        original = BatchOperationsImpl.__init__

        class Batch(list):
            def __init__(self):
                super().__init__()
                self._lines = []

            def append(self, operation):
                super().append(operation)
                self._lines.append(capture.line() if capture._files is not None else None)

            def __iter__(self):
                try:
                    for operation, line in zip(list.__iter__(self), self._lines):
                        capture._batch_line = line
                        yield operation
                finally:
                    capture._batch_line = None

        def init(self, *args, **kwargs):
            original(self, *args, **kwargs)
            self.batch = Batch()

        BatchOperationsImpl.__init__ = init
