"""CW-140 who is assigned

Revision ID: 5d3f8a7be019
Revises: e2b8d05f9c71
Create Date: 2026-01-15 11:05:19.660028

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '5d3f8a7be019'
down_revision = 'e2b8d05f9c71'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('case', sa.Column('assignee_id', sa.BigInteger(), nullable=True))
    op.create_index(op.f('ix_case_assignee_id'), 'case', ['assignee_id'])
    op.create_foreign_key(op.f('fk_case_assignee_id'), 'case', 'user', ['assignee_id'], ['id'])


def downgrade():
    op.drop_constraint(op.f('fk_case_assignee_id'), 'case', type_='foreignkey')
    op.drop_index(op.f('ix_case_assignee_id'), table_name='case')
    op.drop_column('case', 'assignee_id')
