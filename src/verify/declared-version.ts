/** Whether a proof ran on the version that production is declared to have: locks, defaults and refusals change with it. */
import type { Finding } from '../lint/finding.ts';
import type { DatabaseProof } from './proof.ts';
import { NOWHERE, placeOf } from './place.ts';

type Versions = Pick<DatabaseProof, 'engine' | 'version' | 'declaredVersion' | 'declaredEngine'>;

/** One sentence; null where it did, as far as the declaration says (`8.0` is every 8.0), and where none is declared. */
export function otherVersion({ engine, version, declaredVersion, declaredEngine }: Versions): string | null {
  if (declaredEngine !== undefined)
    return `The proof ran on ${engine} ${version}, while the configuration declares ${declaredEngine}: what passes here says nothing of that one.`;
  if (declaredVersion === null) return null;
  const [numbers = ''] = version.split('-');
  if (`${numbers}.`.startsWith(`${declaredVersion}.`)) return null;
  return `The proof ran on ${engine} ${version}, while production is declared to be ${declaredVersion}: what locks, what is refused and what a default becomes can differ there.`;
}

const VERSION_CURE =
  'Give the gate a server of that version (`image:`, a service container, or a program on the machine), or correct `server: {version: …}`.';

/** One imperative sentence. */
export const cureOf = ({ declaredEngine }: Pick<Versions, 'declaredEngine'>): string =>
  declaredEngine === undefined
    ? VERSION_CURE
    : `Prove on ${declaredEngine} as well: take the choice of SQLite away where the verdict is to count.`;

export function versionFindings(proof: Versions, environment: string): readonly Finding[] {
  const message = otherVersion(proof);
  if (message === null) return [];
  return [
    {
      rule: 'no-other-server-version',
      severity: 'warning',
      message,
      help: cureOf(proof),
      ...placeOf(NOWHERE, environment),
    },
  ];
}
