/** A downgrade that does nothing pretends that there is a way back. */
import { irreversibleReason } from '../../revision/irreversible.ts';
import type { Migration, MigrationFunction } from '../../revision/operation.ts';
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
      { caption: 'an upgrade that does nothing, either' },
    ],
  },
  check: ({ migration }) => {
    if (irreversibleReason(migration) !== null) return [];
    const upgrades = migration.functions.filter(
      (one) => one.direction === 'upgrade' && one.body === 'present',
    );
    return upgrades.flatMap((upgrade) => {
      const downgrade = migration.functions.find(
        (one) => one.direction === 'downgrade' && one.database === upgrade.database,
      );
      if (downgrade?.body === 'present' || !doesSomething(migration, upgrade)) return [];
      const { line, span } = downgrade ?? upgrade;
      const harm =
        downgrade === undefined
          ? 'There is no downgrade(): a rollback stops here with AttributeError.'
          : downgrade.body === 'raises'
            ? 'downgrade() raises: a rollback stops here, perhaps half-way.'
            : 'downgrade() does nothing: a rollback moves the version and leaves all that upgrade() did, and the next upgrade does it once more on top.';
      return [
        trouble(
          { line, endLine: line, span },
          harm,
          'Undo in downgrade() what upgrade() does, or declare that there is no way back:\n# alembic-gate: irreversible <reason>\ndef downgrade():',
        ),
      ];
    });
  },
};

const doesSomething = ({ operations }: Migration, { database }: MigrationFunction): boolean =>
  operations.some((one) => one.direction === 'upgrade' && one.database === database);
