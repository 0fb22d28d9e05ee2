import { expect, test } from '@jest/globals';
import type { StartDriver } from '../../src/io/python.ts';
import type { DriverFailure } from '../../src/verify/failure.ts';
import { askDialect } from '../../src/verify/run-dialect.ts';

type Request = Parameters<typeof askDialect>[0];

const refusedFor = async (kind: DriverFailure['kind']): Promise<string> => {
  const failure = { kind, subject: 'alembic', class: 'X', message: 'm', line: null, at: null, errno: null };
  const start: StartDriver = () => Promise.resolve({ kind: 'refused', failure, interpreter: 'python3' });
  const request = { config: { timeouts: { step: 1 } }, merged: { directory: '.' } } as unknown as Request;
  const answer = await askDialect(request, start);
  return answer.kind === 'refused' ? answer.reason : '';
};

test.each(['no-python', 'no-alembic', 'missing-module'] as const)(
  'naming the engine is no cure for %s, without which no migration runs',
  async (kind) => {
    expect(await refusedFor(kind)).not.toContain('engine:');
  },
);

test('naming the engine is one where only the question fails', async () => {
  expect(await refusedFor('service')).toMatch(
    / Or name the engine with `engine:`, so that it need not be asked\.$/,
  );
});
