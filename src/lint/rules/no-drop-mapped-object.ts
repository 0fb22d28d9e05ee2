/** What the base's models still map is read by every instance that runs while this deploys. */
import { columnNamed, named, type Change } from '../change.ts';
import { mapped, type Models, type ModelTable } from '../models/model.ts';
import { onExisting } from '../pass.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

const USER = 'class User(Base):\n    __tablename__ = "user"\n    id = Column(Integer, primary_key=True)\n';
const NICK = `${USER}    nick = Column(String(50))\n`;

export const noDropMappedObject: Rule = {
  id: 'no-drop-mapped-object',
  group: 'rolling-deploy',
  title: 'A table or column is dropped that the base’s models still map',
  why: 'The code that runs while this deploys is the base’s. SQLAlchemy names every mapped column in its statements, so each query of the table fails from this migration on until the last old instance is gone. Needs `models:`.',
  severity: ALL_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'model and column leave together',
        upgrade: 'op.drop_column("user", "nick")',
        at: 'op.drop_column',
        models: { base: NICK, merged: USER },
      },
      {
        caption: 'a table',
        upgrade: 'op.drop_table("user")',
        at: 'op.drop_table',
        models: { base: NICK, merged: 'import sqlalchemy\n' },
      },
    ],
    good: [
      {
        caption: 'a column that left the model before',
        upgrade: 'op.drop_column("user", "nick")',
        models: { base: USER, merged: USER },
      },
      {
        caption: 'a column that this pull request added',
        upgrade: 'op.add_column("user", sa.Column("nick", sa.Text()))\nop.drop_column("user", "nick")',
        models: { base: USER, merged: NICK },
      },
      { caption: 'without `models:`', upgrade: 'op.drop_table("user")' },
    ],
  },
  check: (pass) => {
    const { models, facts } = pass;
    if (models === null) return [];
    return onExisting(pass, 'drop-table', 'drop-column').flatMap((change) => {
      const model = mappedBy(change, models.base);
      const column = change.kind === 'drop-column' ? change.column : null;
      if (model === null || (column !== null && facts.newColumn(change, column) !== null)) return [];
      return [
        trouble(
          change,
          `${column === null ? named(change.table) : columnNamed(change.table, column)} is mapped by ${model.path}, line ${model.line}, of the base: code that still runs while this deploys fails at every query of the table.`,
          'Remove it from the model in this pull request, and drop it in one that lands when that code runs everywhere.',
        ),
      ];
    });
  },
};

function mappedBy(change: Change, base: Models): ModelTable | null {
  if (!('table' in change) || change.table === null) return null;
  const model = mapped(base, change.table);
  if (change.kind !== 'drop-column') return model;
  return change.column !== null && model?.columns.has(change.column.toLowerCase()) === true ? model : null;
}
