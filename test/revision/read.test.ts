import { expect, test } from '@jest/globals';
import { readRevision } from '../../src/revision/read.ts';

const read = (text: string): ReturnType<typeof readRevision> =>
  readRevision('versions/x.py', Buffer.from(text));

test('a stock revision gives its ids, its parents and its message', () => {
  const reading = read(
    '"""add users\n\nRevision ID: b2\nRevises: a1\n"""\nfrom alembic import op\n\nrevision: str = "b2"\ndown_revision = "a1"\n',
  );
  expect(reading).toMatchObject({
    kind: 'revision',
    revision: {
      id: 'b2',
      downRevisions: ['a1'],
      dependsOn: [],
      branchLabels: [],
      message: 'add users',
      notes: [],
    },
  });
});
