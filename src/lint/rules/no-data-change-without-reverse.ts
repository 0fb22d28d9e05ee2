/** A rollback of the schema that keeps the new rows is half a rollback. */
import { irreversibleReason } from '../../revision/irreversible.ts';
import type { Migration } from '../../revision/operation.ts';
import { named } from '../change.ts';
import { changesIn, onExisting } from '../pass.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

export const noDataChangeWithoutReverse: Rule = {
  id: 'no-data-change-without-reverse',
  group: 'reversibility',
  title: 'Rows are written and the downgrade writes none',
  why: 'After a rollback the old code meets rows that it never wrote. Writes to tables and columns of this pull request go with them and are no matter of this rule.',
  severity: STRICT_ERROR,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'rows inserted',
        upgrade: `op.execute("INSERT INTO role (name) VALUES ('guest')")\nop.create_index("ix", "role", ["name"])`,
        downgrade: 'op.drop_index("ix", table_name="role")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'with a way back',
        upgrade: `op.execute("INSERT INTO role (name) VALUES ('guest')")`,
        downgrade: `op.execute("DELETE FROM role WHERE name = 'guest'")`,
      },
      {
        caption: 'a backfill of a new column',
        upgrade:
          'op.add_column("user", sa.Column("a", sa.Integer()))\nop.execute("UPDATE user SET a = 1 WHERE a IS NULL")',
        downgrade: 'op.drop_column("user", "a")',
      },
      {
        caption: 'a downgrade that does nothing or raises, of which another rule speaks',
        upgrade: `op.execute("DELETE FROM role WHERE name = 'guest'")`,
        downgrade: 'raise NotImplementedError()',
      },
      {
        caption: 'declared irreversible',
        upgrade: `op.execute("DELETE FROM role WHERE name = 'guest'")`,
        aboveDowngrade: '# alembic-gate: irreversible the role was never used',
      },
    ],
  },
  check: (pass) => {
    if (irreversibleReason(pass.migration) !== null || !hasDowngrade(pass.migration)) return [];
    if (changesIn(pass, 'downgrade', 'write', 'unread', 'truncate').length > 0) return [];
    const [write] = onExisting(pass, 'write').filter(
      (change) => !(change.sets?.every((column) => pass.facts.newColumn(change, column) !== null) ?? false),
    );
    if (!write) return [];
    return [
      trouble(
        write,
        `This ${write.verb}s rows of ${named(write.table)}, and downgrade() writes none: after a rollback old code meets rows that it never wrote.`,
        'Undo it in downgrade(), or declare that there is no way back:\n# alembic-gate: irreversible <reason>\ndef downgrade():',
      ),
    ];
  },
};

const hasDowngrade = ({ functions }: Migration): boolean =>
  functions.some(({ direction, body }) => direction === 'downgrade' && body === 'present');
