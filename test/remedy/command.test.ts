import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { mergeCommand } from '../../src/remedy/command.ts';
import { ENVIRONMENT } from './proposals.ts';

const REQUEST = { id: 'abc', message: 'Merge heads', parents: ['a1', 'b2'] };
const MERGE = 'merge -m "Merge heads" --rev-id abc a1 b2';

test.each([
  [{}, `alembic ${MERGE}`],
  [{ ini: null }, `alembic ${MERGE}`],
  [{ ini: 'pyproject.toml' }, `alembic ${MERGE}`],
  [{ ini: 'db/my alembic.ini' }, `alembic -c "db/my alembic.ini" ${MERGE}`],
  [{ ini: 'back/alembic.ini', workingDirectory: 'back' }, `cd back && alembic ${MERGE}`],
  [{ ini: 'back/db/alembic.ini', workingDirectory: 'back' }, `cd back && alembic -c db/alembic.ini ${MERGE}`],
  [
    { ini: 'etc/alembic.ini', workingDirectory: 'back/end' },
    `cd back/end && alembic -c ../../etc/alembic.ini ${MERGE}`,
  ],
  [{ section: 'tenant' }, `alembic -n tenant ${MERGE}`],
  [{ flavour: 'flask-migrate', scriptLocation: 'migrations' }, `flask db ${MERGE}`],
  [
    { flavour: 'flask-migrate', scriptLocation: 'api/db/migrations', workingDirectory: 'api' },
    'cd api && flask db merge -d db/migrations -m "Merge heads" --rev-id abc a1 b2',
  ],
  [{ declared: { command: 'uv run flask db' } }, `uv run flask db ${MERGE}`],
] as const)('The command for %j is `%s`', (changes, command) => {
  expect(mergeCommand({ ...ENVIRONMENT, ...changes }, REQUEST)).toBe(command);
});

test.each([
  '',
  'plain',
  'two words',
  `it's "so"`,
  '$HOME `id` \\ !x',
  'two\nlines',
  '-leads with a dash',
  'ÄÖ 🙂',
  'a;b|c&d>e*',
])('A shell gives the message %j back as it was', (message) => {
  const command = mergeCommand(ENVIRONMENT, { ...REQUEST, message, parents: ["it's", 'b$2'] });
  const script = `alembic() { printf '%s\\0' "$@"; }; ${command}`;
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  const text = message.startsWith('-') ? [`--message=${message}`] : ['-m', message];
  expect(words).toEqual(['merge', ...text, '--rev-id', 'abc', "it's", 'b$2']);
});
