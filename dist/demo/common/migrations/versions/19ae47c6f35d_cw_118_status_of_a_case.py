"""CW-118 status of a case

Revision ID: 19ae47c6f35d
Revises: c7d90b14a6f8
Create Date: 2025-11-21 08:30:00.772913

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '19ae47c6f35d'
down_revision = 'c7d90b14a6f8'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column(
        'case',
        sa.Column(
            'status', sa.String(length=20), nullable=False, server_default='open', comment='open, waiting or closed'
        ),
    )


def downgrade():
    op.drop_column('case', 'status')
