/** The report for a terminal: the same story as the comment, in plain text with colours where they are wanted. */
import { limitsOf } from '../verify/engine-limits.ts';
import type { Finding } from '../lint/finding.ts';
import { oneLine, visible } from './escape.ts';
import { headline } from './headline.ts';
import { textGraph } from './mermaid.ts';
import { inOrder } from './order.ts';
import type { EnvironmentReport, Outcome, Report } from './report.ts';
import { besidePlace, untold, withoutEchoes } from './said-once.ts';
import {
  branchName,
  isBehind,
  NO_STEP,
  plural,
  serverWords,
  shortSha,
  stepWords,
  untouched,
} from './words.ts';

export type Paint = (style: 'red' | 'green' | 'yellow' | 'blue' | 'bold' | 'dim', text: string) => string;

export const NO_PAINT: Paint = (_style, text) => text;

const COLOUR: Readonly<Record<Outcome, 'red' | 'green' | 'yellow'>> = {
  pass: 'green',
  fail: 'red',
  'not-evaluated': 'yellow',
  'base-broken': 'yellow',
};

const indent = (text: string, by = '    '): string =>
  visible(text)
    .replace(/^/gm, by)
    .replace(/[ \t]+$/gm, '');

function findingText(finding: Finding, paint: Paint): string {
  const style = finding.severity === 'error' ? 'red' : finding.severity === 'warning' ? 'yellow' : 'blue';
  const where =
    finding.path === null
      ? ''
      : `${finding.path}${finding.line === null ? '' : `:${String(finding.line)}`}: `;
  const [sentence = '', ...code] = finding.help.split('\n');
  const accepted =
    finding.suppressed === null
      ? ''
      : ` (accepted by ${oneLine(finding.suppressed.by)}: ${oneLine(finding.suppressed.reason)})`;
  return [
    `  ${paint(style, finding.severity)} ${paint('bold', finding.rule)} ${oneLine(where + besidePlace(finding))}${accepted}`,
    indent(`-> ${oneLine(sentence)}`),
    ...(code.length > 0 ? [indent(code.join('\n').trim(), '       ')] : []),
  ].join('\n');
}

function editsText({ resolution }: EnvironmentReport, paint: Paint): string[] {
  const edits = resolution?.reParent?.edits ?? [];
  return edits.flatMap(({ path, line, before, after }) => [
    `    ${oneLine(path)}:${line}`,
    paint('red', indent(before, '    - ')),
    paint('green', indent(after, '    + ')),
  ]);
}

/** At a desk our own command writes the file; Alembic's loads the branch, which must have both sides then. */
function byHand(environment: EnvironmentReport, { base, head }: Report): string[] {
  const { command = '', content = null } = environment.resolution?.mergeRevision ?? {};
  const first = isBehind(environment) ? `merge ${oneLine(branchName(base.ref))} into the branch, then ` : '';
  const own = `alembic-gate merge-heads --base ${base.ref} --strategy merge --write`;
  const written = head.sha === null && content !== null ? [`    ${oneLine(own)}`, `  or ${first}run:`] : [];
  const hand = written.length > 0 ? written : first === '' ? [] : [`  ${first}run:`];
  return [...hand, `    ${oneLine(command)}`];
}

function remedyText(environment: EnvironmentReport, report: Report, paint: Paint): string[] {
  const { resolution } = environment;
  if (resolution === null) return [];
  const { mergeRevision, reParent, recommended, refused, because } = resolution;
  const star = (kind: string): string => (kind === recommended ? ' (recommended)' : '');
  const other =
    reParent === null
      ? []
      : [`  Re-parent${refused === null ? star('re-parent') : ''}:`, ...editsText(environment, paint)];
  if (refused !== null) return ['', paint('bold', 'Cure'), `  ${oneLine(refused)}`, ...other];
  return [
    '',
    paint('bold', 'Cure'),
    `  ${oneLine(because)}`,
    `  Merge revision${star('merge-revision')}: ${oneLine(mergeRevision.path)}`,
    ...byHand(environment, report),
    ...(mergeRevision.content === null
      ? []
      : [paint('dim', indent(mergeRevision.content.trimEnd(), '    | '))]),
    ...other,
  ];
}

/** Where there is something to say. */
const behindColon = (words: string): string => (words === '' ? '' : `: ${oneLine(words)}`);

function proofText({ database }: EnvironmentReport, findings: readonly Finding[], paint: Paint): string[] {
  if (database === null) return [];
  const open = untold(database, findings);
  const limits = limitsOf(database);
  const proofs = database.proofs.filter(({ outcome }) => outcome !== 'off');
  const undeclared = database.declaredVersion === null ? '; production’s version is not declared' : '';
  return [
    '',
    paint('bold', oneLine(`Proof on ${serverWords(database)} (${database.source}${undeclared})`)),
    ...(limits === null ? [] : [`  ${limits}`]),
    ...(database.parts ?? []).map(
      ({ part, server, outcome, reason }) =>
        `  ${outcome} ${oneLine(`${part}${server === null ? '' : ` on ${server}`}${outcome === 'pass' || reason === null ? '' : `: ${reason}`}`)}`,
    ),
    ...proofs.flatMap((proof) => [
      `  ${proof.outcome} ${proof.name}${behindColon(open.shown(proof))}`,
      ...proof.differences.map(
        ({ object, attribute, before, after, path, line }) =>
          `    ${oneLine(`${path === null ? '' : `${path}:${String(line ?? 1)}: `}${object}: ${attribute} ${before ?? 'nothing'} → ${after ?? 'nothing'}`)}`,
      ),
    ]),
    ...open.steps.map(
      (step) => `  ${stepWords(step).join(oneLine(step.revision))}: ${oneLine(step.error ?? '')}`,
    ),
    ...(database.rollback === null
      ? []
      : [
          `  way back: ${database.rollback.target
            .split(' ')
            .map((one) => `downgrade ${oneLine(one)}`)
            .join(
              ', then ',
            )}${database.rollback.loses.length > 0 ? `, loses ${oneLine(database.rollback.loses.join(', '))}` : ''}`,
          ...(database.rollback.fromMerge === true ? [`  downgrade -1 will not work: ${NO_STEP}`] : []),
        ]),
  ];
}

function environmentText(environment: EnvironmentReport, report: Report, paint: Paint): string[] {
  if (untouched(environment) && environment.outcome === 'pass') return [];
  const { name, heads, neighbourhood, outcome, reason } = environment;
  const findings = inOrder(withoutEchoes(report.findings.filter((finding) => finding.environment === name)));
  return [
    '',
    `${paint('bold', oneLine(name))} ${paint(COLOUR[outcome], outcome)}${reason === null || report.environments.length === 1 ? '' : `: ${oneLine(reason)}`}`,
    `  ${heads.merged === null ? 'heads after the merge: not known' : `${plural(heads.merged.length, 'head')} after the merge: ${oneLine(heads.merged.join(', '))}`}`,
    ...(neighbourhood.length > 0 ? [indent(textGraph(neighbourhood))] : []),
    ...(findings.length > 0
      ? ['', paint('bold', 'Findings'), ...findings.map((finding) => findingText(finding, paint))]
      : []),
    ...remedyText(environment, report, paint),
    ...proofText(environment, findings, paint),
  ];
}

/** The whole report; ends with a newline. */
export function renderText(report: Report, paint: Paint = NO_PAINT): string {
  const names = new Set(report.environments.map(({ name }) => name));
  const overall = inOrder(
    report.findings.filter(({ environment }) => environment === null || !names.has(environment)),
  );
  // The outcome's own word stands first here.
  const sentence = report.outcome === 'not-evaluated' ? (report.reason ?? '') : headline(report);
  return [
    `${paint(COLOUR[report.outcome], report.outcome)}: ${oneLine(sentence)}`,
    ...(report.base.sha === ''
      ? []
      : [
          `judged: ${shortSha(report.head.sha)} merged into ${oneLine(report.base.ref)} at ${shortSha(report.base.sha)}`,
        ]),
    ...report.environments.flatMap((environment) => environmentText(environment, report, paint)),
    ...(overall.length > 0
      ? ['', paint('bold', 'The pull request'), ...overall.map((finding) => findingText(finding, paint))]
      : []),
    '',
  ].join('\n');
}
