/** The ninth proof: whoever installs the project today gets the database that everybody else has migrated to. */
import type { Finding } from '../../lint/finding.ts';
import { statementOf } from '../anchor.ts';
import type { CapturedStatement, ProofDifference, ProofSection } from '../proof.ts';
import { isMinor, valueInWords } from '../round-trip/round-trip.ts';
import type { SchemaDifference } from '../schema/schema.ts';
import { NOWHERE, placeOf } from '../place.ts';

/** `before` is what the migrations make, `after` what the command makes. */
export interface FreshInstall {
  readonly command: string;
  readonly differences: readonly SchemaDifference[];
  /** The same on the base, where it was asked; what is there already is no fault of the pull request. */
  readonly onBase: readonly SchemaDifference[];
  /** What the new revisions ran, with their files' revisions by path. */
  readonly statements: readonly CapturedStatement[];
  readonly revisions: ReadonlyMap<string, string>;
}

/** Attribute of a difference in what is stamped, and its object. */
export const STAMP = { object: 'the version table', attribute: 'revisions' } as const;
/** Attribute of the difference that stands for a command which no longer ends well. */
export const OUTCOME = 'outcome';

export function freshInstallSection({
  command,
  differences,
  onBase,
  statements,
  revisions,
}: FreshInstall): ProofSection {
  const known = new Set(onBase.map(keyOf));
  const real = differences.filter((one) => !isMinor(one));
  const own = real.filter((one) => !known.has(keyOf(one)));
  const old = real.length - own.length;
  const aside =
    old === 0 ? [] : [`${old} ${old === 1 ? 'difference was' : 'differences were'} on the base already`];
  const placed = own.map((one): ProofDifference => {
    const { path = null, line = null } = (one.name === '' ? null : statementOf(one, statements)) ?? {};
    const { object, attribute, before, after } = one;
    return { object, attribute, before, after, path, line, revision: revisions.get(path ?? '') ?? null };
  });
  const section = { name: 'fresh-install', differences: placed } as const;
  if (own.length === 0)
    return {
      ...section,
      outcome: 'pass',
      reason: [`\`${command}\` makes what the migrations make`, ...aside].join('; '),
    };
  const listed = own.slice(0, LISTED).map(inWords).join(', ');
  const rest = own.length - LISTED;
  const words = `a database that \`${command}\` makes is not what the migrations make: ${listed}${rest > 0 ? ` and ${rest} more` : ''}`;
  return { ...section, outcome: 'fail', reason: [words, ...aside].join('; ') };
}

const LISTED = 3;

/** A stamp that was wrong before is the same fault, whatever the heads are now. */
const keyOf = ({ object, attribute, before, after }: SchemaDifference): string =>
  JSON.stringify(object === STAMP.object ? [object] : [object, attribute, before, after]);

function inWords({
  object,
  attribute,
  before,
  after,
}: Pick<SchemaDifference, 'object' | 'attribute' | 'before' | 'after'>): string {
  if (attribute === OUTCOME) return `it fails now: ${after ?? ''}`;
  if (attribute === 'exists')
    return `${object} is made by ${after === 'no' ? 'the migrations' : 'the command'} only`;
  if (object === STAMP.object) return `it stamps ${after ?? 'nothing'}, and the head is ${before ?? 'none'}`;
  return `${object}: ${attribute} ${valueInWords(before)} by the migrations, ${valueInWords(after)} by the command`;
}

/** One finding, at the first line that is known. */
export function freshInstallFindings(
  { outcome, reason, differences }: ProofSection,
  environment: string,
): readonly Finding[] {
  if (outcome !== 'fail') return [];
  const at = differences.find(({ path }) => path !== null);
  const finding: Finding = {
    rule: 'no-fresh-install-difference',
    severity: 'error',
    message: `New installations and migrated databases part: ${reason ?? 'no reason given'}.`,
    help: 'Make models and migrations say the same, names, defaults and server-side options included, or let the command run the migrations.',
    ...placeOf(at ?? NOWHERE, environment),
  };
  return [finding];
}
