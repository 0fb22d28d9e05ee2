/** Histories with their files, for tests of remedies: `history` notation in, a proposal's input out. */
import type { Environment } from '../../src/config/environment.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Splice } from '../../src/remedy/line-edit.ts';
import type { ResolutionInput } from '../../src/remedy/propose.ts';
import { readRevision } from '../../src/revision/read.ts';
import type { Revision } from '../../src/revision/revision.ts';
import { history } from '../graph/notation.ts';

export const ENVIRONMENT: Environment = {
  name: 'migrations',
  flavour: 'alembic',
  scriptLocation: 'migrations',
  versionLocations: ['versions'],
  recursive: false,
  ini: 'alembic.ini',
  workingDirectory: '.',
  fileTemplate: '%(rev)s_%(slug)s',
  truncateSlugLength: 40,
  timezone: null,
  outputEncoding: 'utf-8',
  databases: [],
  postWriteHooks: [],
  expectedHeads: 1,
  declared: null,
};

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

/** Puts the new parents where the reader found the old ones. */
export const replaceParents = (
  text: string,
  revision: Revision,
  parents: readonly string[],
): readonly Splice[] => {
  const reading = readRevision(revision.path, new TextEncoder().encode(text));
  const span = reading.kind === 'revision' ? reading.revision.spans.downRevision : undefined;
  const [only, ...others] = parents;
  const put = others.length > 0 ? `(${parents.map((id) => `'${id}'`).join(', ')})` : `'${only ?? ''}'`;
  return span === undefined ? [] : [{ ...span, text: put }];
};

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** @param own ids of the pull request's own revisions; all others have landed. */
export function proposal(
  notation: string,
  own: readonly string[],
  changes: Partial<ResolutionInput> & { readonly messages?: Readonly<Record<string, string>> } = {},
): ResolutionInput {
  const { messages = {}, ...rest } = changes;
  const revisions = history(notation).map((one) => ({ ...one, message: messages[one.id] ?? '' }));
  return {
    environment: ENVIRONMENT,
    graph: buildGraph(revisions),
    landed: new Set(revisions.map(({ id }) => id).filter((id) => !own.includes(id))),
    texts: new Map(revisions.filter(({ id }) => own.includes(id)).map((one) => [one.path, fileOf(one)])),
    reParent: replaceParents,
    template: bytes(TEMPLATE),
    prefer: 'merge',
    message: null,
    messagePattern: null,
    sides: null,
    id: '0123456789ab',
    moment: { epochMicroseconds: 1_715_335_200_123_456 },
    localTimeZone: 'UTC',
    exists: () => false,
    ...rest,
  };
}
