/** What the comment says of other open pull requests; what they do is never alone a reason to write it again. */
import { codeSpan } from './escape.ts';
import type { Forecast, Report } from './report.ts';

const TITLE = '#### If another pull request lands first';

/** The whole section, as it stands in a comment. */
export const FORECAST_SECTION = new RegExp(`^${TITLE}\n\n(?:- [^\n]*\n)*\n?`, 'm');

export function forecastSection({ forecast = [] }: Report): string {
  const ahead = forecast.filter((one) => one.kind !== 'cures');
  if (ahead.length === 0) return '';
  return [`${TITLE}\n`, ...ahead.map((one) => `- ${sentence(one)}`)].join('\n');
}

function sentence(one: Exclude<Forecast, { kind: 'cures' }>): string {
  const first = `If #${one.pullRequest} lands first,`;
  switch (one.kind) {
    case 're-parent':
      return `${first} this one must be re-parented onto ${one.onto.map(codeSpan).join(' and ')}, or joined with it by \`/merge-heads\`.`;
    case 'collide':
      return `${first} ${codeSpan(one.over)} is taken: give this one’s revision another id and file name.`;
    case 'same-merge':
      return `${first} the merge revision of this one is one too many: ${codeSpan(one.revision)} joins the same heads.`;
  }
}
