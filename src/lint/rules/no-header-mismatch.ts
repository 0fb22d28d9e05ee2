/** A docstring that names other revisions than the variables misleads whoever reviews it. */
import { trouble, type Rule } from '../rule.ts';

export const noHeaderMismatch: Rule = {
  id: 'no-header-mismatch',
  group: 'history',
  title: 'The docstring names other revisions than the variables',
  why: 'Alembic reads the variables alone. A header that was left behind by a re-parent or a copy makes reviewers believe in another history.',
  severity: { recommended: 'info', 'add-only': 'info', strict: 'warning' },
  examples: {
    bad: [
      {
        caption: 'another id',
        message: 'add what is missing\n\nRevision ID: b2\nRevises: a1\n',
        at: '"""add what is missing',
      },
    ],
    good: [{ caption: 'the same', message: 'add what is missing\n\nRevision ID: b1\nRevises: a1\n' }],
  },
  check: ({ revision: { notes } }) =>
    notes
      .filter(({ kind }) => kind === 'header-mismatch')
      .map(({ line, message }) =>
        trouble({ line, endLine: line, span: null }, message, 'Correct the docstring.'),
      ),
};
