"""CW-131 notes on cases

Revision ID: e2b8d05f9c71
Revises: 19ae47c6f35d
Create Date: 2025-12-02 13:22:37.190446

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'e2b8d05f9c71'
down_revision = '19ae47c6f35d'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'case_note',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('case_id', sa.BigInteger(), nullable=False),
        sa.Column('body', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['case_id'], ['case.id'], name=op.f('fk_case_note_case_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_case_note')),
    )
    op.create_index(op.f('ix_case_note_case_id'), 'case_note', ['case_id'])


def downgrade():
    op.drop_table('case_note')
