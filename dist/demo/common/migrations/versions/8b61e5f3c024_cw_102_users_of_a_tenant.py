"""CW-102 users of a tenant

Revision ID: 8b61e5f3c024
Revises: 4f0c2a91d7be
Create Date: 2025-11-04 10:01:02.553190

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '8b61e5f3c024'
down_revision = '4f0c2a91d7be'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'user',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('tenant_id', sa.BigInteger(), nullable=False),
        sa.Column('email', sa.String(length=190), nullable=False),
        sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_user_tenant_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_user')),
        sa.UniqueConstraint('email', name=op.f('uq_user_email')),
    )
    op.create_index(op.f('ix_user_tenant_id'), 'user', ['tenant_id'])


def downgrade():
    op.drop_table('user')
