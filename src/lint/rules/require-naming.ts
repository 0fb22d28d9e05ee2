/** Names that follow no pattern must be looked up, each time. */
import { UsageError } from '../../tree/usage-error.ts';
import { newNames } from '../new-names.ts';
import { ALL_OFF, trouble, type Rule } from '../rule.ts';

export const requireNaming: Rule = {
  id: 'require-naming',
  group: 'hygiene',
  title: 'A new name that does not follow the project’s pattern',
  why: 'Names in two styles must be looked up each time, and on servers whose names are case-sensitive a wrong guess fails. `table`, `column`, `index` and `constraint` are regular expressions that the whole name must match; those that are null are not looked at.',
  severity: ALL_OFF,
  statements: true,
  options: { table: '[a-z][a-z0-9_]*', column: '[a-z][a-z0-9_]*', index: null, constraint: null },
  examples: {
    bad: [
      {
        caption: 'camel case',
        upgrade: 'op.add_column("note", sa.Column("createdAt", sa.DateTime()))',
        at: 'op.add_column',
      },
      {
        caption: 'an index, with `index: ix_.+`',
        upgrade: 'op.create_index("note_text", "note", ["text"])',
        at: 'op.create_index',
        config: { rules: { 'require-naming': { severity: 'error', options: { index: 'ix_.+' } } } },
      },
    ],
    good: [
      {
        caption: 'snake case, and an index of any name',
        upgrade:
          'op.create_table("note_text", sa.Column("created_at", sa.DateTime()))\nop.create_index("NoteText", "note_text", ["created_at"])',
      },
      { caption: 'a computed name', upgrade: 'op.add_column("note", sa.Column(name(), sa.DateTime()))' },
    ],
  },
  check: (pass) =>
    newNames(pass).flatMap(({ sort, name, change }) => {
      const pattern = pass.options[sort];
      if (typeof pattern !== 'string' || compiled(sort, pattern).test(name)) return [];
      return [
        trouble(
          change,
          `The ${sort} name \`${name}\` does not match ${pattern}: whoever writes a query must look up which style it has.`,
          'Take a name that matches the pattern.',
        ),
      ];
    }),
};

/** Throws UsageError where the configuration's pattern is none. */
function compiled(sort: string, pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    throw new UsageError(`rules.require-naming.${sort}: ${pattern} is no regular expression`);
  }
}
