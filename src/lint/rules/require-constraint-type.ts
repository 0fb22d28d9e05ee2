/** MySQL has a DROP of its own for each kind of constraint, so Alembic must be told which. */
import { argument, isNone } from '../arguments.ts';
import { addArgument } from '../argument-splice.ts';
import { key, named, type ChangeOf } from '../change.ts';
import { changesIn, type Pass } from '../pass.ts';
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
        byHand: true,
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
        const kind = kindOf(pass, change);
        const found = trouble(
          change,
          `Dropping constraint ${named(change.name)} of ${named(change.table)} without type_ raises NotImplementedError on MySQL and MariaDB; what ran before it stays.`,
          `Say what kind of constraint it is:${kind === null ? '\ntype_="foreignkey"  # or "unique", "check", "primary"' : ''}`,
        );
        return [kind === null ? found : { ...found, missing: `type_="${kind}"` }];
      }),
    ),
  fix: ({ span, missing }, text) =>
    span === null || missing === undefined ? [] : addArgument(span, text, missing),
};

const KINDS = { 'foreign-key': 'foreignkey', unique: 'unique', check: 'check', 'primary-key': 'primary' };

/** As the other direction adds it, under the same name; null where it does not. */
function kindOf(pass: Pass, { direction, table, name }: ChangeOf<'drop-constraint'>): string | null {
  const other = direction === 'upgrade' ? 'downgrade' : 'upgrade';
  const added = changesIn(pass, other, 'add-constraint').find(
    (one) =>
      name !== null &&
      one.constraint.name === name &&
      one.table !== null &&
      table !== null &&
      key(one.table) === key(table),
  );
  const kind = added?.constraint.kind;
  return kind !== undefined && kind in KINDS ? KINDS[kind as keyof typeof KINDS] : null;
}
