/** SQLAlchemy takes a colon before a word for a parameter, inside of quotes as well. */
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';
import { sqlStatements } from '../sql/statements.ts';
import type { Token } from '../sql/tokens.ts';

/** TextClause's own expression (sqlalchemy/sql/elements.py, _bind_params_regex). */
const PARAMETER = /(?<![:\p{L}\p{N}_\\]):([\p{L}\p{N}_]+)(?!:)/u;

export const noUnescapedColon: Rule = {
  id: 'no-unescaped-colon',
  group: 'traps',
  title: 'A colon inside of a quoted text that is taken for a parameter',
  why: 'A string given to `op.execute` becomes `text()`, in which `:word` is a bind parameter even inside of quotes. The migration stops with "A value is required for bind parameter".',
  severity: ALL_ERROR,
  examples: {
    bad: [
      {
        caption: 'JSON without spaces',
        upgrade: `op.execute("""INSERT INTO setting VALUES ('{"a":1}')""")`,
        at: 'op.execute',
      },
    ],
    good: [
      { caption: 'JSON with spaces', upgrade: `op.execute("""INSERT INTO setting VALUES ('{"a": 1}')""")` },
      {
        caption: 'a time, a cast and a parameter',
        upgrade: `op.execute("UPDATE t SET a = '10:30', b = c::text WHERE id = :id")`,
      },
      { caption: 'an escaped colon', upgrade: `op.execute(r"UPDATE t SET a = '\\:b' WHERE id = 1")` },
      {
        caption: 'under a test for another database',
        upgrade: `if op.get_bind().dialect.name == "sqlite":\n    op.execute("""SELECT json_extract('{"a":1}', '$.a')""")`,
      },
      {
        caption: 'given to the driver as it is',
        upgrade: `op.get_bind().exec_driver_sql("""INSERT INTO setting VALUES ('{"a":1}')""")`,
      },
    ],
  },
  check: ({ operations, engine }) =>
    operations.flatMap((operation) => {
      if (operation.kind !== 'sql' || operation.via !== 'text') return [];
      // The engine may take a backslash for an escape; SQLAlchemy looks at the text as it is.
      const written = (sqlStatements(operation.sql.replaceAll('\\', '\\\\'), engine) ?? []).flat();
      const name = strings(written).flatMap((text) => PARAMETER.exec(`'${text}'`)?.[1] ?? [])[0];
      if (name === undefined) return [];
      return [
        trouble(
          operation,
          `SQLAlchemy takes \`:${name}\` inside of the quotes for a parameter: the migration stops with "A value is required for bind parameter '${name}'".`,
          'Give the statement to the driver as it is, or write \\: for the colon:\nop.get_bind().exec_driver_sql("…")',
        ),
      ];
    }),
};

function strings(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) =>
    token.kind === 'group' ? strings(token.items) : token.kind === 'string' ? [token.text] : [],
  );
}
