/** Fits a comment under GitHub's limit by ever smaller renderings, each named, never by cutting text. */
import { FULL_DETAIL, type Detail } from './detail.ts';
import { renderMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { headline, OUTCOME_SIGN } from './words.ts';
import { prose } from './prose.ts';

/** Characters of a comment, review or issue body (GitHub answers 422 beyond). */
export const COMMENT_LIMIT = 65_536;

const STEPS: readonly { readonly left: string; readonly detail: Detail }[] = [
  { left: '', detail: FULL_DETAIL },
  { left: 'the SQL', detail: { ...FULL_DETAIL, statements: false } },
  { left: 'the SQL and the files', detail: { ...FULL_DETAIL, statements: false, files: false } },
  {
    left: 'the SQL, the files and the drawing',
    detail: { drawing: false, statements: false, files: false, findings: 50 },
  },
  {
    left: 'all but the first findings',
    detail: { drawing: false, statements: false, files: false, findings: 10 },
  },
];

/** The largest rendering that leaves `reserved` characters of the limit free; it says what it leaves out. */
export function fitMarkdown(report: Report, limit = COMMENT_LIMIT, reserved = 0): string {
  for (const { left, detail } of STEPS) {
    const note =
      left === '' ? '' : `\n_Too long for a comment: ${left} left out; the run’s report has everything._\n`;
    const body = renderMarkdown(report, detail) + note;
    if (body.length + reserved <= limit) return body;
  }
  const short = prose(headline(report).slice(0, 500));
  return `## ${OUTCOME_SIGN[report.outcome]} ${short}\n\n_Too long for a comment: the run’s report has everything._\n`;
}
