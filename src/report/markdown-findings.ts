/** Findings as a list: what breaks, where, what to do; errors first. */
import type { Finding, Severity } from '../lint/finding.ts';
import { RULES } from '../lint/rules/index.ts';
import type { Resolution } from '../remedy/resolution.ts';
import { codeSpan, plain } from './escape.ts';
import { folded } from './fold.ts';
import { inOrder } from './order.ts';
import { cure, prose } from './prose.ts';
import { besidePlace, withoutEchoes } from './said-once.ts';
import { plural } from './words.ts';

export const SIGN: Readonly<Record<Severity, string>> = { error: '🔴', warning: '🟡', info: '🔵' };

/** Where the pages of the rules live. */
const RULE_PAGES = 'https://github.com/alembic-gate/alembic-gate/blob/main/docs/rules';

export const rulePage = (rule: string): string => `${RULE_PAGES}/${rule}.md`;

/** The rule's name, leading to its page. */
export const ruleLink = (rule: string): string => `[${rule}](${rulePage(rule)})`;

const place = ({ path, line }: Finding): string =>
  path === null ? '' : ` ${codeSpan(line === null ? path : `${path}:${String(line)}`)}`;

const indent = (text: string): string => text.replace(/\n(?=.)/g, '\n  ');

/** What joining the heads cures: how to do that stands in the cure's own section. */
const CURED_BY_RESOLUTION: ReadonlySet<string> = new Set(['no-multiple-heads', 'no-stale-parent']);

/** What stands elsewhere in the same comment. */
interface Beside {
  readonly resolution?: Resolution | null;
  /** The cure that the next step has said. */
  readonly above?: string | null;
}

/** Of findings that follow each other and ask for the same, the last one says it. */
const isCuredAlike = (one: Finding, next: Finding | undefined): boolean =>
  next !== undefined && next.rule === one.rule && next.help === one.help && next.suppressed === null;

function item(finding: Finding, { resolution = null, above = null }: Beside, isCuredBelow: boolean): string {
  const { rule, severity, help, suppressed } = finding;
  const accepted =
    suppressed === null ? '' : ` _Accepted by ${plain(suppressed.by)}: ${plain(suppressed.reason)}_`;
  const what = `- ${SIGN[severity]} **${ruleLink(rule)}**${place(finding)}  \n  ${prose(besidePlace(finding))}${accepted}`;
  // An accepted finding needs no cure either.
  const isCured =
    suppressed !== null ||
    isCuredBelow ||
    help === above ||
    (resolution !== null && CURED_BY_RESOLUTION.has(rule));
  return isCured ? what : `${what}  \n  → ${indent(cure(help))}`;
}

/** At most `limit` findings, and a sentence that counts the rest; nothing for no finding. */
export function findingsSection(findings: readonly Finding[], limit: number, beside: Beside = {}): string {
  const sorted = inOrder(withoutEchoes(findings));
  const accepted = sorted.filter(({ suppressed }) => suppressed !== null);
  const open = sorted.filter(({ suppressed }) => suppressed === null);
  const wanting = open.filter((one) => !isNote(one));
  const listed = [...wanting, ...accepted, ...open.filter(isNote)].slice(0, limit);
  const lines = (some: readonly Finding[]): string =>
    some.map((finding, at) => item(finding, beside, isCuredAlike(finding, some[at + 1]))).join('\n');
  const told = listed.filter((one) => !isNote(one));
  const notes = listed.filter(isNote);
  const rest = sorted.length - listed.length;
  return [
    ...(told.length > 0 ? ['#### Findings', lines(told)] : []),
    ...howToAccept(wanting),
    ...(notes.length > 0 ? [folded(`${SIGN.info} ${plural(notes.length, 'note')}`, lines(notes))] : []),
    ...(rest > 0 ? [`_${plural(rest, 'more finding')} in the report file of the run._`] : []),
  ].join('\n\n');
}

/** What asks nothing of anybody is folded: a formatter's pull request may have thirty. */
const isNote = ({ severity, suppressed }: Finding): boolean => severity === 'info' && suppressed === null;

/** Whoever knows better than a rule must not have to look for how to say so; what a server showed is no opinion. */
function howToAccept(open: readonly Finding[]): readonly string[] {
  const one = open.find(
    ({ rule, severity, line }) =>
      severity === 'error' && line !== null && RULES.some(({ id }) => id === rule),
  );
  if (one === undefined) return [];
  const comment = codeSpan(`# alembic-gate: ignore[${one.rule}] reason`);
  return [`<sub>A finding that is meant, or wrong here, is accepted on its line: ${comment}.</sub>`];
}
