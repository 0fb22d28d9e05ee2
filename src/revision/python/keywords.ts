/** Python 3's reserved words; `match`, `case`, `type` and `lazy` are names that only the grammar treats specially. */

const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

const LONGEST = 'continue'.length;

export function isKeyword(word: string): boolean {
  return word.length <= LONGEST && KEYWORDS.has(word);
}
