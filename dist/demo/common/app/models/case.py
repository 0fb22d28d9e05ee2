import sqlalchemy as sa

from app.models.base import db


class Case(db.Model):
    __tablename__ = "case"

    id = sa.Column(sa.BigInteger, primary_key=True)
    tenant_id = sa.Column(sa.ForeignKey("tenant.id"), nullable=False, index=True)
    assignee_id = sa.Column(sa.ForeignKey("user.id"), nullable=True, index=True)
    title = sa.Column(sa.String(200), nullable=False)
    status = sa.Column(sa.String(20), nullable=False, server_default="open", comment="open, waiting or closed")
    opened_at = sa.Column(sa.DateTime, nullable=False, server_default=sa.func.now())
    due_on = sa.Column(sa.Date, nullable=True)


class CaseNote(db.Model):
    __tablename__ = "case_note"

    id = sa.Column(sa.BigInteger, primary_key=True)
    case_id = sa.Column(sa.ForeignKey("case.id"), nullable=False, index=True)
    author_id = sa.Column(sa.ForeignKey("user.id"), nullable=True, index=True)
    body = sa.Column(sa.Text, nullable=False)
    pinned = sa.Column(sa.Boolean, nullable=False, server_default=sa.false())
