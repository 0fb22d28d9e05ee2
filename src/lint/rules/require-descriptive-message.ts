/** Whoever rolls back at night reads the message, not the file. */
import { lineAt } from '../../revision/python/source.ts';
import { isMerge } from '../pass.ts';
import { ALL_WARNING, trouble, type Rule } from '../rule.ts';

export const requireDescriptiveMessage: Rule = {
  id: 'require-descriptive-message',
  group: 'pull-request',
  title: 'A message that says nothing',
  why: '`alembic history` and the log of every deploy show the message and nothing else of a revision.',
  severity: ALL_WARNING,
  examples: {
    bad: [
      { caption: 'Alembic’s own', message: 'empty message', at: '"""empty message' },
      { caption: 'one word', message: 'update', at: '"""update' },
      { caption: 'only a ticket', message: 'CW-221', at: '"""CW-221' },
      { caption: 'a ticket and one word', message: 'CW-221_fix', at: '"""CW-221_fix' },
    ],
    good: [
      { caption: 'what changes', message: 'CW-221: tags on cases' },
      { caption: 'words that are joined', message: 'add_timezone_to_report_schedule' },
      { caption: 'two words with a dash', message: 'client-description' },
      { caption: 'a language without spaces', message: '添加用户标签' },
      { caption: 'a merge revision', message: 'merge', downRevision: '("a1", "a2")' },
    ],
  },
  check: (pass) => {
    const { message, spans } = pass.revision;
    const text = message.trim();
    const says = text.toLowerCase() !== 'empty message' && (/\s/.test(text) || wordsOf(text) > 1);
    if (isMerge(pass) || says || /[^\x20-\x7e]/.test(text)) return [];
    const line = spans.docstring ? lineAt(pass.text, spans.docstring.from) : 1;
    return [
      trouble(
        { line, endLine: line, span: spans.docstring ?? null },
        text === ''
          ? 'This revision has no message: alembic history and the log of a deploy show nothing of what it does.'
          : `"${text}" does not say what this revision does, and it is all that alembic history and the log of a deploy show.`,
        'Say in a few words of the docstring what changes for whom.',
      ),
    ];
  },
};

/** Words of a message without blanks, tickets left out: `CW-221_add_tags` has two. */
const wordsOf = (text: string): number =>
  text
    .replace(/\b[A-Z][A-Z0-9]*-\d+|#\d+/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1).length;
