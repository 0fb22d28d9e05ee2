/**
 * The one review per pull request and set of remarks: advice on lines of the diff, never a verdict. Each comment is held
 * against the patch first, because one line outside of it makes GitHub refuse the whole review.
 */
import type { Report } from '../report/report.ts';
import { plural } from '../report/words.ts';
import { isOurs, type PostedReview } from './existing.ts';
import { fingerprint } from './fingerprint.ts';
import { hunksOf, linesWithin, type Hunk } from './hunks.ts';
import { remarkBody } from './remark-body.ts';
import { remarksOf, type Remark } from './remarks.ts';
import type { MinimiseWrite } from './sticky.ts';
import { suggestionOf } from './suggestion.ts';

export interface ReviewComment {
  readonly path: string;
  /** Absent for a comment on one line; always above `line`, and in the same hunk. */
  readonly startLine?: number;
  readonly line: number;
  readonly body: string;
}

export interface ReviewWrite {
  readonly kind: 'create-review';
  readonly pullRequest: number;
  /** The commit whose lines are spoken of. */
  readonly commit: string;
  readonly body: string;
  readonly comments: readonly ReviewComment[];
}

export type WantedReview = Omit<ReviewWrite, 'kind'>;

/** Comments of one review; what is beyond is counted, and stands in the sticky comment. */
const MOST = 20;
/** Lines of a finding beyond which its first line says where it is. */
const LONGEST = 40;
const OPENING = '<!-- alembic-gate:review:';

/**
 * `patches` are those of the files whose lines are the report's: by path, as GitHub gives them for the head. Null where
 * there is nothing to say on any of their lines.
 */
export function reviewOf(
  report: Report,
  patches: ReadonlyMap<string, string>,
  { number, head }: { readonly number: number; readonly head: { readonly sha: string } },
): WantedReview | null {
  const hunks = new Map([...patches].map(([path, patch]) => [path, hunksOf(patch)]));
  const all = remarksOf(report).flatMap((remark) => placed(remark, hunks.get(remark.path) ?? []) ?? []);
  if (all.length === 0) return null;
  const shown = all.slice(0, MOST);
  const more = all.length - shown.length;
  const rest = more === 0 ? '' : ` ${plural(more, 'more remark')} ${more === 1 ? 'stands' : 'stand'} there.`;
  const words = `What the gate found on lines of this pull request; the verdict and the rest are in its comment.${rest}`;
  const name = fingerprint(
    JSON.stringify([more, shown.map(({ comment, on }) => [comment.path, comment.body, on])]),
  );
  return {
    pullRequest: number,
    commit: head.sha,
    body: `${OPENING}${name} -->\n${words}`,
    comments: shown.map(({ comment }) => comment),
  };
}

interface Placed {
  readonly comment: ReviewComment;
  /** The text that it stands on: line numbers change with every push, and GitHub moves comments along. */
  readonly on: readonly string[];
}

function placed(remark: Remark, hunks: readonly Hunk[]): Placed | null {
  const suggestion = remark.cure === null ? null : suggestionOf(remark.cure.edits, hunks);
  if (suggestion === null && remark.findings.length === 0) return null;
  const { line, endLine } = suggestion ?? shortened(remark, hunks);
  const on = linesWithin(hunks, line, endLine);
  if (on === null) return null;
  const start = line < endLine ? { startLine: line } : {};
  return {
    comment: { path: remark.path, ...start, line: endLine, body: remarkBody(remark, suggestion) },
    on,
  };
}

function shortened({ line, endLine }: Remark, hunks: readonly Hunk[]): Pick<Remark, 'line' | 'endLine'> {
  const fits = endLine - line < LONGEST && linesWithin(hunks, line, endLine) !== null;
  return { line, endLine: fits ? endLine : line };
}

/** The lines that a review may be put on, by path; a file without any remark needs no patch. */
export const remarkedPaths = (report: Report): ReadonlySet<string> =>
  new Set(remarksOf(report).map(({ path }) => path));

/** `wanted` null: there is nothing to say on lines now. Reviews of others are not looked at. */
export function planReview(
  wanted: WantedReview | null,
  posted: readonly PostedReview[],
  me: string,
): readonly (ReviewWrite | MinimiseWrite)[] {
  const ours = posted.filter(({ body, author }) => body.startsWith(OPENING) && isOurs(author, me));
  const same = wanted === null ? [] : ours.filter(({ body }) => isSame(body, wanted.body));
  const kept = same.find(({ minimised }) => minimised === null || !OUR_REASONS.has(minimised));
  const create = wanted === null || kept !== undefined ? [] : [{ kind: 'create-review' as const, ...wanted }];
  const outdated = ours
    .filter((review) => review !== kept)
    .flatMap((review) =>
      hidden(review, kept !== undefined && same.includes(review) ? 'DUPLICATE' : 'OUTDATED'),
    );
  return [...create, ...outdated];
}

/** By the marker alone: the words below it are ours to change. */
const isSame = (a: string, b: string): boolean => a.split('\n', 1)[0] === b.split('\n', 1)[0];

/** GraphQL's spelling; whatever a person hid for another reason is not said to them again. */
const OUR_REASONS: ReadonlySet<string> = new Set(['outdated', 'duplicate']);

/** The comments first, so that a hidden review has none left that shows. */
function hidden(
  { nodeId, minimised, comments }: PostedReview,
  why: MinimiseWrite['why'],
): readonly MinimiseWrite[] {
  return [...comments, { nodeId, minimised }]
    .filter((one) => one.minimised === null)
    .map((one) => ({ kind: 'minimise-comment', nodeId: one.nodeId, why }));
}
