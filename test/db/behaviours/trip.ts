/** The small project whose new revision goes up, down and up again. */
import type { ProveOptions } from '../prove.ts';
import type { ProjectRevision } from '../project.ts';
import { added, url, type Engine, type Said } from './behaviour.ts';

const CASES: ProjectRevision = {
  id: 'cases',
  down: null,
  upgrade: `op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True))
op.create_table("label", sa.Column("id", sa.Integer, primary_key=True, autoincrement=False), sa.Column("name", sa.String(20)), mysql_charset="utf8mb4")
op.create_table(
    "case",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("tenant_id", sa.Integer, sa.ForeignKey("tenant.id", name="fk_tenant"), nullable=False),
    sa.Column("state", sa.String(10)),
    sa.Column("note", sa.String(50), nullable=False, server_default="none", comment="for the reader"),
)`,
  downgrade: 'pass',
};

export const trip = (
  engine: Engine,
  upgrade: string,
  downgrade?: string,
  more: Partial<ProveOptions> = {},
): ProveOptions => ({
  base: [CASES],
  added: [added('cases', upgrade, downgrade)],
  url: url(engine),
  ...more,
});

export const differs = (line: number, message: RegExp): Said => [
  'no-round-trip-difference',
  'error',
  line,
  message,
];
