/** MySQL before 9.0 reads REFERENCES beside a column and makes no foreign key of it. */
import { columnNamed, type Change, type Column } from '../change.ts';
import { changesIn, isBefore } from '../pass.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';

export const noInlineReferences: Rule = {
  id: 'no-inline-references',
  group: 'locks',
  title: 'REFERENCES beside a column, which MySQL ignores',
  why: 'MySQL before 9.0 parses the clause and makes no foreign key: everybody believes in a guard that is not there. SQLAlchemy’s `sa.ForeignKey` writes a constraint of its own and is not concerned.',
  severity: ALL_WARNING,
  engines: ['mysql'],
  statements: true,
  examples: {
    bad: [
      {
        caption: 'in a new table',
        upgrade: 'op.execute("CREATE TABLE note (id INT, user_id INT REFERENCES user (id))")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'a constraint of its own',
        upgrade:
          'op.execute("CREATE TABLE note (id INT, user_id INT, FOREIGN KEY (user_id) REFERENCES user (id))")',
      },
      {
        caption: 'MySQL 9.0',
        upgrade: 'op.execute("CREATE TABLE note (id INT, user_id INT REFERENCES user (id))")',
        version: '9.0.1',
      },
      {
        caption: 'SQLAlchemy’s way',
        upgrade: 'op.add_column("note", sa.Column("user_id", sa.Integer(), sa.ForeignKey("user.id")))',
      },
    ],
  },
  check: (pass) =>
    pass.version !== null && !isBefore(pass.version, '9.0')
      ? []
      : changesIn(pass, 'upgrade', 'create-table', 'add-column').flatMap((change) =>
          columnsOf(change)
            .filter(({ references }) => references?.inline === true)
            .map(({ name }) =>
              trouble(
                change,
                `MySQL before 9.0 ignores the REFERENCES beside ${columnNamed(change.table, name)}: there is no foreign key, and nothing keeps wrong values out.`,
                'Write it as a constraint of its own:\nFOREIGN KEY (…) REFERENCES … (…)',
              ),
            ),
        ),
};

const columnsOf = (change: Extract<Change, { kind: 'create-table' | 'add-column' }>): readonly Column[] =>
  change.kind === 'create-table' ? change.columns : [change.column];
