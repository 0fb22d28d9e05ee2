/** How the history would stand after the merge: drawn where there is something to see, and named where there is not. */
import type { NeighbourhoodNode } from '../graph/neighbourhood.ts';
import type { Detail } from './detail.ts';
import { codeSpan, fence } from './escape.ts';
import { folded } from './fold.ts';
import { mermaid, textGraph } from './mermaid.ts';
import type { EnvironmentReport, Report } from './report.ts';
import { branchName, plural } from './words.ts';

/** Ids of a list of heads; beyond, they are counted. */
const NAMED = 20;

/** Nothing where one line of revisions ends in the heads that are expected: the verdict says as much. */
export function headsSection(environment: EnvironmentReport, report: Report, detail: Detail): string {
  const { heads, neighbourhood } = environment;
  const expected = expectedCount(environment);
  const isAsExpected = heads.merged?.length === expected;
  if (isAsExpected && isOneLine(neighbourhood)) return '';
  const drawn = neighbourhood.length > 0;
  const isSaid = report.environments.length === 1 && isFork(environment, report);
  const named =
    (isAsExpected || isSaid) && drawn
      ? ''
      : `**Heads after the merge:** ${list(heads.merged)}${isAsExpected ? '' : ` (${plural(expected, 'head')} expected)`}`;
  if (!drawn) return named;
  return [named, drawing(neighbourhood, report, detail)].filter((part) => part !== '').join('\n\n');
}

/** As Mermaid draws it, and as text for whoever reads it where nothing is drawn. */
export function drawing(nodes: readonly NeighbourhoodNode[], report: Report, detail: Detail): string {
  const text = fence(textGraph(nodes), 'text');
  if (!detail.drawing) return text;
  return [fence(mermaid(nodes), 'mermaid'), legend(nodes, report), folded('The same as text', text)].join(
    '\n\n',
  );
}

/** Then the verdict names the heads. */
const isFork = ({ name }: EnvironmentReport, { findings }: Report): boolean =>
  findings.some(
    ({ rule, severity, environment, suppressed }) =>
      rule === 'no-multiple-heads' && severity === 'error' && environment === name && suppressed === null,
  );

/** Of the colours that the drawing has. */
function legend(nodes: readonly NeighbourhoodNode[], { base }: Report): string {
  const has = (role: NeighbourhoodNode['role']): boolean => nodes.some((node) => node.role === role);
  const colours = [
    ...(has('base') ? [`grey is on ${codeSpan(branchName(base.ref))}`] : []),
    ...(has('pull-request') ? ['blue is new here'] : []),
    ...(has('proposed') ? ['green is suggested'] : []),
  ].join(', ');
  return `<sub>${colours.replace(/^./, (first) => first.toUpperCase())}.</sub>`;
}

const expectedCount = ({ expectedHeads }: EnvironmentReport): number =>
  typeof expectedHeads === 'number'
    ? expectedHeads
    : Object.values(expectedHeads).reduce((sum, one) => sum + one, 0);

function list(heads: readonly string[] | null): string {
  if (heads === null) return 'not known';
  const more = heads.length - NAMED;
  const named = heads.slice(0, NAMED).map(codeSpan).join(', ') || 'none';
  return more > 0 ? `${named} and ${more} more` : named;
}

/** Whether every revision has one parent and one child in the picture. */
function isOneLine(nodes: readonly NeighbourhoodNode[]): boolean {
  const parents = nodes.flatMap((node) => node.parents.map(({ id }) => id));
  return nodes.every((node) => node.parents.length <= 1) && new Set(parents).size === parents.length;
}
