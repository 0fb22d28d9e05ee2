/** A migration that asks the database what is there cannot be written out as SQL. */
import { parseModule } from '../../revision/python/parse.ts';
import { lineAt } from '../../revision/python/source.ts';
import type { Expression } from '../../revision/python/syntax.ts';
import { walk } from '../../revision/python/walk.ts';
import { trouble, type Rule } from '../rule.ts';

type Call = Extract<Expression, { readonly kind: 'call' }>;

export const noOnlineOnlyIntrospection: Rule = {
  id: 'no-online-only-introspection',
  group: 'traps',
  title: 'The migration inspects the live database',
  why: 'With `--sql` there is no database to ask, and `alembic upgrade --sql` stops here. Where a database administrator applies SQL files, that is the only way to deploy.',
  severity: { recommended: 'off', 'add-only': 'off', strict: 'info' },
  examples: {
    bad: [
      {
        caption: 'SQLAlchemy’s inspector',
        upgrade:
          'inspector = sa.inspect(op.get_bind())\nif not inspector.has_table("tag"):\n    op.create_table("tag", sa.Column("id", sa.Integer()))',
        at: 'inspector = ',
      },
      {
        caption: 'as older versions have it',
        before: 'from sqlalchemy.engine.reflection import Inspector',
        upgrade: 'columns = Inspector.from_engine(op.get_bind()).get_columns("tag")',
        at: 'columns = ',
      },
    ],
    good: [
      {
        caption: 'Alembic’s own guard',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()), if_not_exists=True)',
      },
      {
        caption: 'another inspect',
        before: 'import inspect',
        upgrade: 'op.execute(inspect.cleandoc("UPDATE tag SET a = 1 WHERE a = 0"))',
      },
    ],
  },
  check: ({ text }) => {
    if (!/inspect/i.test(text)) return [];
    const calls: Call[] = [];
    for (const statement of parseModule(text))
      walk(statement, (node) => {
        if (node.kind === 'call' && isInspection(node)) calls.push(node);
        return true;
      });
    return calls.map((call) =>
      trouble(
        { line: lineAt(text, call.from), endLine: lineAt(text, call.to - 1), span: call },
        'This asks the live database what is there: `alembic upgrade --sql`, which has none, stops here.',
        'Decide without asking, or guard it:\nif not op.get_context().as_sql:',
      ),
    );
  },
};

/** `inspect(bind)`, `sa.inspect(bind)`, `Inspector.from_engine(bind)`. */
function isInspection({ callee, args }: Call): boolean {
  if (callee.kind === 'name') return callee.name === 'inspect' && args.length > 0;
  if (callee.kind !== 'attribute' || callee.object.kind !== 'name') return false;
  return (
    (callee.name === 'inspect' && args.length > 0) ||
    (callee.name === 'from_engine' && callee.object.name === 'Inspector')
  );
}
