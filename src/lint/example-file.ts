/** A rule's example as the whole revision file that it stands for. */
import type { Example } from './rule.ts';

const HEADER = 'from alembic import op\nimport sqlalchemy as sa\n';

export function exampleFile(example: Example): string {
  const {
    upgrade = 'pass',
    downgrade = 'pass',
    before = '',
    message = 'add what the ticket asks for',
  } = example;
  const above = example.aboveDowngrade === undefined ? '' : `${example.aboveDowngrade}\n`;
  const identifiers = `revision = "b1"\ndown_revision = ${example.downRevision ?? '"a1"'}\n`;
  const functions = `def upgrade():\n${indented(upgrade)}\n\n\n${above}def downgrade():\n${indented(downgrade)}\n`;
  return `"""${message}"""\n${HEADER}${before === '' ? '' : `${before}\n`}\n${identifiers}\n\n${functions}`;
}

const indented = (body: string): string => body.replace(/^(?=.)/gm, '    ');
