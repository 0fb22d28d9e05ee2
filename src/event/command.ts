/** Text of a comment -> the command it gives, or why it gives none. */

export type Command =
  | {
      readonly kind: 'merge-heads';
      /** The commit the command was given for, as typed (7 to 40 hex digits, lower case); null for the bare form. */
      readonly sha: string | null;
      /** null: whatever is recommended. */
      readonly strategy: 'merge-revision' | 're-parent' | null;
      readonly message: string | null;
      readonly dryRun: boolean;
    }
  | { readonly kind: 'recheck' }
  | { readonly kind: 'help' }
  /** Meant as a command of ours and not understood; `why` is one sentence for the reply. */
  | { readonly kind: 'malformed'; readonly why: string };

const MERGE_HEADS = '/merge-heads';
export const MERGE_HEADS_USAGE = `${MERGE_HEADS} [SHA] [merge|re-parent] [-m "message"] [--dry-run]`;
const MESSAGE_LIMIT = 120;

/** A double-quoted string (`\"` and `\\` inside), or a run of anything but white space. */
const WORD = /"((?:[^"\\]|\\.)*)"(?=\s|$)|(\S+)/g;

/** The first line of a comment decides; everything below it is conversation. null: not a command of ours. */
export function parseCommand(comment: string): Command | null {
  const line = comment.trimStart().split(/\r?\n/, 1)[0] ?? '';
  const name = /^\/[a-z-]+(?=\s|$)/.exec(line)?.[0];
  const rest = line.slice(name?.length ?? 0).trim();
  switch (name) {
    case MERGE_HEADS:
      return parseMergeHeads(rest);
    case '/recheck-migrations':
      return rest === '' ? { kind: 'recheck' } : { kind: 'malformed', why: `${name} takes no arguments` };
    case '/migrations-help':
      return { kind: 'help' };
    default:
      return null;
  }
}

function parseMergeHeads(text: string): Command {
  const malformed = (why: string): Command => ({
    kind: 'malformed',
    why: `${why}; write ${MERGE_HEADS_USAGE}`,
  });
  const words = [...text.matchAll(WORD)].map(([, quoted, bare]) => ({ quoted, bare }));
  const found: {
    sha: string | null;
    strategy: 'merge-revision' | 're-parent' | null;
    message: string | null;
    dryRun: boolean;
  } = { sha: null, strategy: null, message: null, dryRun: false };

  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const { bare = '' } = word;
    if (bare === '--dry-run') found.dryRun = true;
    else if (bare === '-m') {
      const message = readMessage(words.shift());
      if (message === null) return malformed('-m needs a message in double quotes');
      if (message.length > MESSAGE_LIMIT)
        return malformed(`the message is longer than ${MESSAGE_LIMIT} characters`);
      found.message = message;
    } else if ((bare === 'merge' || bare === 're-parent') && found.strategy === null) {
      found.strategy = bare === 'merge' ? 'merge-revision' : bare;
    } else if (/^[0-9a-f]{7,40}$/i.test(bare) && found.sha === null) found.sha = bare.toLowerCase();
    else return malformed('not understood');
  }
  return { kind: 'merge-heads', ...found };
}

function readMessage(
  word: { quoted: string | undefined; bare: string | undefined } | undefined,
): string | null {
  const text = word?.quoted?.replace(/\\(["\\])/g, '$1') ?? word?.bare;
  const message = text?.trim() ?? '';
  return message === '' || message.startsWith('"') ? null : message;
}
