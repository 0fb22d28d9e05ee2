/** A schema without its model, or a model without its schema, is half a change. */
import type { Change } from '../change.ts';
import { isUnmapped } from '../models/model.ts';
import { changesIn, isMerge } from '../pass.ts';
import { trouble, WARNING_ERROR, type Rule } from '../rule.ts';

const USER =
  'class User(DeclarativeBase):\n    __tablename__ = "user"\n    id = Column(Integer, primary_key=True)\n';

export const requireModelChange: Rule = {
  id: 'require-model-change',
  group: 'pull-request',
  title: 'The schema changes, and no file of models: does',
  why: 'The next autogenerate finds the difference and undoes this migration in somebody else’s pull request. Merge revisions, table options and revisions that only change rows are excepted, and so is dropping what no model maps any more. Needs `models:`.',
  severity: WARNING_ERROR,
  examples: {
    bad: [
      {
        caption: 'a column that no model has',
        upgrade: 'op.add_column("user", sa.Column("nick", sa.Text()))',
        at: 'op.add_column',
        models: { base: USER, merged: USER },
      },
    ],
    good: [
      {
        caption: 'both',
        upgrade: 'op.add_column("user", sa.Column("nick", sa.Text()))',
        models: { base: USER, merged: `${USER}    nick = Column(Text)\n` },
      },
      {
        caption: 'rows alone',
        upgrade: `op.execute("UPDATE user SET id = 2 WHERE id = 1")`,
        models: { base: USER, merged: USER },
      },
      {
        caption: 'a column that left the model before',
        upgrade: 'op.drop_column("user", "nick")',
        models: { base: USER, merged: USER },
      },
      { caption: 'without `models:`', upgrade: 'op.add_column("user", sa.Column("nick", sa.Text()))' },
    ],
  },
  check: (pass) => {
    const { models } = pass;
    if (models === null || models.changed || isMerge(pass)) return [];
    const removed = (change: Change): boolean =>
      (change.kind === 'drop-table' && isUnmapped(models.base, change.table)) ||
      (change.kind === 'drop-column' && isUnmapped(models.base, change.table, change.column));
    const [first] = changesIn(
      pass,
      'upgrade',
      ...(['create-table', 'drop-table', 'rename-table', 'add-column', 'drop-column'] as const),
      ...(['rename-column', 'alter-column', 'create-index', 'drop-index'] as const),
      ...(['add-constraint', 'drop-constraint', 'add-enum-value'] as const),
    ).filter((change) => !removed(change) && !(change.kind === 'create-table' && change.temporary));
    if (!first) return [];
    return [
      trouble(
        first,
        'The schema changes here, and no model does: the next autogenerate finds the difference and undoes it in another pull request.',
        'Change the model in the same pull request.',
      ),
    ];
  },
};
