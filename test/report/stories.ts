/** Pull requests of a small application as they happen, for reports that people read: tenants, cases and their notes. */
import { readFileSync } from 'node:fs';
import type { Story } from '../fakes/repository.ts';

const TEMPLATE = readFileSync(
  new URL('../fixtures/script-templates/generic-1.15.0.mako', import.meta.url),
  'utf8',
);

export const VERSIONS = 'migrations/versions';

interface Told {
  readonly id: string;
  readonly down: string | readonly string[] | null;
  readonly message: string;
  readonly upgrade?: string;
  readonly downgrade?: string;
}

const literal = (down: Told['down']): string =>
  down === null
    ? 'None'
    : typeof down === 'string'
      ? `'${down}'`
      : `(${down.map((id) => `'${id}'`).join(', ')})`;

/** One revision as a file, by its path. */
export function revision({
  id,
  down,
  message,
  upgrade = 'pass',
  downgrade = 'pass',
}: Told): Record<string, string> {
  const slug = message.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const parents = down === null ? '' : typeof down === 'string' ? down : down.join(', ');
  const text = `"""${message}

Revision ID: ${id}
Revises: ${parents}
"""
from alembic import op
import sqlalchemy as sa

revision = '${id}'
down_revision = ${literal(down)}


def upgrade():
    ${upgrade}


def downgrade():
    ${downgrade}
`;
  return { [`${VERSIONS}/${id}_${slug}.py`]: text };
}

export const TENANTS = { id: '4f0c2a91d7be', down: null, message: 'CW-101 tenants' };
export const CASES = { id: 'c7d90b14a6f8', down: '4f0c2a91d7be', message: 'CW-110 cases' };
export const PRIORITY = { id: '90e7d2f4b1c8', down: 'c7d90b14a6f8', message: 'CW-214 priority of a case' };
export const TAGS = {
  id: 'f15b6ca3087e',
  down: 'c7d90b14a6f8',
  message: 'CW-221 tags on cases',
  upgrade: "op.add_column('cases', sa.Column('tags', sa.JSON, nullable=True))",
  downgrade: "op.drop_column('cases', 'tags')",
};
export const NOTES = {
  id: '3ba9f71c5e60',
  down: 'f15b6ca3087e',
  message: 'CW-222 notes on tags',
  upgrade: "op.create_table('tag_notes', sa.Column('id', sa.Integer, primary_key=True))",
  downgrade: "op.drop_table('tag_notes')",
};

export const APPLICATION: Story['before'] = {
  'alembic.ini': '[alembic]\nscript_location = migrations\n',
  'migrations/env.py': 'from alembic import context\n',
  'migrations/script.py.mako': TEMPLATE,
  ...revision(TENANTS),
  ...revision(CASES),
};

/** Both grew from one parent; each is green alone. */
export const FORK: Story = {
  before: APPLICATION,
  onMain: revision(PRIORITY),
  inPullRequest: { ...revision(TAGS), ...revision(NOTES) },
};
