/** What linting costs, by counts and not by a clock: whoever makes it grow with the square of a pull request shows here. */
import { expect, test } from '@jest/globals';
import { mergeConfig } from '../../src/config/merge.ts';
import { lintRevisions } from '../../src/lint/engine.ts';
import { exampleFile } from '../../src/lint/example-file.ts';
import { gatherFacts } from '../../src/lint/facts.ts';
import { changesOf } from '../../src/lint/from-operations.ts';
import type { Rule } from '../../src/lint/rule.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { readOperations } from '../../src/revision/operations.ts';
import { readRevision } from '../../src/revision/read.ts';

const textOf = (n: number): string =>
  exampleFile({
    caption: '',
    upgrade: `op.create_table("t${n}", sa.Column("id", sa.Integer(), primary_key=True))\nop.add_column("other", sa.Column("c${n}", sa.Integer(), nullable=True))\nop.execute("UPDATE other SET c${n} = 1 WHERE id = ${n}")`,
    downgrade: `op.drop_column("other", "c${n}")\nop.drop_table("t${n}")`,
  });

test('each rule is asked once of each revision, about its own changes alone', () => {
  const asked: number[] = [];
  const [first] = RULES;
  if (!first) throw new Error('There are rules.');
  const counting: Rule = {
    ...first,
    check: ({ changes }) => {
      asked.push(changes.length);
      return [];
    },
  };
  lintRevisions({
    environment: 'migrations',
    revisions: Array.from({ length: 30 }, (_, n) => {
      const bytes = Buffer.from(textOf(n));
      const reading = readRevision(`versions/r${n}.py`, bytes);
      if (reading.kind !== 'revision') throw new Error(reading.message);
      return { revision: { ...reading.revision, id: `r${n}` }, bytes };
    }),
    config: { ...mergeConfig({}), rules: { [counting.id]: { severity: 'error', options: {} } } },
    engine: 'mysql',
    version: null,
    fileTemplate: null,
    namesConstraints: false,
    tableSizes: null,
    models: null,
    before: [],
    seen: [],
    rules: [counting],
  });
  expect(asked).toEqual(Array.from({ length: 30 }, () => 5));
});

/** Reads of properties of all changes, for all that the rules ask of each. */
function reads(count: number): number {
  let found = 0;
  const changes = Array.from({ length: count }, (_, n) => readOperations(Buffer.from(textOf(n))))
    .flatMap((migration) => (migration.kind === 'migration' ? changesOf(migration.operations, 'mysql') : []))
    .map(
      (change) =>
        new Proxy(change, {
          get(target, name, receiver) {
            found += 1;
            return Reflect.get(target, name, receiver) as unknown;
          },
        }),
    );
  const facts = gatherFacts(changes);
  for (const change of changes) {
    facts.isNewTable(change);
    facts.newColumn(change, 'id');
    facts.mayBeNew(change, ['c1']);
    facts.writtenColumn('other', 'c1');
  }
  return found;
}

test('facts are had by looking at each change a fixed number of times', () => {
  expect(reads(200)).toBe(4 * reads(50));
});
