import { expect, test } from '@jest/globals';
import { sayingItsPython } from '../../src/flows/said-python.ts';
import type { DriverRequest, DriverStart, MigrationDriver } from '../../src/io/python.ts';

const driver = (changes: Partial<MigrationDriver>): DriverStart => ({
  kind: 'started',
  driver: {
    interpreter: '/repo/.venv/bin/python (.venv of the repository)',
    versions: { python: '3.12.4', alembic: '1.13.3', sqlalchemy: '2.0.36' },
    migrate: () => Promise.reject(new Error('nothing is migrated here')),
    compare: () => Promise.reject(new Error('nothing is compared here')),
    [Symbol.asyncDispose]: () => Promise.resolve(),
    ...changes,
  },
});
const failed: DriverStart = {
  kind: 'refused',
  interpreter: 'Python',
  failure: { kind: 'no-python', subject: null, class: '', message: '', line: null, at: null, errno: null },
};

test.each<[string, readonly DriverStart[], readonly string[]]>([
  [
    'once, with its versions',
    [driver({}), driver({})],
    [
      'python: /repo/.venv/bin/python (.venv of the repository): Python 3.12.4, Alembic 1.13.3, SQLAlchemy 2.0.36',
    ],
  ],
  [
    'by the command that brings it',
    [driver({ interpreter: '`uv run flask db`', versions: null })],
    ['python: whatever `uv run flask db` runs'],
  ],
  ['not at all where there is none', [failed], []],
])('The Python is said %s', async (_, starts, notes) => {
  const said: string[] = [];
  const left = [...starts];
  const start = sayingItsPython(() => Promise.resolve(left.shift() ?? failed), {
    note: (line) => said.push(line),
  });
  // The request is passed on as it is, and these starts look at none.
  for (const expected of starts) expect(await start({} as DriverRequest)).toBe(expected);
  expect(said).toEqual(notes);
});
