/** Autogenerate takes along whatever differs, whoever changed it. */
import { key, named } from '../change.ts';
import { isSame, mapped } from '../models/model.ts';
import { onExisting } from '../pass.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';

const table = (name: string, more = ''): string =>
  `class ${name}(DeclarativeBase):\n    __tablename__ = "${name.toLowerCase()}"\n    id = Column(Integer, primary_key=True)\n${more}`;
const NICK = '    nick = Column(Text)\n';

export const noUnrelatedChange: Rule = {
  id: 'no-unrelated-change',
  group: 'pull-request',
  title: 'The migration changes a table whose model stays as it is',
  why: 'Autogenerate compares the whole database with all models, so it takes along what somebody else changed: a branch that is not merged, or a database that drifted. It lands under the wrong ticket, and again with its own. Needs `models:`.',
  severity: ALL_WARNING,
  examples: {
    bad: [
      {
        caption: 'a second table',
        upgrade:
          'op.add_column("user", sa.Column("nick", sa.Text()))\nop.drop_index("ix_note", table_name="note")',
        at: 'op.drop_index',
        models: { base: table('User') + table('Note'), merged: table('User', NICK) + table('Note') },
      },
    ],
    good: [
      {
        caption: 'the table whose model changes, and one that no model maps',
        upgrade:
          'op.add_column("user", sa.Column("nick", sa.Text()))\nop.drop_index("ix_log", table_name="log")',
        models: { base: table('User') + table('Note'), merged: table('User', NICK) + table('Note') },
      },
      {
        caption: 'a column that left the model before',
        upgrade: 'op.drop_column("note", "nick")',
        models: { base: table('User') + table('Note'), merged: table('User', NICK) + table('Note') },
      },
    ],
  },
  check: (pass) => {
    const { models } = pass;
    if (models?.changed !== true) return [];
    const seen = new Set<string>();
    return onExisting(
      pass,
      ...(['drop-table', 'rename-table', 'add-column', 'drop-column', 'rename-column'] as const),
      ...(['alter-column', 'create-index', 'drop-index', 'add-constraint', 'drop-constraint'] as const),
    ).flatMap((change) => {
      if (change.table === null || seen.has(key(change.table))) return [];
      const before = mapped(models.base, change.table);
      const after = mapped(models.merged, change.table);
      const isRemoval =
        change.kind === 'drop-column' &&
        change.column !== null &&
        before?.columns.has(key(change.column)) === false;
      if (!before?.whole || !after?.whole || !isSame(before, after) || isRemoval) return [];
      seen.add(key(change.table));
      return [
        trouble(
          change,
          `${named(change.table)} changes here, and its model (${after.path}, line ${after.line}) does not: autogenerate may have picked up somebody else’s change.`,
          'Take it out, unless it belongs to this change.',
        ),
      ];
    });
  },
};
