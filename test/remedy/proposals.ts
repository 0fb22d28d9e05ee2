/** Histories with their files, for tests of remedies: `history` notation in, a proposal's input out. */
import type { Environment } from '../../src/config/environment.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { ResolutionInput } from '../../src/remedy/propose.ts';
import { reparentEdits } from '../../src/revision/edit.ts';
import { readRevision } from '../../src/revision/read.ts';
import type { Revision } from '../../src/revision/revision.ts';
import { PLAIN_ENVIRONMENT } from '../config/plain-environment.ts';
import { history } from '../graph/notation.ts';

export const ENVIRONMENT: Environment = { ...PLAIN_ENVIRONMENT, versionLocations: ['versions'] };

export const TEMPLATE = `"""\${message}

Revision ID: \${up_revision}
Revises: \${down_revision | comma,n}
Create Date: \${create_date}

"""
revision = \${repr(up_revision)}
down_revision = \${repr(down_revision)}
branch_labels = \${repr(branch_labels)}
depends_on = \${repr(depends_on)}
`;

export const fileOf = ({ id, downRevisions, message }: Revision): string => {
  const [only, ...others] = downRevisions.map((parent) => `'${parent}'`);
  const parents =
    others.length > 0 ? `(${downRevisions.map((parent) => `'${parent}'`).join(', ')})` : (only ?? 'None');
  return `"""${message}"""\nrevision = '${id}'\ndown_revision = ${parents}\n`;
};

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As the reader finds it in its file, spans included; dependencies and labels stay those of the notation. */
function readBack(one: Revision): Revision {
  const reading = readRevision(one.path, bytes(fileOf(one)));
  return reading.kind === 'revision' ? { ...one, spans: reading.revision.spans } : one;
}

/** @param own ids of the pull request's own revisions; all others have landed. */
export function proposal(
  notation: string,
  own: readonly string[],
  changes: Partial<ResolutionInput> = {},
): ResolutionInput {
  const revisions = history(notation).map(readBack);
  return {
    environment: ENVIRONMENT,
    graph: buildGraph(revisions),
    landed: new Set(revisions.map(({ id }) => id).filter((id) => !own.includes(id))),
    texts: new Map(revisions.filter(({ id }) => own.includes(id)).map((one) => [one.path, fileOf(one)])),
    reParent: reparentEdits,
    template: bytes(TEMPLATE),
    prefer: 'merge',
    message: null,
    messagePattern: null,
    sides: null,
    id: '0123456789ab',
    moment: { epochMicroseconds: 1_715_335_200_123_456 },
    localTimeZone: 'UTC',
    exists: () => false,
    ...changes,
  };
}
