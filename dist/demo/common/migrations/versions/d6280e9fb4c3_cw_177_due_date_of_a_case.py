"""CW-177 due date of a case

Revision ID: d6280e9fb4c3
Revises: 71f5c3b80ead
Create Date: 2026-04-09 14:33:08.511376

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'd6280e9fb4c3'
down_revision = '71f5c3b80ead'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('case', sa.Column('due_on', sa.Date(), nullable=True))


def downgrade():
    op.drop_column('case', 'due_on')
