/** A downgrade that does nothing pretends that there is a way back. */
import { irreversibleReason } from '../../revision/irreversible.ts';
import type { MigrationFunction, Operation } from '../../revision/operation.ts';
import { ALL_ERROR, trouble, type Rule } from '../rule.ts';

export const requireDowngrade: Rule = {
  id: 'require-downgrade',
  group: 'reversibility',
  title: 'No downgrade for an upgrade that does something',
  why: 'With an empty `downgrade()` a rollback moves the version and leaves what the upgrade did: from then on both say different things, and the next upgrade does on top of it what it did before, which mostly fails. One that raises stops the rollback half-way. A revision with no way back says so, with its reason.',
  severity: ALL_ERROR,
  examples: {
    bad: [
      {
        caption: 'an empty one',
        upgrade: 'op.drop_index("ix", "user")',
        downgrade: 'pass',
        at: 'def downgrade',
        says: 'leaves all that upgrade() did',
      },
      {
        caption: 'one that raises',
        upgrade: 'op.drop_index("ix", "user")',
        downgrade: 'raise NotImplementedError()',
        at: 'def downgrade',
      },
      {
        caption: 'one that only prints',
        upgrade: 'op.drop_index("ix", "user")',
        downgrade: 'print("there is no way back")',
        at: 'def downgrade',
        says: 'runs nothing on this database',
      },
      {
        caption: 'declared irreversible without a reason',
        upgrade: 'op.drop_index("ix", "user")',
        aboveDowngrade: '# alembic-gate: irreversible',
        at: 'def downgrade',
      },
    ],
    good: [
      {
        caption: 'a way back',
        upgrade: 'op.drop_index("ix", "user")',
        downgrade: 'op.create_index("ix", "user", ["a"])',
      },
      {
        caption: 'declared irreversible with a reason',
        upgrade: 'op.drop_index("ix", "user")',
        aboveDowngrade: '# alembic-gate: irreversible the rows were anonymised',
      },
      {
        caption: 'a way back that cannot be read',
        upgrade: 'op.drop_index("ix", "user")',
        downgrade: 'rollback_helper(op.get_bind())',
        before: 'from shop.migrations import rollback_helper',
      },
      {
        caption: 'what another database alone needs',
        upgrade: 'if op.get_bind().dialect.name == "sqlite":\n    op.execute("CREATE INDEX ix ON user (a)")',
      },
      { caption: 'an upgrade that does nothing, either' },
    ],
  },
  check: ({ migration, operations }) => {
    if (irreversibleReason(migration) !== null) return [];
    const isIn =
      ({ direction, database }: MigrationFunction) =>
      (one: Operation): boolean =>
        one.direction === direction && one.database === database;
    const upgrades = migration.functions.filter(
      (one) => one.direction === 'upgrade' && one.body === 'present',
    );
    return upgrades.flatMap((upgrade) => {
      const downgrade = migration.functions.find(
        (one) => one.direction === 'downgrade' && one.database === upgrade.database,
      );
      // One that is missing or raises stops the rollback on every database.
      const stops = downgrade === undefined || downgrade.body === 'raises';
      if (!(stops ? migration.operations : operations).some(isIn(upgrade))) return [];
      if (downgrade?.body === 'present' && operations.some(isIn(downgrade))) return [];
      const { line, span } = downgrade ?? upgrade;
      return [
        trouble(
          { line, endLine: line, span },
          harmOf(downgrade),
          'Undo in downgrade() what upgrade() does, or declare that there is no way back:\n# alembic-gate: irreversible <reason>\ndef downgrade():',
        ),
      ];
    });
  },
};

function harmOf(downgrade: MigrationFunction | undefined): string {
  switch (downgrade?.body) {
    case undefined:
      return 'There is no downgrade(): a rollback stops here with AttributeError.';
    case 'raises':
      return 'downgrade() raises: a rollback stops here, perhaps half-way.';
    case 'present':
      return `downgrade() runs nothing on this database: ${LEAVES}`;
    case 'empty':
      return `downgrade() does nothing: ${LEAVES}`;
  }
}

const LEAVES =
  'a rollback moves the version and leaves all that upgrade() did, and the next upgrade does it once more on top.';
