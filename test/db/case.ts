/** A base with awkward tables: keys of all kinds, a circle of one, a check, an enum, JSON and a generated column. */
import type { ProjectRevision } from './project.ts';

export const BASE: ProjectRevision = {
  id: 'root',
  down: null,
  upgrade: `op.create_table("tenant", sa.Column("id", sa.Integer, primary_key=True), sa.Column("slug", sa.String(12), nullable=False, unique=True))
op.create_table(
    "case",
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("tenant_id", sa.Integer, sa.ForeignKey("tenant.id"), nullable=False),
    sa.Column("parent_id", sa.Integer, sa.ForeignKey("case.id")),
    sa.Column("code", sa.String(20)),
    sa.Column("note", sa.Text),
    sa.Column("state", sa.Enum("open", "shut", name="state"), nullable=False, server_default="open"),
    sa.Column("amount", sa.Numeric(10, 2), nullable=False),
    sa.Column("level", sa.SmallInteger, nullable=False),
    sa.Column("due", sa.Date),
    sa.Column("data", sa.JSON),
    sa.Column("seen", sa.DateTime),
    sa.Column("twice", sa.Integer, sa.Computed("level * 2")),
    sa.CheckConstraint("level > 2 AND level < 9", name="ck_level"),
)
op.create_table(
    "case_tenant",
    sa.Column("case_id", sa.Integer, sa.ForeignKey("case.id"), primary_key=True),
    sa.Column("tenant_id", sa.Integer, sa.ForeignKey("tenant.id"), primary_key=True),
)`,
  downgrade: 'pass',
};

/** On PostgreSQL the project speaks it as well. */
export const speaking = (engine: string): { readonly url?: string } =>
  engine === 'postgresql' ? { url: 'postgresql+psycopg2://app:secret@db.elsewhere.invalid/p' } : {};

/** The revision on top of it; `upgrade` begins on line 9 of its file, and a downgrade after one line on line 12. */
export const onTop = (upgrade: string, downgrade: string): ProjectRevision => ({
  id: 'new',
  down: 'root',
  upgrade,
  downgrade,
});
