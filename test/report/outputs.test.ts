import * as core from '@actions/core';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputsOf } from '../../src/report/outputs.ts';
import { environment, forked, report } from '../publish/reports.ts';
import { hostile } from './hostile.ts';
import { hostileReport } from './hostile-report.ts';

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

/** As the runner reads the file: `name<<delimiter`, lines, the delimiter alone. */
function asRunnerReads(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const lines = text.split('\n');
  while (lines.length > 0) {
    const [, name, delimiter] = /^([^=]*?)<<(.+)$/.exec(lines.shift() ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const value: string[] = [];
    while (lines.length > 0 && lines[0] !== delimiter) value.push(lines.shift() ?? '');
    lines.shift();
    found.set(name, value.join('\n'));
  }
  return found;
}

test('text of a pull request makes no output of its own, and each output is one line', () => {
  const directory = mkdtempSync(join(tmpdir(), 'alembic-gate-outputs-'));
  const file = join(directory, 'output');
  process.env['GITHUB_OUTPUT'] = file;
  try {
    fc.assert(
      fc.property(hostileReport, hostile, (one, reason) => {
        const outputs = { ...outputsOf({ ...one, reason }) };
        writeFileSync(file, '');
        for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
        expect([...asRunnerReads(readFileSync(file, 'utf8'))]).toEqual(Object.entries(outputs));
        expect(outputs.reason).not.toMatch(/[\n\r\u2028\u202e]/);
        expect(outputs.heads + outputs.resolution).not.toMatch(/[\n\r]/);
        const heads = JSON.parse(outputs.heads) as Record<string, unknown>;
        for (const { name, heads: own } of one.environments) expect(heads[name]).toEqual(own.merged);
      }),
      { numRuns: 1000 },
    );
  } finally {
    delete process.env['GITHUB_OUTPUT'];
    rmSync(directory, { recursive: true });
  }
});
