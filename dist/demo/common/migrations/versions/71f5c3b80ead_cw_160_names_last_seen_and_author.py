"""CW-160 names, last seen and author

Revision ID: 71f5c3b80ead
Revises: a04c96e1d82f
Create Date: 2026-02-20 09:17:26.845002

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '71f5c3b80ead'
down_revision = 'a04c96e1d82f'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('user', sa.Column('display_name', sa.String(length=120), nullable=True))
    op.add_column('user', sa.Column('last_seen_at', sa.DateTime(), nullable=True))
    op.add_column('case_note', sa.Column('author_id', sa.BigInteger(), nullable=True))
    op.create_index(op.f('ix_case_note_author_id'), 'case_note', ['author_id'])
    op.create_foreign_key(op.f('fk_case_note_author_id'), 'case_note', 'user', ['author_id'], ['id'])


def downgrade():
    op.drop_constraint(op.f('fk_case_note_author_id'), 'case_note', type_='foreignkey')
    op.drop_index(op.f('ix_case_note_author_id'), table_name='case_note')
    op.drop_column('case_note', 'author_id')
    op.drop_column('user', 'last_seen_at')
    op.drop_column('user', 'display_name')
