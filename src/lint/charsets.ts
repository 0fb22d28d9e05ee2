/** Character sets of MySQL and MariaDB: which of two holds fewer characters. */

/** From those that hold the fewest characters to those that hold all. */
const RANKS: readonly (readonly string[])[] = [
  ['ascii'],
  (
    'armscii8 big5 cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8 eucjpms euckr gb2312 gbk geostd8 greek ' +
    'hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman sjis swe7 tis620 ujis'
  ).split(' '),
  ['utf8', 'utf8mb3', 'ucs2'],
  ['utf8mb4', 'utf16', 'utf16le', 'utf32', 'gb18030'],
];

const rankOf = (charset: string): number => RANKS.findIndex((names) => names.includes(charset));

/** Whether it holds every character there is. */
export const holdsAll = (charset: string): boolean => rankOf(charset) === RANKS.length - 1;

/** Whether `to` surely lacks characters of `from`; not of two that each hold a language of their own. */
export function holdsFewer(from: string, to: string): boolean {
  return rankOf(from) > rankOf(to) && rankOf(to) >= 0;
}

/** What no longer fits, as the end of a sentence. */
export const missingCharacters = (from: string, to: string): string =>
  `characters of ${from} that ${to} lacks no longer fit`;

/** `utf8mb4` of `utf8mb4_bin`; null where the name of a collation does not tell. */
export function charsetOf(collation: string | null): string | null {
  const [first = ''] = (collation ?? '').toLowerCase().split('_');
  return rankOf(first) >= 0 ? first : null;
}
