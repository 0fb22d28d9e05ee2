/** MySQL has a DROP of its own for each kind of constraint, so Alembic must be told which. */
import { argument, isNone } from '../arguments.ts';
import { named } from '../change.ts';
import { changesIn } from '../pass.ts';
import { ALL_ERROR, MYSQL, trouble, type Rule } from '../rule.ts';

export const requireConstraintType: Rule = {
  id: 'require-constraint-type',
  group: 'traps',
  title: 'drop_constraint without type_',
  why: 'On MySQL and MariaDB Alembic raises NotImplementedError: "No generic \'DROP CONSTRAINT\' in MySQL - please specify constraint type". What ran before it in the migration stays.',
  severity: ALL_ERROR,
  engines: MYSQL,
  examples: {
    bad: [
      {
        caption: 'no type',
        upgrade: 'op.drop_constraint("fk_user", "note")',
        at: 'op.drop_constraint',
      },
      {
        caption: 'in a batch, on the way back',
        upgrade: 'op.create_unique_constraint("uq", "note", ["a"])',
        downgrade: 'with op.batch_alter_table("note") as batch:\n    batch.drop_constraint("uq")',
        at: 'batch.drop_constraint',
      },
    ],
    good: [
      { caption: 'with its type', upgrade: 'op.drop_constraint("fk_user", "note", type_="foreignkey")' },
      { caption: 'with its type as third argument', upgrade: 'op.drop_constraint("uq", "note", "unique")' },
      { caption: 'a type that is computed', upgrade: 'op.drop_constraint("uq", "note", type_=kind())' },
    ],
  },
  check: (pass) =>
    (['upgrade', 'downgrade'] as const).flatMap((direction) =>
      changesIn(pass, direction, 'drop-constraint').flatMap((change) => {
        const { operation } = change;
        if (operation?.kind !== 'call' || '**' in operation.keywords) return [];
        const type = argument(operation, 'type_') ?? operation.keywords['type'];
        if (type !== undefined && !isNone(type)) return [];
        return [
          trouble(
            change,
            `Dropping constraint ${named(change.name)} of ${named(change.table)} without type_ raises NotImplementedError on MySQL and MariaDB; what ran before it stays.`,
            'Say what kind of constraint it is:\ntype_="foreignkey"  # or "unique", "check", "primary"',
          ),
        ];
      }),
    ),
};
