/** Tables that lack what every other one has are found out when somebody needs it. */
import { key, named } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

const DATED = {
  rules: {
    'require-columns': { severity: 'error', options: { columns: ['created_at', 'updated_at'] } },
  },
} as const;

export const requireColumns: Rule = {
  id: 'require-columns',
  group: 'hygiene',
  title: 'A new table without the columns that every table is to have',
  why: 'When the day comes on which somebody asks when a row was made, it is too late to add the column. `columns` names them; without it nothing is found.',
  severity: ALL_OFF,
  statements: true,
  options: { columns: [] },
  examples: {
    bad: [
      {
        caption: 'with `columns: [created_at, updated_at]`',
        upgrade:
          'op.create_table("tag", sa.Column("id", sa.Integer()), sa.Column("created_at", sa.DateTime()))',
        at: 'op.create_table',
        config: DATED,
      },
    ],
    good: [
      {
        caption: 'both, one of them added later',
        upgrade:
          'op.create_table("tag", sa.Column("created_at", sa.DateTime()))\nop.add_column("tag", sa.Column("updated_at", sa.DateTime()))',
        config: DATED,
      },
      {
        caption: 'no columns asked for, and columns that are computed',
        upgrade: 'op.create_table("tag", sa.Column("id", sa.Integer()))\nop.create_table("note", *columns())',
      },
    ],
  },
  check: (pass) => {
    const { columns } = pass.options;
    const wanted = Array.isArray(columns) ? columns.map(String) : [];
    return changesIn(pass, 'upgrade', 'create-table').flatMap((change) => {
      if (!change.complete || change.temporary) return [];
      const written = change.columns.flatMap(({ name }) => (name === null ? [] : [key(name)]));
      const missing = wanted.filter(
        (name) => !written.includes(key(name)) && pass.facts.writtenColumn(change.table, name) === null,
      );
      if (missing.length === 0) return [];
      return [
        trouble(
          change,
          `Table ${named(change.table)} has no ${missing.map(named).join(' and no ')}, which every table here is to have.`,
          `Add ${missing.length === 1 ? 'it' : 'them'}.`,
        ),
      ];
    });
  },
};
