/** Findings in real packages that were judged by reading the source: they stay found, or silent, as they were judged. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { LINTED, lintPackage, type FieldFinding } from '../field/lint.ts';

/** `right`: the statement does what the message says on the package's engine. `reason` says where that stands. */
interface Judged extends FieldFinding {
  readonly verdict: 'right' | 'wrong';
  readonly reason: string;
}

// Written by hand, next to the packages.
const { sample } = JSON.parse(readFileSync('test/field/lint.json', 'utf8')) as {
  readonly sample: readonly Judged[];
};

/** Wrong, and found all the same: what would tell is Python of the project's own, which no rule runs. */
const UNTOLD = ['2024-06-11-a5a701dc344d_delete_old_manybody.py:41 no-drop-table'];

const packages = [...new Set(sample.map((one) => one.package))];

test('a hundred findings of eight packages or more, at least 95 of them right', () => {
  expect(sample).toHaveLength(100);
  expect(packages.length).toBeGreaterThanOrEqual(8);
  const places = sample.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
  expect(new Set(places).size).toBe(sample.length);
  expect(sample.filter(({ verdict }) => verdict === 'right').length).toBeGreaterThanOrEqual(95);
  expect(sample.filter(({ reason }) => !/^[A-Z_a-z].{20,}\.$/.test(reason))).toEqual([]);
});

describe.each(packages)('%s', (name) => {
  const judged = sample.filter((one) => one.package === name);
  let found: readonly FieldFinding[];
  beforeAll(async () => (found = await lintPackage(name)));

  test('is the version that was judged', () => {
    expect([...new Set([...judged, ...found].map(({ version }) => version))]).toHaveLength(1);
    expect(Object.keys(LINTED)).toContain(name);
  });

  test.each(judged.map((one) => [`${one.path.split('/').at(-1)}:${one.line} ${one.rule}`, one] as const))(
    '%s',
    (place, { path, line, rule, message, verdict }) => {
      const here = found.filter((one) => one.path === path && one.line === line && one.rule === rule);
      const said = here.map((one) => one.message);
      if (verdict === 'right' || UNTOLD.includes(place)) expect(said).toContain(message);
      else expect(said).toEqual([]);
    },
  );
});
