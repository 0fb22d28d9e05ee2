"""CW-221 tags on cases

Revision ID: f15b6ca3087e
Revises: 3ba9f71c5e60
Create Date: 2026-11-12 16:02:58.730164

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'f15b6ca3087e'
down_revision = '3ba9f71c5e60'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'tag',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('tenant_id', sa.BigInteger(), nullable=False),
        sa.Column('label', sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_tag_tenant_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_tag')),
        sa.UniqueConstraint('tenant_id', 'label', name=op.f('uq_tag_tenant_id_label')),
    )
    op.create_table(
        'case_tag',
        sa.Column('case_id', sa.BigInteger(), nullable=False),
        sa.Column('tag_id', sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(['case_id'], ['case.id'], name=op.f('fk_case_tag_case_id')),
        sa.ForeignKeyConstraint(['tag_id'], ['tag.id'], name=op.f('fk_case_tag_tag_id')),
        sa.PrimaryKeyConstraint('case_id', 'tag_id', name=op.f('pk_case_tag')),
    )
    op.create_index(op.f('ix_case_tag_tag_id'), 'case_tag', ['tag_id'])


def downgrade():
    op.drop_table('case_tag')
    op.drop_table('tag')
