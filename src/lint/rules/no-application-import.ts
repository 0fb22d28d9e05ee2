/** A migration that imports today's models means something else tomorrow. */
import type { ImportedModule } from '../../revision/operation.ts';
import { STRICT_ERROR, trouble, type Rule } from '../rule.ts';

/** Segments of module names that hold models. */
const MODELS = new Set(['models', 'model']);
/** Segments behind which code is kept for migrations. */
const FOR_MIGRATIONS = /^(?:migrations?|alembic|versions)$/;
const LIBRARIES = new Set(['sqlalchemy', 'alembic', 'sqlmodel', 'django', 'pydantic']);

export const noApplicationImport: Rule = {
  id: 'no-application-import',
  group: 'traps',
  title: 'The application’s models are imported',
  why: 'The models are those of the newest code, the schema is that of this revision. As soon as a model gets a column, every new database stops at this migration, because its queries name a column that is not there yet.',
  severity: STRICT_ERROR,
  examples: {
    bad: [
      { caption: 'a model', before: 'from app.models import User', at: 'from app.models' },
      { caption: 'inside of a function', upgrade: 'from ..models.user import User', at: 'from ..models' },
    ],
    good: [
      {
        caption: 'libraries',
        before: 'import uuid\nfrom sqlalchemy.dialects import mysql\nfrom sqlmodel import SQLModel',
      },
      {
        caption: 'helpers of the migrations, wherever they lie',
        before: 'from galaxy.model.migrations.util import add_column',
      },
      {
        caption: 'what only a type checker reads',
        before: 'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from app.models import User',
      },
      { caption: 'a table written down here', before: 'user = sa.table("user", sa.column("id"))' },
    ],
  },
  check: ({ migration }) =>
    migration.imports
      .filter(isOfModels)
      .map(({ module, line, span }) =>
        trouble(
          { line, endLine: line, span },
          `This imports \`${module}\`, which holds the models of the newest code: once what is taken from it moves, gets a column or goes, this migration fails on every new database.`,
          'Write down the columns that this migration uses:\nuser = sa.table("user", sa.column("id"), sa.column("name"))',
        ),
      ),
};

function isOfModels({ module, names }: ImportedModule): boolean {
  const segments = module.split('.').filter((segment) => segment !== '');
  if (LIBRARIES.has(segments[0] ?? '')) return false;
  if (
    segments
      .slice(segments.findIndex((name) => MODELS.has(name)) + 1)
      .some((name) => FOR_MIGRATIONS.test(name))
  )
    return false;
  return [...segments, ...(segments.length === 0 || module.startsWith('.') ? names : [])].some((name) =>
    MODELS.has(name),
  );
}
