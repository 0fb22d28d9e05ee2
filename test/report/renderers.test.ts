import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderAnnotations } from '../../src/report/annotations.ts';
import { FULL_DETAIL } from '../../src/report/detail.ts';
import { COMMENT_LIMIT, fitMarkdown } from '../../src/report/fit.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { mermaid } from '../../src/report/mermaid.ts';
import type { Report } from '../../src/report/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderText } from '../../src/report/text.ts';
import { CANONICAL } from './canonical.ts';
import { active, MARKER, nodesOf } from './hostile.ts';
import { hostileReport } from './hostile-report.ts';
import { hugeReport } from './huge-report.ts';

const RUNS = { numRuns: 150 };
const OUR_HTML = /^(<\/?details( open)?>|<\/?summary>|<\/?sub>|<\/?b>)$/;
const OUR_PAGES = 'https://github.com/alembic-gate/alembic-gate/blob/main/docs/rules/';

describe('a comment on a hostile pull request', () => {
  test('has no link, image, mention or HTML that is not ours', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const markdown = renderMarkdown(report);
        const nodes = nodesOf(markdown);
        const targets = nodes.flatMap((node) => ('url' in node ? [node.url] : []));
        expect(targets.filter((url) => !url.startsWith(OUR_PAGES))).toEqual([]);
        const tags = nodes.flatMap((node) => (node.type === 'html' ? node.value.split(/(?<=>)|(?=<)/) : []));
        const foreign = tags.filter((tag) => tag.startsWith('<') && !OUR_HTML.test(tag));
        expect(foreign).toEqual([]);
        // Between tags on one line are words that the parser hands out with them.
        const between = tags.filter((tag) => !tag.startsWith('<')).map((text) => text.replace(/&#\d+;/g, ''));
        expect(between.filter(active)).toEqual([]);
        expect(nodes.map(({ type }) => type)).not.toContain('image');
        // The marker counts only where it opens a comment.
        expect(markdown.startsWith(MARKER)).toBe(false);
        const rule = new Set(['no-multiple-heads', 'no-missing-parent', 'no-round-trip-difference']);
        const words = nodes.flatMap((node) =>
          node.type === 'text' && !rule.has(node.value) ? [node.value] : [],
        );
        // Ours alone names another pull request, which its author is to see.
        const ours = words.map((word) => word.replace(/^If #\d+ lands first, /, ''));
        expect(ours.filter(active)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('opens and closes each of its own folds', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const html = nodesOf(renderMarkdown(report)).flatMap((node) =>
          node.type === 'html' ? [node.value] : [],
        );
        const count = (tag: RegExp): number => html.join('\n').match(tag)?.length ?? 0;
        expect(count(/<details/g)).toBe(count(/<\/details>/g));
      }),
      RUNS,
    );
  });

  test('begins with the verdict, as its one heading of the first kind where somebody must act', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const markdown = renderMarkdown(report);
        const titles = nodesOf(markdown).filter((node) => node.type === 'heading' && node.depth <= 2);
        expect(titles).toHaveLength(report.outcome === 'pass' ? 0 : 1);
        expect(markdown).toMatch(/^(## (❌|⚠️|🟠)|✅) /u);
      }),
      RUNS,
    );
  });
});

describe('a comment on a pull request that is well', () => {
  const well = async (): Promise<Report> => {
    const report = await CANONICAL['proved']?.();
    if (report === undefined) throw new Error('no such report');
    return report;
  };
  const open = (markdown: string): string => markdown.replace(/<details>[\s\S]*?<\/details>/g, '').trim();

  test('is one line, and the SQL is folded', async () => {
    const comment = renderMarkdown(await well());
    expect(open(comment).split('\n').filter(Boolean)).toEqual([
      '✅ 1 new revision, one line of history; proved on MySQL 8.4.10\\: reversible.',
      expect.stringMatching(/^<sub>Judged .*<\/sub>$/),
    ]);
    expect(comment).toContain('ALTER TABLE cases ADD COLUMN tags JSON;');
  });

  test('says what was shown in a reviewer’s words and order', async () => {
    const report = await well();
    const [environment] = report.environments;
    if (!environment?.database) throw new Error('no proof');
    const proofs = (['round-trip', 'old-code', 'lock-class'] as const).map((name) => ({
      name,
      outcome: 'pass' as const,
      reason: null,
      differences: [],
    }));
    const database = { ...environment.database, proofs };
    expect(renderMarkdown({ ...report, environments: [{ ...environment, database }] })).toContain(
      'proved on MySQL 8.4.10\\: online, reversible, old code works.',
    );
  });

  test('counts the warnings that it lists', async () => {
    const report = await well();
    const [finding] = (await large()).findings;
    if (finding === undefined) throw new Error('no finding');
    const comment = renderMarkdown({ ...report, findings: [{ ...finding, severity: 'warning' }] });
    expect(comment).toMatch(/^✅ .* 1 warning\.\n/);
    expect(open(comment)).toContain('#### Findings');
  });

  test('opens what was not evaluated', async () => {
    const report = await well();
    const [environment] = report.environments;
    if (!environment?.database) throw new Error('no proof');
    const unknown = {
      name: 'rows' as const,
      outcome: 'not-evaluated' as const,
      reason: 'no rows',
      differences: [],
    };
    const database = { ...environment.database, proofs: [unknown] };
    const comment = renderMarkdown({ ...report, environments: [{ ...environment, database }] });
    expect(open(comment)).toContain('#### Proof on MySQL 8.4.10');
  });

  test('waits for a proof in one line too', async () => {
    const comment = renderMarkdown(await well(), FULL_DETAIL, { pending: 'It comes.' });
    expect(comment).toMatch(/^⏳ \*\*Not proved yet\.\*\* 1 new revision[^\n]*\n\nIt comes\.\n/);
  });
});

describe('a comment’s size', () => {
  test('is never above the limit, whatever is left free of it', () => {
    fc.assert(
      fc.property(
        hostileReport,
        fc.integer({ min: 700, max: 70_000 }),
        fc.nat({ max: 100 }),
        (report, limit, room) => {
          expect(fitMarkdown(report, { limit, reserved: room }).length + room).toBeLessThanOrEqual(limit);
        },
      ),
      RUNS,
    );
  });

  test('is kept by reports of any size, and what is left out ends between blocks', () => {
    fc.assert(
      fc.property(hugeReport, (report) => {
        const comment = fitMarkdown(report, { reserved: 600 });
        expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT - 600);
        expect(comment).not.toMatch(/\p{Surrogate}/u);
        // An open fence or fold would swallow the last line.
        const nodes = nodesOf(comment);
        expect(nodes.findLast(({ type }) => type === 'text')).toMatchObject({
          value: expect.stringMatching(/everything\.$|^ (merged into|at|by Alembic Gate 1\.0\.0\.)|^Judged /),
        });
        const html = nodes.flatMap((node) => (node.type === 'html' ? [node.value] : [])).join('\n');
        expect(html.match(/<details/g)?.length).toBe(html.match(/<\/details>/g)?.length);
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  test('is measured as the place counts it', async () => {
    const report = await large();
    const findings = report.findings.map((one) => ({ ...one, message: '漢'.repeat(2000) }));
    const wide = { ...report, findings, environments: [] };
    const bytes = (text: string): number => Buffer.byteLength(text);
    const limit = 200_000;
    expect(bytes(fitMarkdown(wide, { limit, measure: bytes }))).toBeLessThanOrEqual(limit);
    expect(bytes(fitMarkdown(wide, { limit }))).toBeGreaterThan(limit);
  });

  test('shrinks by steps that it names: the SQL goes before the files, the files before the findings', async () => {
    const report = await large();
    expect(renderMarkdown(report).length).toBeGreaterThan(COMMENT_LIMIT);
    const comment = fitMarkdown(report);
    expect(comment.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(comment).toContain('_Too long for a comment: the SQL left out; the run’s report has everything._');
    expect(comment).toContain('#### Findings');
    expect(fitMarkdown(report, { limit: 8000 })).toContain('left out; the run’s report has everything._');
    expect(fitMarkdown(report, { limit: 900 })).toMatch(/^## ❌ .*\n\n_Too long for a comment: /);
  });
});

describe('the other renderings of a hostile pull request', () => {
  test('a drawing has only the lines that we made', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        for (const { neighbourhood } of report.environments) {
          for (const line of mermaid(neighbourhood).split('\n')) {
            expect(line).toMatch(
              /^(flowchart BT|  n\d+\["[^"`;]*(#\d+;[^"`;]*)*"\]:::(base|pull|proposed)|  (n\d+)? (-->|-\.->)(\|"… \d+ more"\|)? n\d+|  classDef .*)$/u,
            );
          }
        }
      }),
      RUNS,
    );
  });

  test('a workflow command stays one line each, and begins as we meant', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        for (const line of renderAnnotations(report).split('\n').filter(Boolean)) {
          expect(line).toMatch(
            /^::(error|warning|notice) (file=[^:,]*,line=\d+,endLine=\d+,)?title=[^:,]*::/u,
          );
          expect(line).not.toMatch(/[\r\n\u2028]/u);
        }
      }),
      RUNS,
    );
  });

  test('a terminal sees no control character', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        expect(renderText(report)).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u,
        );
      }),
      RUNS,
    );
  });

  test('a page has no tag and no reference of theirs', () => {
    const ours =
      /^<\/?(!doctype html|html lang="en"|html|head|meta charset="utf-8"|meta name="viewport" content="width=device-width"|title|style|body|section|h[123]|p|ul|li( class="(error|warning|info)")?|span( class="(error|warning|info)")?|b|code|pre|small|div( class="wide")?|table|tr|th|td|details( open)?|summary|a( href="[^"<>]*")?|svg [^<>]*|svg|g [^<>]*|g|path [^<>]*|circle [^<>]*|text [^<>]*|text)\/?>$/;
    fc.assert(
      fc.property(hostileReport, (report) => {
        const tags = renderHtml(report).match(/<[^>]*>/g) ?? [];
        expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
        const targets = tags.flatMap((tag) => /\bhref="([^"]*)"/.exec(tag)?.[1] ?? []);
        expect(targets.filter((target) => !target.startsWith(OUR_PAGES))).toEqual([]);
        expect(tags.filter((tag) => /\b(src|on\w+)=/.test(tag))).toEqual([]);
      }),
      RUNS,
    );
  });

  test('SARIF is JSON with a result for each finding, or says why there is none', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const { runs } = JSON.parse(renderSarif(report)) as {
          runs: {
            results: object[];
            invocations: { executionSuccessful: boolean; toolExecutionNotifications?: object[] }[];
          }[];
        };
        expect(runs[0]?.results).toHaveLength(report.findings.length);
        const evaluated = report.outcome === 'pass' || report.outcome === 'fail';
        expect(runs[0]?.invocations[0]?.executionSuccessful).toBe(evaluated);
        expect(runs[0]?.invocations[0]?.toolExecutionNotifications?.length ?? 0).toBe(evaluated ? 0 : 1);
      }),
      RUNS,
    );
  });
});

describe('annotations', () => {
  test('keep to what GitHub shows of each level, and count the rest', async () => {
    const lines = renderAnnotations(await large())
      .split('\n')
      .filter(Boolean);
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.at(-1)).toMatch(/^::error title=alembic-gate::\d+ more in the job summary$/);
  });

  test('are never silent about a verdict that is not a pass', async () => {
    for (const make of Object.values(CANONICAL)) {
      const report = await make();
      if (report.outcome !== 'pass') expect(renderAnnotations(report)).not.toBe('');
    }
  });
});

/** Many findings, and a migration that runs thousands of statements. */
async function large(): Promise<Report> {
  const report = await CANONICAL['a-lossy-downgrade']?.();
  const [environment] = report?.environments ?? [];
  const [finding] = report?.findings ?? [];
  const [step] = environment?.database?.steps ?? [];
  const [statement] = step?.statements ?? [];
  if (!report || !environment?.database || !finding || !step || !statement) throw new Error('no such report');
  const steps = [{ ...step, statements: Array.from({ length: 3000 }, () => statement) }];
  return {
    ...report,
    findings: Array.from({ length: 60 }, () => ({ ...finding, severity: 'error' as const })),
    environments: [{ ...environment, database: { ...environment.database, steps } }],
  };
}
