/** What nobody can read, nobody has judged, and that is said. */
import { trouble, type Rule } from '../rule.ts';

/** Characters of a call that are shown. */
const SHOWN = 80;

export const noUnreadOperation: Rule = {
  id: 'no-unread-operation',
  group: 'pull-request',
  title: 'An operation that cannot be read',
  why: 'The rules judge what is written. A computed statement, `getattr(op, …)` or a call into another file may do anything. Where a database ran, its captured statements tell instead.',
  severity: { recommended: 'info', 'add-only': 'error', strict: 'error' },
  examples: {
    bad: [
      {
        caption: 'a computed statement',
        upgrade: 'op.execute(statement())',
        at: 'op.execute',
        says: 'What `op.execute(statement())` does',
      },
      { caption: 'a computed operation', upgrade: 'getattr(op, "drop_" + what())("user")', at: 'getattr' },
      { caption: 'a procedure', upgrade: 'op.execute("CALL cleanup()")', at: 'op.execute' },
    ],
    good: [
      { caption: 'computed values', upgrade: 'op.execute(f"UPDATE user SET a = {value()} WHERE id = 1")' },
      {
        caption: 'the body of a trigger',
        upgrade:
          'op.execute("CREATE TRIGGER kept BEFORE DELETE ON user FOR EACH ROW BEGIN IF OLD.id = 1 THEN SIGNAL SQLSTATE \'45000\'; END IF; DELETE FROM log; END")',
        engines: ['mysql', 'mariadb'],
      },
      { caption: 'reading', upgrade: 'rows = op.get_bind().execute(sa.text("SELECT 1"))' },
    ],
  },
  check: ({ changes, wasSeen, text: file }) =>
    changes.flatMap((change) => {
      if (change.kind !== 'unread' || wasSeen(change)) return [];
      const { span } = change;
      const read = change.text.replace(/\s+/g, ' ').replaceAll('\ufffc', '…').trim();
      // Where nothing of a statement can be read, its call tells which one it is.
      const isComputed = span !== null && !/[\p{L}\p{N}]/u.test(read);
      const text = isComputed ? file.slice(span.from, span.to).replace(/\s+/g, ' ') : read;
      const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
      return [
        trouble(
          change,
          `What \`${shown.replaceAll('`', "'")}\` does cannot be read, so no rule has judged it: ${change.why}.`,
          'Write the operation out, or let a database run it, whose captured statements are judged instead.',
        ),
      ];
    }),
};
