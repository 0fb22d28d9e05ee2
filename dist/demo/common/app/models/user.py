import sqlalchemy as sa

from app.models.base import db


class Tenant(db.Model):
    __tablename__ = "tenant"

    id = sa.Column(sa.BigInteger, primary_key=True)
    name = sa.Column(sa.String(120), nullable=False, unique=True)
    locale = sa.Column(sa.String(16), nullable=False, server_default="en")


class User(db.Model):
    __tablename__ = "user"

    id = sa.Column(sa.BigInteger, primary_key=True)
    tenant_id = sa.Column(sa.ForeignKey("tenant.id"), nullable=False, index=True)
    email = sa.Column(sa.String(190), nullable=False, unique=True)
    display_name = sa.Column(sa.String(120), nullable=True)
    last_seen_at = sa.Column(sa.DateTime, nullable=True)
