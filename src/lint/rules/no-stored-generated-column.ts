/** A stored generated column is computed for every row before anybody may write again. */
import { columnNamed } from '../change.ts';
import { onExisting } from '../pass.ts';
import { MYSQL, trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noStoredGeneratedColumn: Rule = {
  id: 'no-stored-generated-column',
  group: 'locks',
  title: 'A stored generated column is added to a table that exists',
  why: 'Its value is computed and written for every row: the server copies the table and blocks writes meanwhile. A virtual column is added at once.',
  severity: WARNING_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'with SQLAlchemy',
        upgrade: 'op.add_column("user", sa.Column("n", sa.Integer(), sa.Computed("a + 1", persisted=True)))',
        at: 'op.add_column',
      },
      {
        caption: 'in raw SQL',
        upgrade: 'op.execute("ALTER TABLE user ADD n INT GENERATED ALWAYS AS (a + 1) STORED")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'a virtual one',
        upgrade: 'op.execute("ALTER TABLE user ADD n INT GENERATED ALWAYS AS (a + 1) VIRTUAL")',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'add-column')
      .filter(({ column }) => column.generated === 'stored')
      .map((change) =>
        trouble(
          change,
          `${columnNamed(change.table, change.column.name)} is computed and stored for every row: the table is copied, and writes to it wait for its whole length.`,
          'Make it VIRTUAL (persisted=False), and index it if it is searched.',
        ),
      ),
};
