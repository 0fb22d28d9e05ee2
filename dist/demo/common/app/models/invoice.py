import sqlalchemy as sa

from app.models.base import db


class Invoice(db.Model):
    __tablename__ = "invoice"
    __table_args__ = (sa.UniqueConstraint("tenant_id", "number"),)

    id = sa.Column(sa.BigInteger, primary_key=True)
    tenant_id = sa.Column(sa.ForeignKey("tenant.id"), nullable=False)
    number = sa.Column(sa.String(32), nullable=False)
    amount = sa.Column(sa.Numeric(12, 2), nullable=False)
    currency = sa.Column(sa.String(3), nullable=False, server_default="EUR")
    paid_at = sa.Column(sa.DateTime, nullable=True)
