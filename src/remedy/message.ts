/** Composes the message of a merge revision from what both sides say, in characters that are harmless wherever they land. */
import { Refused } from './refused.ts';

/** A head to be merged: its id and the messages of the revisions that only its side has, the head's own first. */
export interface Side {
  readonly id: string;
  readonly messages: readonly string[];
}

const TICKET = /(?<![\p{L}\p{N}_-])[A-Z][A-Z0-9]+-[0-9]+(?![\p{L}\p{N}_-])/u;

/** Letters, digits and plain punctuation: no quote or backslash for a docstring, no `#12`, `@name` or markup for GitHub. */
const HARMLESS = /^[\p{L}\p{N} _.,:;()[\]/-]{1,200}$/u;

/** What a continuous integration or a tracker would obey in a commit message. */
const OBEYED =
  /\[(?:skip|no)[ -]|\bskip-checks\b|[[ -]skip\]|\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|implement(?:s|ed)?)\b\s*:?\s*(?:GH|[A-Z]+)-/iu;

/**
 * `Merge heads: ABC-12 and ABC-34`, a side without a ticket by its id; where `pattern` asks for more, the first of a few
 * other word orders that satisfies it. Throws Refused where none does, so that nobody's convention is broken unseen.
 */
export function composeMessage(sides: readonly Side[], pattern: RegExp | null): string {
  const tickets = [...new Set(sides.flatMap(({ messages }) => ticketOf(messages) ?? []))];
  const names = [...new Set(sides.flatMap(nameOf))];
  const title = names.length < 2 ? 'Merge heads' : `Merge heads: ${enumerate(names)}`;
  return firstFitting(
    [title, ...byTicket(tickets, 'Merge heads'), ...byPrefix(sides, pattern, title)],
    pattern,
  );
}

/** `Revert 0123456789ab`, likewise; the side is the revision that is undone. */
export function composeRevert(side: Side, pattern: RegExp | null): string {
  const title = `Revert ${side.id}`;
  const tickets = [ticketOf(side.messages) ?? []].flat();
  return firstFitting([title, ...byTicket(tickets, title), ...byPrefix([side], pattern, title)], pattern);
}

function firstFitting(texts: readonly string[], pattern: RegExp | null): string {
  const fits = (text: string): boolean => pattern === null || text.search(pattern) >= 0;
  const found = texts.find((text) => HARMLESS.test(text) && !OBEYED.test(text) && fits(text));
  if (found !== undefined) return found;
  throw new Refused(
    `no message that we compose satisfies message-pattern \`${pattern?.source ?? ''}\`: give one with -m`,
  );
}

/** What a docstring cannot hold as it is; a single quote or backslash may do harm as well, which only the whole file shows. */
const HARMFUL = [
  { name: 'triple quotes', found: /"""|'''/ },
  { name: 'a null character', found: /\0/ },
  { name: 'broken Unicode', found: /\p{Cs}/u },
  { name: 'a character by name (\\N)', found: /\\N/ },
];

/** Throws Refused for a given message that breaks the convention, the file, or cannot be written. */
export function checkMessage(message: string, pattern: RegExp | null): void {
  if (pattern !== null && message.search(pattern) < 0) {
    throw new Refused(`the message does not satisfy message-pattern \`${pattern.source}\``);
  }
  const harm = HARMFUL.find(({ found }) => found.test(message));
  if (harm !== undefined)
    throw new Refused(`the message holds ${harm.name}, which could break the docstring`);
}

/** Keys first, as commit conventions want them. */
function byTicket(tickets: readonly string[], title: string): readonly string[] {
  const [first] = tickets;
  if (first === undefined) return [];
  const all = tickets.join(' ');
  return [
    `${first}: ${title}`,
    `${first} ${title}`,
    `[${first}] ${title}`,
    `${all} ${title}`,
    `${title} ${all}`,
  ];
}

/** What the pattern took of a side's own message, if that stands at its start: `fix(db): `. */
function byPrefix(sides: readonly Side[], pattern: RegExp | null, title: string): readonly string[] {
  if (pattern === null) return [];
  return sides
    .map(({ messages: [own = ''] }) => pattern.exec(own))
    .flatMap((match) => (match?.index === 0 ? [`${match[0].trimEnd()} ${title}`, match[0] + title] : []));
}

function nameOf({ id, messages }: Side): readonly string[] {
  const ticket = ticketOf(messages);
  if (ticket !== null) return [ticket];
  return /^[\p{L}\p{N}_.]+$/u.test(id) ? [id] : [];
}

function ticketOf(messages: readonly string[]): string | null {
  for (const message of messages) {
    const match = TICKET.exec(message);
    if (match !== null) return match[0];
  }
  return null;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
