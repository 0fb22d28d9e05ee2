/**
 * Lints 10,000 revisions on one core: `node bench/lint.mjs [DIRECTORY…]`. With directories their revision files are
 * linted instead, and the findings counted by rule.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const load = async (entry) => {
  const bundle = await rolldown({ input: entry, platform: 'node', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
};
const { applyLint } = await load('src/lint/apply.ts');
const { readRevision } = await load('src/revision/read.ts');

const body = (n) => `"""CW-${n}: another revision"""
from alembic import op
import sqlalchemy as sa

revision = "${n.toString(16).padStart(12, '0')}"
down_revision = ${n === 0 ? 'None' : `"${(n - 1).toString(16).padStart(12, '0')}"`}


def upgrade():
    op.create_table(
        "table_${n}",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=50), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_${n}", "table_${n}", ["name"])
    op.execute("UPDATE other SET a = '${n}' WHERE id = ${n}")
    with op.batch_alter_table("other") as batch:
        batch.alter_column("name", existing_type=sa.String(50), existing_nullable=True, type_=sa.Text())


def downgrade():
    op.execute("UPDATE other SET a = '0' WHERE id = ${n}")
    op.drop_index("ix_${n}", table_name="table_${n}")
    op.drop_table("table_${n}")
`;

function files(directory) {
  return readdirSync(directory, { recursive: true })
    .map(String)
    .filter((file) => /(?:^|\/)versions\/.*\.py$|^[^/]*\.py$/.test(file))
    .map((file) => [join(directory, file), readFileSync(join(directory, file))]);
}

const directories = process.argv.slice(2);
const sources =
  directories.length > 0
    ? directories.flatMap(files)
    : Array.from({ length: 10_000 }, (_, n) => [`versions/${n}.py`, Buffer.from(body(n))]);
const revisions = sources.flatMap(([path, bytes]) => {
  const reading = readRevision(path, bytes);
  return reading.kind === 'revision' ? [{ revision: reading.revision, bytes }] : [];
});

const config = {
  profile: process.env.PROFILE ?? 'recommended',
  deploys: 'rolling',
  rules: {},
  suppress: [],
  protectedRules: [],
  messagePattern: null,
};
const lint = (some) =>
  applyLint({
    environment: 'migrations',
    revisions: some,
    config,
    engine: process.env.ENGINE ?? 'mysql',
    version: null,
    fileTemplate: null,
    namesConstraints: false,
    tableSizes: null,
    models: null,
    before: [],
    seen: [],
    found: [],
  });

const start = process.cpuUsage();
// A pull request of its own for each real revision; one huge one otherwise.
const findings = directories.length > 0 ? revisions.flatMap((one) => lint([one])) : lint(revisions);
const { user, system } = process.cpuUsage(start);
const seconds = (user + system) / 1e6;
console.log(`${revisions.length} revisions, ${findings.length} findings, ${seconds.toFixed(2)} s of CPU`);
if (directories.length > 0) {
  const counts = new Map();
  for (const one of findings) {
    const name = `${one.severity} ${one.rule}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(count, name);
  if (process.env.RULE)
    for (const one of findings.filter(({ rule }) => rule === process.env.RULE))
      console.log(`${one.path}:${one.line} ${one.message}`);
} else if (seconds > 10) process.exitCode = 1;
