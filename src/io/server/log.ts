/** What of a program's many words goes into our one sentence. */

const SERIOUS = /\b(ERROR|FATAL|PANIC|[Ee]rror|cannot|denied)\b/;
const MOST = 3;

/** The last lines that sound serious, or else the last lines, in one. */
export function tellingLines(log: string): string {
  const lines = log.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '');
  const serious = said.filter((line) => SERIOUS.test(line));
  return (serious.length > 0 ? serious : said).slice(-MOST).join(' | ') || 'nothing';
}
