import { expect, test } from '@jest/globals';
import { outputsOf } from '../../src/report/outputs.ts';
import { environment, forked, report } from '../publish/reports.ts';

test('outputs are JSON by environment', () => {
  const { heads, resolution } = outputsOf(report([forked(), environment({ name: 'calm' })]));
  expect(JSON.parse(heads)).toEqual({ migrations: ['b1', 'p1'], calm: ['p1'] });
  expect(JSON.parse(resolution)).toMatchObject({ migrations: { mergeRevision: { id: 'm1' } }, calm: null });
});

test('outputs that GitHub would refuse for their size lose the files first, then everything', () => {
  const one = forked();
  const merge = one.resolution?.mergeRevision;
  if (merge === undefined) throw new Error('no merge revision');
  const sized = (content: number, command: number) =>
    outputsOf(
      report([
        forked({ mergeRevision: { ...merge, content: 'x'.repeat(content), command: 'y'.repeat(command) } }),
      ]),
    ).resolution;
  expect(JSON.parse(sized(300_000, 10))).toMatchObject({
    migrations: { mergeRevision: { content: null, command: 'y'.repeat(10) } },
  });
  expect(sized(300_000, 300_000)).toBe('{}');
});
