/** Partitions are moved by copying their rows. */
import { named } from '../change.ts';
import { onExisting } from '../pass.ts';
import { MYSQL, trouble, WARNING_ERROR, type Rule } from '../rule.ts';

export const noPartitionChange: Rule = {
  id: 'no-partition-change',
  group: 'locks',
  title: 'A table’s partitions are changed',
  why: 'Adding partitioning, removing it or reorganizing partitions copies rows and blocks writes; dropping, truncating or exchanging a partition takes its rows away at once.',
  severity: WARNING_ERROR,
  engines: MYSQL,
  statements: true,
  examples: {
    bad: [
      {
        caption: 'partitions reorganized',
        upgrade: 'op.execute("ALTER TABLE log REMOVE PARTITIONING")',
        at: 'op.execute',
      },
      {
        caption: 'a partition dropped',
        upgrade: 'op.execute("ALTER TABLE log DROP PARTITION p1")',
        at: 'op.execute',
      },
    ],
    good: [
      {
        caption: 'a new table with partitions',
        upgrade: 'op.execute("CREATE TABLE tag (id INT) PARTITION BY HASH (id) PARTITIONS 4")',
      },
    ],
  },
  check: (pass) =>
    onExisting(pass, 'table-option')
      .filter(({ option }) => option === 'partition')
      .map((change) =>
        trouble(
          change,
          `The partitions of ${named(change.table)} change: ${harm(change.text)}.`,
          'Do it outside of the migration, when nobody writes, or with an online schema-change tool.',
        ),
      ),
};

/** By the action's first word, as the servers' manuals tell them apart. */
function harm(action: string): string {
  if (/^(?:DROP|TRUNCATE|DISCARD)\b/i.test(action)) return 'what goes takes its rows along, for good';
  if (/^(?:PARTITION|REMOVE|REORGANIZE|COALESCE|REBUILD)\b/i.test(action))
    return 'rows are copied, and writes to the table wait meanwhile';
  return 'rows may be copied, of a table by HASH or KEY all of them, and writes to it may wait meanwhile';
}
