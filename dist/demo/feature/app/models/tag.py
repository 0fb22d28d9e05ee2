import sqlalchemy as sa

from app.models.base import db


class Tag(db.Model):
    __tablename__ = "tag"
    __table_args__ = (sa.UniqueConstraint("tenant_id", "label"),)

    id = sa.Column(sa.BigInteger, primary_key=True)
    tenant_id = sa.Column(sa.ForeignKey("tenant.id"), nullable=False)
    label = sa.Column(sa.String(60), nullable=False)


class CaseTag(db.Model):
    __tablename__ = "case_tag"

    case_id = sa.Column(sa.ForeignKey("case.id"), primary_key=True)
    tag_id = sa.Column(sa.ForeignKey("tag.id"), primary_key=True, index=True)
