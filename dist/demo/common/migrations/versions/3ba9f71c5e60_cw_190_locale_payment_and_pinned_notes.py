"""CW-190 locale, payment and pinned notes

Revision ID: 3ba9f71c5e60
Revises: d6280e9fb4c3
Create Date: 2026-06-18 10:55:41.093254

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '3ba9f71c5e60'
down_revision = 'd6280e9fb4c3'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('tenant', sa.Column('locale', sa.String(length=16), nullable=False, server_default='en'))
    op.add_column('invoice', sa.Column('paid_at', sa.DateTime(), nullable=True))
    op.add_column('case_note', sa.Column('pinned', sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade():
    op.drop_column('case_note', 'pinned')
    op.drop_column('invoice', 'paid_at')
    op.drop_column('tenant', 'locale')
