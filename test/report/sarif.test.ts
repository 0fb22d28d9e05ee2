/** SARIF, held against the published JSON schema, and what code scanning needs beyond it. */
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CATALOGUE } from '../../src/lint/catalogue.ts';
import type { Finding } from '../../src/lint/finding.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { CANONICAL } from './canonical.ts';
import { hostileReport } from './hostile-report.ts';

const path = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const published = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
// Draft 4 by name; the words that it uses mean the same in draft 7, its own `id` apart.
const schema = Object.fromEntries(
  Object.entries(published).filter(([key]) => !['$schema', 'id'].includes(key)),
);
const validate = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(schema);

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
    readonly results: readonly Record<string, unknown>[];
  }[];
}

function valid(report: Report): Log {
  const log: unknown = JSON.parse(renderSarif(report));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log as Log;
}

const of = async (name: keyof typeof CANONICAL): Promise<Report> => {
  const report = await CANONICAL[name]?.();
  if (report === undefined) throw new Error(`no report ${name}`);
  return report;
};

const withFinding = async (change: Partial<Finding>): Promise<Report> => {
  const report = await of('a-lossy-downgrade');
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('no finding');
  return { ...report, findings: [{ ...finding, ...change }] };
};

describe('the log', () => {
  test.each(Object.keys(CANONICAL))('of %s keeps to the schema', async (name) => {
    const report = await of(name);
    expect(valid(report).runs[0]?.results).toHaveLength(report.findings.length);
  });

  test('keeps to it whatever a pull request writes', () => {
    fc.assert(
      fc.property(hostileReport, (report) => void valid(report)),
      { numRuns: 300 },
    );
  });

  test('says nothing that is a link, or that nobody sees, in a pull request’s words', () => {
    const texts = (value: unknown): readonly string[] => {
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([key, inner]) =>
        ['text', 'justification'].includes(key) && typeof inner === 'string' ? [inner] : texts(inner),
      );
    };
    fc.assert(
      fc.property(hostileReport, (report) => {
        const [run] = valid(report).runs as readonly { results: unknown; invocations?: unknown }[];
        for (const text of texts([run?.results, run?.invocations])) {
          expect(text).not.toContain('](');
          expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the schema is not one that accepts everything', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [{ ruleId: 'x' }] }] })).toBe(false);
  });
});

test('every rule of the catalogue is described: title, harm, page, default level', async () => {
  const findings = CATALOGUE.map(({ id }) => ({ rule: id }));
  const report = await of('a-lossy-downgrade');
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('no finding');
  const log = valid({ ...report, findings: findings.map((one) => ({ ...finding, ...one })) });
  const rules = log.runs[0]?.tool.driver.rules ?? [];
  expect(rules).toHaveLength(CATALOGUE.length);
  for (const rule of rules)
    expect(rule).toMatchObject({
      shortDescription: { text: expect.stringMatching(/\S\.$/) },
      fullDescription: { text: expect.not.stringContaining('`') },
      helpUri: `https://github.com/alembic-gate/alembic-gate/blob/main/docs/rules/${String(rule['id'])}.md`,
      defaultConfiguration: { level: expect.stringMatching(/^(error|warning|note|none)$/) },
    });
  const level = (id: string): unknown => rules.find((rule) => rule['id'] === id)?.['defaultConfiguration'];
  expect(level('no-multiple-heads')).toEqual({ enabled: true, level: 'error' });
  expect(level('no-stale-parent')).toEqual({ enabled: true, level: 'warning' });
});

test('a fix replaces whole lines, counted as the file counts them', async () => {
  const edit = { path: 'v/a b.py', line: 7, before: "x = 'é'\ny = 2", after: 'x = 1' };
  const [result] = valid(await withFinding({ help: 'Write it.\ncode', fix: [edit] })).runs[0]?.results ?? [];
  expect(result?.['fixes']).toEqual([
    {
      description: { text: 'Write it.' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'v/a%20b.py' },
          replacements: [
            {
              deletedRegion: { startLine: 7, startColumn: 1, endLine: 8, endColumn: 6 },
              insertedContent: { text: 'x = 1' },
            },
          ],
        },
      ],
    },
  ]);
  const [without] = valid(await withFinding({})).runs[0]?.results ?? [];
  expect(without).not.toHaveProperty('fixes');
});

test.each([
  ['comment on line 3', 'inSource'],
  ['configuration', 'external'],
  ['alice', 'external'],
])('what %s accepted is suppressed, and nothing else is', async (by, kind) => {
  const suppressed = { reason: 'seen', by };
  const [result] = valid(await withFinding({ suppressed })).runs[0]?.results ?? [];
  expect(result?.['suppressions']).toEqual([{ kind, status: 'accepted', justification: `seen (${by})` }]);
  const [open] = valid(await withFinding({})).runs[0]?.results ?? [];
  expect(open).not.toHaveProperty('suppressions');
});

test('a finding without a place stands on a file all the same, because code scanning refuses one that does not', async () => {
  const [result] = valid(await withFinding({ path: null, line: null, endLine: null })).runs[0]?.results ?? [];
  expect(result?.['locations']).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'migrations/env.py' },
        region: { startLine: 1, endLine: 1 },
      },
    },
  ]);
});
