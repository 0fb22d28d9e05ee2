/** `npm run new-rule` writes a file of the right shape and puts it into the list, in its place. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

test('a new rule is one file and one line of the list', () => {
  const place = mkdtempSync(join(tmpdir(), 'new-rule-'));
  try {
    const rules = join('src', 'lint', 'rules');
    cpSync(rules, join(place, rules), { recursive: true });
    const run = (id: string): string =>
      execFileSync(process.execPath, [resolve('scripts/new-rule.mjs'), id], {
        cwd: place,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(run('no-sample-thing')).toContain('docs/rules/catalogue.md');
    expect(readFileSync(join(place, rules, 'no-sample-thing.ts'), 'utf8')).toContain(
      "export const noSampleThing: Rule = {\n  id: 'no-sample-thing',",
    );
    const index = readFileSync(join(place, rules, 'index.ts'), 'utf8');
    expect(index.match(/\bnoSampleThing\b/g)).toHaveLength(2);
    expect(index.match(/\bnoDropColumn\b/g)).toHaveLength(2);
    expect(() => run('no-sample-thing')).toThrow('exists');
    expect(() => run('sample')).toThrow('usage');
  } finally {
    rmSync(place, { recursive: true });
  }
}, 30_000);
