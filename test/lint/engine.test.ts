import { describe, expect, test } from '@jest/globals';
import { mergeConfig } from '../../src/config/merge.ts';
import type { GateConfig } from '../../src/config/gate-config.ts';
import { applyLint, type ApplyInput } from '../../src/lint/apply.ts';
import type { Finding } from '../../src/lint/finding.ts';
import { readRevision } from '../../src/revision/read.ts';

const HEAD = 'from alembic import op\nimport sqlalchemy as sa\n';

/** A revision with this upgrade; a downgrade that does something keeps other rules silent. */
function revision(id: string, upgrade: string, message = 'CW-1: change what is needed') {
  const body = upgrade.replace(/^(?=.)/gm, '    ');
  const text = `"""${message}"""\n${HEAD}revision = "${id}"\ndown_revision = None\ndef upgrade():\n${body}\ndef downgrade():\n    op.execute(undo())\n`;
  const bytes = Buffer.from(text);
  const reading = readRevision(`versions/${id}.py`, bytes);
  if (reading.kind !== 'revision') throw new Error(reading.message);
  return { revision: reading.revision, bytes };
}

const lint = (
  revisions: ApplyInput['revisions'],
  file: GateConfig = {},
  rest: Partial<ApplyInput> = {},
): readonly Finding[] =>
  applyLint({
    environment: 'migrations',
    revisions,
    config: mergeConfig({ file }),
    engine: 'mysql',
    version: null,
    fileTemplate: null,
    namesConstraints: false,
    tableSizes: null,
    models: null,
    before: [],
    seen: [],
    found: [],
    ...rest,
  });

/** `rule severity`, and `accepted by …` behind it. */
const said = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ rule }) => rule !== 'no-unread-operation')
    .map(
      ({ rule, severity, suppressed }) =>
        `${rule} ${severity}${suppressed ? ` accepted by ${suppressed.by}` : ''}`,
    );

const DROP = 'op.drop_column("user", "name")';
const dropped = revision('a', DROP);

test('a finding says where, what breaks and what to write', () => {
  expect(lint([dropped])[0]).toMatchObject({
    rule: 'no-drop-column',
    severity: 'error',
    path: 'versions/a.py',
    line: 7,
    endLine: 7,
    revision: 'a',
    environment: 'migrations',
    suppressed: null,
  });
});

describe('what this pull request itself made', () => {
  const created = revision('a', 'op.create_table("tag", sa.Column("id", sa.Integer(), nullable=False))');
  test('is known to its later revisions, whatever the case of its name', () => {
    expect(said(lint([created, revision('b', 'op.drop_table("TAG")')]))).toEqual([]);
  });
  test('is not known to the earlier ones', () => {
    expect(said(lint([revision('b', 'op.drop_table("tag")'), created]))).toEqual(['no-drop-table error']);
  });
  test('is another table in another schema', () => {
    expect(said(lint([created, revision('b', 'op.drop_table("tag", schema="old")')]))).toEqual([
      'no-drop-table error',
    ]);
  });
});

describe('severities', () => {
  const alter = revision('a', 'op.alter_column("t", "c", existing_type=sa.Text(), nullable=False)');
  test('follow the profile', () => {
    expect(said(lint([alter]))).toEqual(['no-set-not-null warning']);
    expect(said(lint([alter], { profile: 'add-only' }))).toEqual([
      'no-alter-column error',
      'no-set-not-null error',
    ]);
  });
  test('of rolling deploys are off where deploys stop', () => {
    expect(said(lint([alter], { deploys: 'stop' }))).toEqual([]);
  });
  test('follow the configuration, and only where it holds', () => {
    const off = { severity: 'off', options: {} } as const;
    expect(said(lint([dropped], { rules: { 'no-drop-column': off } }))).toEqual([]);
    const elsewhere = { ...off, paths: ['other/**'] };
    expect(said(lint([dropped], { rules: { 'no-drop-column': elsewhere } }))).toEqual([
      'no-drop-column error',
    ]);
  });
  test('switch a group as a whole, its rules with a word of their own excepted', () => {
    const bare = revision('a', 'op.execute("CREATE TABLE tag (n INT) ENGINE=MEMORY")');
    const warning = { severity: 'warning', options: {} } as const;
    const off = { severity: 'off', options: {} } as const;
    expect(said(lint([bare], { rules: { hygiene: warning, 'require-innodb': off } }))).toEqual([
      'require-comment warning',
      'require-primary-key warning',
    ]);
  });
  test('of other findings are changed where the catalogue allows it', () => {
    const found = ['no-stale-parent', 'no-cycle'].map((rule): Finding => ({
      ...{ rule, message: '', help: '', path: null, line: null, endLine: null, revision: null },
      ...{ environment: null, suppressed: null, severity: rule === 'no-cycle' ? 'error' : 'warning' },
    }));
    const off = { severity: 'off', options: {} } as const;
    expect(said(lint([], { rules: { 'no-stale-parent': off, 'no-cycle': off } }, { found }))).toEqual([
      'no-cycle error',
    ]);
    expect(said(lint([], { profile: 'strict' }, { found }))).toEqual([
      'no-stale-parent error',
      'no-cycle error',
    ]);
  });
});

describe('accepting a finding', () => {
  const ignoring = (comment: string, behind = false) =>
    revision('a', behind ? `${DROP}  # alembic-gate: ${comment}` : `# alembic-gate: ${comment}\n${DROP}`);
  test('works on the line and above it, with a reason, which is kept', () => {
    for (const behind of [true, false]) {
      const [finding, ...more] = lint([ignoring('ignore[no-drop-column] was never used', behind)]);
      expect(finding).toMatchObject({ suppressed: { reason: 'was never used' } });
      expect(said(more)).toEqual([]);
    }
  });
  test('without a reason accepts nothing, and is said', () => {
    expect(said(lint([ignoring('ignore[no-drop-column]')]))).toEqual([
      'no-drop-column error',
      'no-suppression-without-reason warning',
    ]);
  });
  test('that meets nothing, names no rule or is misspelled is said', () => {
    for (const comment of [
      'ignore[no-drop-table] gone',
      'ignore[no-drop-colum] gone',
      'ignroe[no-drop-column] x',
    ])
      expect(said(lint([ignoring(comment)]))).toEqual([
        'no-drop-column error',
        'no-unused-suppression warning',
      ]);
  });
  test('of a rule for another database is not called unused', () => {
    const comment = 'ignore[no-enum-value-add-without-reverse] PostgreSQL alone';
    expect(said(lint([ignoring(comment)]))).toEqual(['no-drop-column error']);
  });
  test('works by the configuration, for a path or a revision', () => {
    const entry = { rule: 'no-drop-column', reason: 'agreed in CW-2' };
    expect(said(lint([dropped], { suppress: [{ ...entry, path: 'versions/*' }] }))).toEqual([
      'no-drop-column error accepted by configuration',
    ]);
    expect(said(lint([dropped], { suppress: [{ ...entry, revision: 'b' }] }))).toEqual([
      'no-drop-column error',
    ]);
  });
  test('of a protected rule needs an approver of this very file', () => {
    const file = ignoring('ignore[no-drop-column] was never used');
    const [unapproved] = lint([file], { profile: 'add-only' });
    expect(unapproved).toMatchObject({ suppressed: null });
    expect(unapproved?.help).toMatch(/needs the approval of an approver/);
    const approvals = new Map([['versions/a.py', 'dba']]);
    expect(said(lint([file], { profile: 'add-only' }, { approvals }))[0]).toBe(
      'no-drop-column error accepted by dba',
    );
  });
});

describe('statements that were seen on the server', () => {
  const seen = (sql: string, line: number) => [{ revision: 'a', direction: 'upgrade', sql, line } as const];
  test('add what the source does not say, at its line, and settle what was unread', () => {
    const computed = revision('a', 'op.execute(statement())');
    expect(lint([computed], {}, { seen: seen('DROP TABLE `user`', 7) })).toMatchObject([
      { rule: 'no-unread-operation', line: 9 },
      { rule: 'no-drop-table', line: 7 },
    ]);
  });
  test('say nothing of a line that can be read, whose author knew what was there before', () => {
    const same =
      'op.alter_column("t", "c", nullable=False, existing_nullable=False, existing_type=sa.Text())';
    const statements = seen('ALTER TABLE t ALTER COLUMN c SET NOT NULL', 7);
    expect(said(lint([revision('a', same)], {}, { seen: statements, engine: 'postgresql' }))).toEqual([]);
  });
  test('never say twice what the source says, and never take it back', () => {
    const twice = lint([dropped], {}, { seen: seen('ALTER TABLE user DROP COLUMN name', 7) });
    expect(said(twice)).toEqual(['no-drop-column error']);
    expect(said(lint([dropped], {}, { seen: seen('CREATE TABLE user (name INT)', 6) }))).toEqual([
      'no-drop-column error',
    ]);
  });
});

test('what stands under a test for another database is not judged', () => {
  const under = (condition: string) =>
    revision('a', `if ${condition}:\n    ${DROP}\nelse:\n    op.drop_table("tag")`);
  expect(said(lint([under('op.get_bind().dialect.name == "postgresql"')]))).toEqual(['no-drop-table error']);
  expect(said(lint([under('bind.dialect.name in ("mysql", "mariadb")')]))).toEqual(['no-drop-column error']);
  expect(said(lint([under('dialect() != "mysql"')]))).toEqual(['no-drop-table error']);
  expect(said(lint([under('has_column()')]))).toEqual(['no-drop-column error', 'no-drop-table error']);

  const named = (condition: string, question = 'op.get_bind().dialect.name == "postgresql"') =>
    revision('a', `is_other = ${question}\nif ${condition}:\n    ${DROP}\nelse:\n    op.drop_table("tag")`);
  expect(said(lint([named('is_other')]))).toEqual(['no-drop-table error']);
  expect(said(lint([named('not is_other')]))).toEqual(['no-drop-column error']);
  expect(said(lint([named('exists and is_other')]))).toEqual(['no-drop-table error']);
  expect(said(lint([named('is_other', 'has_column()')]))).toEqual([
    'no-drop-column error',
    'no-drop-table error',
  ]);
});

describe('what is known of a server beside its statements', () => {
  const found = (rule: string, line: number): Finding => ({
    ...{ rule, severity: 'warning', message: 'The server says so.', help: '', path: 'versions/a.py', line },
    ...{ endLine: line, revision: 'a', environment: 'migrations', suppressed: null },
  });
  const bigger = revision(
    'a',
    'op.alter_column(\n    "user",\n    "n",\n    type_=sa.BigInteger(),\n    existing_type=sa.Integer(),\n    existing_nullable=False,\n)',
  );

  test('goes before what the source says of the same line, and leaves other lines alone', () => {
    const rebuilds = (line: number) =>
      lint([bigger], {}, { found: [found('no-table-rebuild', line)] })
        .filter(({ rule }) => rule === 'no-table-rebuild')
        .map(({ message }) => message);
    expect(rebuilds(9)).toEqual(['The server says so.']);
    expect(rebuilds(40)).toHaveLength(2);
  });

  test('completes what cannot be read, so that a rule sees both', () => {
    const both = revision('a', `op.execute(statement())\n${DROP}`);
    const seen = [
      { revision: 'a', direction: 'upgrade', sql: 'ALTER TABLE user ADD COLUMN b INT', line: 7 },
      { revision: 'a', direction: 'upgrade', sql: 'ALTER TABLE user DROP COLUMN name', line: 8 },
    ] as const;
    const strict = {
      profile: 'strict',
      rules: { 'require-ticket': { severity: 'off', options: {} } },
    } as const;
    const mixed = (some: Partial<ApplyInput>) =>
      lint([both], strict, some).some(({ rule }) => rule === 'no-mixed-expand-contract');
    expect(mixed({})).toBe(false);
    expect(mixed({ seen })).toBe(true);
  });

  test('tells which characters a table’s texts may hold, and whether another collation rewrites them', () => {
    const column = {
      table: 'note',
      column: 'text',
      type: 'varchar(50)',
      nullable: true,
      default: null,
    } as const;
    const before = (charset: string) => ({
      before: [{ ...column, comment: null, autoIncrement: false, charset }],
    });
    const convert = (to: string) =>
      revision('a', `op.execute("ALTER TABLE note CONVERT TO CHARACTER SET ${to}")`);
    expect(said(lint([convert('latin1')]))).toEqual(['no-charset-convert warning', 'no-type-narrowing info']);
    expect(said(lint([convert('latin1')], {}, before('utf8mb4')))).toEqual([
      'no-charset-convert warning',
      'no-type-narrowing error',
    ]);
    expect(said(lint([convert('utf8mb3')], {}, before('latin1')))).toEqual(['no-charset-convert warning']);
    expect(said(lint([convert('utf8mb4 COLLATE utf8mb4_bin')], {}, before('utf8mb4')))).toEqual([]);
    const modify = revision(
      'a',
      'op.execute("ALTER TABLE note MODIFY text VARCHAR(50) CHARACTER SET ascii")',
    );
    expect(said(lint([modify], {}, before('latin1')))).toEqual(['no-type-narrowing error']);
  });

  test('tells what a column was where the statement does not, and takes nothing back', () => {
    const column = { table: 'user', column: 'name', type: 'varchar(50)', nullable: true } as const;
    const before = [{ ...column, default: "'guest'", comment: 'shown', autoIncrement: false }];
    const modify = revision('a', 'op.execute("ALTER TABLE user MODIFY name VARCHAR(20) NOT NULL")');
    expect(said(lint([modify]))).toEqual(['no-type-narrowing info']);
    expect(said(lint([modify], {}, { before }))).toEqual([
      'no-drop-default warning',
      'no-set-not-null warning',
      'no-type-narrowing error',
      'no-varchar-boundary warning',
    ]);
    const restated = revision(
      'a',
      'op.alter_column("user", "name", type_=sa.Text(), existing_type=sa.String(50), existing_nullable=True, existing_comment="shown")',
    );
    const [finding] = lint([restated], {}, { before }).filter(
      ({ rule }) => rule === 'require-existing-attributes',
    );
    expect(finding?.message).toContain('without existing_server_default:');
    expect(said(lint([restated], {}, { before: before.map((one) => ({ ...one, default: null })) }))).toEqual(
      said(lint([restated])),
    );
    const collated = before.map((one) => ({ ...one, default: null, collation: 'utf8mb4_bin' }));
    const [lost] = lint([restated], {}, { before: collated }).filter(
      ({ rule }) => rule === 'require-existing-attributes',
    );
    expect(lost?.message).toContain('without collation="utf8mb4_bin": what it has now is silently lost');
    expect(lost?.help).toContain('type_=mysql.TEXT(…, collation="utf8mb4_bin")');
    const kept = ['mysql.TEXT(collation="utf8mb4_bin")', 'sa.Integer()', 'text_type()'].map((type) =>
      revision(
        'a',
        `op.alter_column("user", "name", type_=${type}, existing_type=sa.String(50), existing_nullable=True, existing_comment="shown")`,
      ),
    );
    for (const one of kept)
      expect(said(lint([one], {}, { before: collated }))).not.toContain('require-existing-attributes error');
    // The author's word that it was longer stands, whatever the server shows.
    const shorter = revision(
      'a',
      'op.alter_column("user", "name", type_=sa.String(60), existing_type=sa.String(90), existing_nullable=True, existing_server_default="guest", existing_comment="shown")',
    );
    expect(said(lint([shorter], {}, { before }))).toContain('no-type-narrowing error');
  });
});

test('one line that does the like to many tables is one finding, which names them', () => {
  const loop = revision('a', 'for table in ["a", "b", "c", "d", "e"]:\n    op.drop_table(table)');
  const dropped = lint([loop]).filter(({ rule }) => rule === 'no-drop-table');
  expect(dropped.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Dropping table `a` .* The same goes for `b`, `c`, `d`, `e`\.$/),
  ]);
});

test('rules about a history keep their weight, whatever the configuration says', () => {
  const merge = revision('a', DROP);
  const joined = { ...merge, revision: { ...merge.revision, downRevisions: ['x', 'y'] } };
  const off = { rules: { 'no-operations-in-merge': { severity: 'off', options: {} } } } as const;
  expect(said(lint([joined], off))).toContain('no-operations-in-merge warning');
});
