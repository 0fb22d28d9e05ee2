"""CW-152 invoices

Revision ID: a04c96e1d82f
Revises: 5d3f8a7be019
Create Date: 2026-02-03 16:48:53.327711

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'a04c96e1d82f'
down_revision = '5d3f8a7be019'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'invoice',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('tenant_id', sa.BigInteger(), nullable=False),
        sa.Column('number', sa.String(length=32), nullable=False),
        sa.Column('amount', sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column('currency', sa.String(length=3), nullable=False, server_default='EUR'),
        sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_invoice_tenant_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_invoice')),
        sa.UniqueConstraint('tenant_id', 'number', name=op.f('uq_invoice_tenant_id_number')),
    )


def downgrade():
    op.drop_table('invoice')
