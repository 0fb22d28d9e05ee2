/** One remark as the markdown of a review's comment: what breaks, what to do, and the click that does it. */
import type { Finding } from '../lint/finding.ts';
import { ruleLink, SIGN } from '../report/markdown-findings.ts';
import { cure as cureOf, prose } from '../report/prose.ts';
import { besidePlace } from '../report/said-once.ts';
import type { LineCure, Remark } from './remarks.ts';
import type { Suggestion } from './suggestion.ts';

/** `suggestion` is null where the cure cannot be a click here. */
export function remarkBody({ findings, cure }: Remark, suggestion: Suggestion | null): string {
  const said = findings.map((finding) => told(finding, suggestion !== null && isIn(finding, cure)));
  const click = suggestion === null ? [] : [clickWords(cure), suggestion.block];
  return [...said, ...click].filter((part) => part !== '').join('\n\n');
}

/** Without the code of the cure where the block below holds it. */
function told(finding: Finding, hasBlock: boolean): string {
  const { severity, rule, help } = finding;
  const what = `${SIGN[severity]} **${ruleLink(rule)}**  \n${prose(besidePlace(finding))}`;
  const [sentence = ''] = help.split('\n');
  return `${what}\n\n${hasBlock ? (sentence.endsWith(':') ? '' : prose(sentence)) : cureOf(help)}`.trimEnd();
}

const isIn = ({ fix }: Finding, cure: LineCure | null): boolean =>
  cure !== null && (cure.kind === 're-parent' || fix === cure.edits);

function clickWords(cure: LineCure | null): string {
  if (cure?.kind !== 're-parent') return '';
  const also = cure.files > 1 ? `, together with the other ${cure.files - 1} of this review` : '';
  const then = cure.behind ? ' Then update the branch from its base.' : '';
  const way = cure.recommended
    ? 'Commit this suggestion'
    : 'Either take the merge revision of the comment, or commit this suggestion';
  return `${way}${also}: it moves this pull request’s revisions on top of the base’s.${then}`;
}
