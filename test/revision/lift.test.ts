import { describe, expect, test } from '@jest/globals';
import { liftReversed } from '../../src/revision/lift.ts';

const lift = (text: string) => liftReversed(Buffer.from(text));
const file = (up: string, down: string, head = 'from alembic import op\n'): string =>
  `${head}\n\ndef upgrade():\n    ${up}\n\n\ndef downgrade() -> None:\n    ${down}\n`;

test('bodies change places word for word, docstrings stay behind, and used imports come along', () => {
  const text = file(
    `"""Adds it."""\n    # why\n    op.add_column('t', sa.Column('c', JSONB()))\n    for n in range(2):\n        op.execute(f'x {n}')  # said`,
    `op.drop_column('t', 'c')`,
    'from alembic import op\nimport sqlalchemy as sa\nfrom sqlalchemy.dialects.postgresql import (\n    JSONB,\n)\nimport os\n',
  );
  expect(lift(text)).toEqual({
    imports: [
      'from alembic import op',
      'import sqlalchemy as sa',
      'from sqlalchemy.dialects.postgresql import (\n    JSONB,\n)',
    ],
    upgrade: `op.drop_column('t', 'c')`,
    downgrade: `op.add_column('t', sa.Column('c', JSONB()))\n    for n in range(2):\n        op.execute(f'x {n}')`,
  });
});

const DROP = `op.drop_table('t')`;
const MAKE = `op.create_table('t')`;

describe('refused by name', () => {
  test.each([
    [
      'a helper of the file',
      file(`make()`, DROP, 'def make(): pass\n'),
      '`make`, which is defined elsewhere',
    ],
    ['a constant of the file', file(MAKE, `op.drop_table(T)`, `T: str = 't'\n`), '`T`, which is defined'],
    ['a name bound in a branch', file(MAKE, `op.drop_table(T)`, `if x:\n    T = 't'\n`), '`T`, which is'],
    ['a star import', file(MAKE, DROP, 'from app import *\n'), 'import *'],
    ['a downgrade that does nothing', file(MAKE, 'pass'), 'downgrade() does nothing'],
    ['a downgrade that raises', file(MAKE, 'raise NotImplementedError()'), 'downgrade() raises'],
    ['nothing at all', file('pass', 'pass'), 'nothing to undo'],
    [
      'one function for each database',
      file(`globals()['upgrade_' + e]()`, DROP) + 'def upgrade_a(): x()\n',
      'each database',
    ],
    ['another indentation', `def upgrade():\n  a()\n  b()\ndef downgrade():\n  ${DROP}\n`, 'four spaces'],
    ['code that reaches for names', file(MAKE, `eval('x')`), 'by code'],
    [
      'an upgrade that came from elsewhere',
      `from app import upgrade\n${file('', '').slice(0, 0)}def downgrade():\n    ${DROP}\n`,
      'upgrade() is not defined in the file',
    ],
    ['what is no Python', 'def upgrade(:\n', 'never closed'],
  ])('%s', (_title, text, why) => {
    expect(lift(text)).toEqual({ refused: expect.stringContaining(why) });
  });
});
