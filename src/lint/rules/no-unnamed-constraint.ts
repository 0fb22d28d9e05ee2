/** What has no name cannot be dropped by name. */
import { argument, isNone, type Call } from '../arguments.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noUnnamedConstraint: Rule = {
  id: 'no-unnamed-constraint',
  group: 'reversibility',
  title: 'A constraint or index without a name',
  why: 'Without a naming convention in the metadata, autogenerate writes `None` for the name. The server invents one that differs between servers, and the `drop_constraint(None, …)` of the downgrade fails.',
  severity: STRICT_ERROR,
  examples: {
    bad: [
      {
        caption: 'a foreign key as autogenerate writes it',
        upgrade: 'op.create_foreign_key(None, "note", "user", ["user_id"], ["id"])',
        at: 'op.create_foreign_key',
      },
      {
        caption: 'its way back',
        upgrade: 'op.create_unique_constraint("uq", "note", ["a"])',
        downgrade: 'op.drop_constraint(None, "note", type_="unique")',
        at: 'op.drop_constraint',
      },
    ],
    good: [
      { caption: 'a name', upgrade: 'op.create_unique_constraint("uq_note_a", "note", ["a"])' },
      { caption: 'a name that is computed', upgrade: 'op.create_unique_constraint(name(), "note", ["a"])' },
    ],
  },
  check: ({ migration: { operations } }) =>
    operations.flatMap((operation) => {
      if (operation.kind !== 'call' || !isNone(nameOf(operation))) return [];
      const what = operation.name.endsWith('index') ? 'index' : 'constraint';
      const drops = operation.name.startsWith('drop_');
      return [
        trouble(
          operation,
          drops
            ? `This drops a ${what} without saying which: the migration fails, and a rollback stops here.`
            : `This ${what} has no name: the server invents one, which may differ on each, so that no migration can drop it by name.`,
          `Give it a name here and in the model, or set a naming_convention for the metadata:\n${operation.name}(${JSON.stringify(what === 'index' ? 'ix_table_column' : 'uq_table_column')}, …)`,
        ),
      ];
    }),
};

const NAMED = /^(?:create|drop)_(?:index|constraint|foreign_key|unique_constraint|check_constraint)$/;

function nameOf(call: Call): ReturnType<typeof argument> {
  if (!NAMED.test(call.name)) return undefined;
  return argument(call, call.name.endsWith('index') ? 'index_name' : 'constraint_name');
}
