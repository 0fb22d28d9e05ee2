/** Reports far above any comment's limit, large in another place each time. */
import fc from 'fast-check';
import type { Report } from '../../src/report/report.ts';
import { environment, forked, proof, report } from '../publish/reports.ts';

const PIECE = fc.constantFrom('word ', '`', '```', '😀', '漢字', '\n', '| a ', '</details>', 'x'.repeat(99));
const textOf = (most: number): fc.Arbitrary<string> =>
  fc
    .array(PIECE, { minLength: 1, maxLength: 8 })
    .map((pieces) => pieces.join(''))
    .map((piece) => piece.repeat(Math.ceil(most / piece.length)).slice(0, most));
/** Either long texts or many of them, because both at once are beyond what a run may report. */
const shape = fc
  .constantFrom([20_000, 3, 2], [2000, 40, 3], [200, 400, 3], [50, 100, 40])
  .chain(([length = 0, count = 0, environments = 0]) =>
    fc.record({
      text: textOf(length),
      sql: textOf(length),
      findings: fc.constant(count),
      differences: fc.constant(count),
      statements: fc.constant(count),
      environments: fc.integer({ min: 1, max: environments }),
      heads: fc.constant(count),
      isForked: fc.boolean(),
    }),
  );

const copies = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

export const hugeReport: fc.Arbitrary<Report> = shape.map(
  ({ text, sql, findings, differences, statements, environments, heads, isForked }) => {
    const step = (revision: string) => ({
      revision,
      direction: 'upgrade' as const,
      outcome: 'fail' as const,
      durationMs: 1,
      error: text,
      statements: copies(statements, () => ({
        sql,
        path: 'v/a.py',
        line: 1,
        durationMs: 1,
        rows: null,
        lockClass: 'unknown' as const,
        rebuilds: null,
      })),
    });
    const difference = {
      object: text,
      attribute: 'comment',
      before: text,
      after: text,
      path: 'v/a.py',
      line: 1,
      revision: 'p1',
    };
    const database = proof({
      steps: [step('p1')],
      proofs: [
        {
          name: 'round-trip',
          outcome: 'fail',
          reason: text,
          differences: copies(differences, () => difference),
        },
      ],
      rollback: { target: 'b1', loses: copies(heads, () => text.slice(0, 200)) },
    });
    const merged = copies(heads, (at) => `${at}`.padStart(12, 'a'));
    const one = isForked ? forked({ because: text }) : environment({ outcome: 'fail', reason: text });
    const all = copies(environments, (at) => ({
      ...one,
      name: `app${at}/migrations`,
      heads: { base: merged, head: merged, merged },
      database,
    }));
    const finding = {
      rule: 'no-drop-table',
      severity: 'error' as const,
      message: text,
      help: `Do not:\n${text}`,
      path: 'v/a.py',
      line: 1,
      endLine: 1,
      revision: 'p1',
      suppressed: null,
    };
    const found = copies(findings, (at) => ({
      ...finding,
      environment: `app${at % environments}/migrations`,
    }));
    return report(all, { findings: found, reason: text, tool: { version: '1.0.0' } });
  },
);
