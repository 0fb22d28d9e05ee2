/** `CREATE TRIGGER … BEGIN …; …; END`: the semicolons between belong to what is stored, and nothing of it runs yet. */
import { isWord } from './phrase.ts';
import type { Token } from './tokens.ts';

const STORED = ['TRIGGER', 'PROCEDURE', 'FUNCTION', 'EVENT', 'PACKAGE'];
/** `END IF` closes what is not counted. */
const PARTS = ['IF', 'LOOP', 'WHILE', 'REPEAT', 'FOR'];

/** Whether the tokens of a statement so far leave such a body open. */
export function isInBody(tokens: readonly Token[]): boolean {
  if (!isWord(tokens[0], 'CREATE')) return false;
  const begin = tokens.findIndex((token) => isWord(token, 'BEGIN'));
  const makes = tokens
    .slice(0, Math.max(begin, 0))
    .some((token) => STORED.some((word) => isWord(token, word)));
  if (!makes) return false;
  const depth = tokens.slice(begin).reduce((open, token, index, all) => {
    const [before, next] = [all[index - 1], all[index + 1]];
    if (isWord(token, 'END')) return PARTS.some((word) => isWord(next, word)) ? open : open - 1;
    const opens = isWord(token, 'BEGIN') || (isWord(token, 'CASE') && !isWord(before, 'END'));
    return opens ? open + 1 : open;
  }, 0);
  return depth > 0;
}
