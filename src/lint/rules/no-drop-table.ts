/** A dropped table takes its rows along, and every instance of the old code that still runs fails on it. */
import { named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { unmappedAtMost, whoFails } from '../rollback-card.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const noDropTable: Rule = {
  id: 'no-drop-table',
  group: 'data-loss',
  title: 'A table that exists is dropped',
  why: 'Its rows are gone, and no downgrade brings them back. While a deploy rolls, instances of the old code still read and write the table and fail at once.',
  recipe: [
    { does: 'Take the model out of the code, and whatever else reads or writes the table.' },
    {
      does: 'Drop the table, when no instance of the release before it runs any more and its rows are backed up.',
      migration: 'op.drop_table("invoice")',
    },
  ],
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      { caption: 'with Alembic', upgrade: 'op.drop_table("invoice")', at: 'op.drop_table("invoice")' },
      {
        caption: 'in raw SQL, comments notwithstanding',
        upgrade: 'op.execute("/* cleanup */ DROP TABLE IF EXISTS invoice")',
        at: 'op.execute',
      },
      {
        caption: 'to put its copy in its place',
        upgrade: 'op.drop_table("invoice")\nop.rename_table("invoice_new", "invoice")',
        at: 'op.drop_table',
        says: 'for another of that name',
      },
    ],
    good: [
      {
        caption: 'in the downgrade of the revision that creates it',
        upgrade: 'op.create_table("invoice", sa.Column("id", sa.Integer(), nullable=False))',
        downgrade: 'op.drop_table("invoice")',
      },
      {
        caption: 'a working table of this very pull request',
        upgrade: 'op.execute("CREATE TABLE work (id INT)")\nop.drop_table("work")',
      },
      {
        caption: 'a working table that an earlier attempt may have left',
        upgrade:
          'op.execute("DROP TABLE IF EXISTS work")\nop.execute("CREATE TABLE work (id INT)")\nop.execute("DROP TABLE IF EXISTS work")',
      },
      {
        caption: 'a string that only mentions it',
        upgrade: `op.execute("INSERT INTO log VALUES ('DROP TABLE x')")`,
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'drop-table')
      .filter((change) => !pass.facts.isWorkingTable(change))
      .map((change) =>
        trouble(
          change,
          pass.facts.isReplaced(change)
            ? `Dropping table ${named(change.table)} for another of that name loses the rows that were not copied to it, ${whoFails(unmappedAtMost(pass, change.table), 'meets a table that is no longer its own')}.`
            : `Dropping table ${named(change.table)} destroys its rows for good, ${whoFails(unmappedAtMost(pass, change.table), 'fails at its next query of it')}.`,
          'Remove the model in this release and leave the table; drop it in a later one, when no running code maps it and its rows are backed up.',
          unmappedAtMost(pass, change.table),
        ),
      ),
};
