"""CW-101 tenants

Revision ID: 4f0c2a91d7be
Revises: 
Create Date: 2025-11-03 09:12:44.218301

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '4f0c2a91d7be'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'tenant',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_tenant')),
        sa.UniqueConstraint('name', name=op.f('uq_tenant_name')),
    )


def downgrade():
    op.drop_table('tenant')
