/** Fits a comment under GitHub's limit by ever smaller renderings, each named, never by cutting what is rendered. */
import { FULL_DETAIL, type Detail } from './detail.ts';
import { oneLine } from './escape.ts';
import { headline } from './headline.ts';
import { renderMarkdown } from './markdown.ts';
import { prose } from './prose.ts';
import type { Report } from './report.ts';
import type { Setting } from './setting.ts';
import { shortened } from './shorten.ts';
import { OUTCOME_SIGN } from './words.ts';

/** Characters of a comment, review or issue body (GitHub answers 422 beyond). */
export const COMMENT_LIMIT = 65_536;

const NO_CODE: Detail = { ...FULL_DETAIL, statements: false, files: false, drawing: false };

const STEPS: readonly Detail[] = [
  FULL_DETAIL,
  { ...FULL_DETAIL, left: 'the SQL', statements: false },
  { ...FULL_DETAIL, left: 'the SQL and the files', statements: false, files: false },
  { ...NO_CODE, left: 'the SQL, the files and the drawing', findings: 50, differences: 50, text: 5000 },
  {
    ...NO_CODE,
    left: 'all but the first findings',
    findings: 10,
    differences: 10,
    environments: 10,
    text: 500,
  },
  {
    ...NO_CODE,
    left: 'all but the first of everything',
    findings: 3,
    differences: 3,
    environments: 3,
    text: 200,
  },
];

export interface Fit extends Setting {
  readonly limit?: number;
  /** What is to be left free of it. */
  readonly reserved?: number;
  /** Characters by default; a job summary is counted in bytes. */
  readonly measure?: (text: string) => number;
}

/** The largest rendering that leaves `reserved` of the limit free; it says what it leaves out. */
export function fitMarkdown(report: Report, fit: Fit = {}): string {
  const { limit = COMMENT_LIMIT, reserved = 0, ...setting } = fit;
  const measure = fit.measure ?? ((text: string): number => text.length);
  for (const detail of STEPS) {
    const body = renderMarkdown(shortened(report, detail.text), detail, setting);
    if (measure(body) + reserved <= limit) return body;
  }
  const short = prose(oneLine(headline(report), 200));
  return `## ${OUTCOME_SIGN[report.outcome]} ${short}\n\n_Too long for a comment: the run’s report has everything._\n`;
}
