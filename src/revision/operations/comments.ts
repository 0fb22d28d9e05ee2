/** `# alembic-gate: …` comments: what authors tell the gate, line by line. */
import type { GateComment } from '../operation.ts';
import { lineAt } from '../python/source.ts';
import { tokenizeWithComments } from '../python/tokens.ts';

const MARK = 'alembic-gate:';
const LAYOUT = new Set(['newline', 'indent', 'dedent']);

/** The comments of a text that parses. */
export function gateComments(text: string): readonly GateComment[] {
  if (!text.includes(MARK)) return [];
  const { tokens, comments } = tokenizeWithComments(text);
  return comments.flatMap(({ from, to }) => {
    const said = text.slice(from + 1, to).trim();
    if (!said.startsWith(MARK)) return [];
    const line = lineAt(text, from);
    const alone = text.slice(startOfLine(text, from), from).trim() === '';
    const next = tokens.find((token) => token.from >= to && !LAYOUT.has(token.kind));
    const governs = alone && next ? lineAt(text, next.from) : line;
    return [{ line, governs, ...instruction(said.slice(MARK.length).trim()) }];
  });
}

type Instruction<Comment = GateComment> = Comment extends unknown ? Omit<Comment, 'line' | 'governs'> : never;

function instruction(text: string): Instruction {
  const ignore = /^ignore\s*\[([^\]]*)\]\s*(.*)$/.exec(text);
  if (ignore) {
    const [, rules = '', reason = ''] = ignore;
    return {
      kind: 'ignore',
      rules: rules
        .split(',')
        .map((rule) => rule.trim())
        .filter((rule) => rule !== ''),
      reason,
    };
  }
  const irreversible = /^irreversible(?:\s+(.*))?$/.exec(text);
  return irreversible ? { kind: 'irreversible', reason: irreversible[1] ?? '' } : { kind: 'unknown', text };
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
