"""CW-214 priority of a case

Revision ID: 90e7d2f4b1c8
Revises: 3ba9f71c5e60
Create Date: 2026-11-12 11:20:15.402219

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '90e7d2f4b1c8'
down_revision = '3ba9f71c5e60'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column(
        'case',
        sa.Column('priority', sa.SmallInteger(), nullable=False, server_default='3', comment='1 is the most urgent'),
    )


def downgrade():
    op.drop_column('case', 'priority')
