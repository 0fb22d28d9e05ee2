"""CW-110 cases

Revision ID: c7d90b14a6f8
Revises: 8b61e5f3c024
Create Date: 2025-11-10 15:40:11.004587

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'c7d90b14a6f8'
down_revision = '8b61e5f3c024'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'case',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('tenant_id', sa.BigInteger(), nullable=False),
        sa.Column('title', sa.String(length=200), nullable=False),
        sa.Column('opened_at', sa.DateTime(), nullable=False, server_default=sa.func.now()),
        sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_case_tenant_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_case')),
    )
    op.create_index(op.f('ix_case_tenant_id'), 'case', ['tenant_id'])


def downgrade():
    op.drop_table('case')
