/** Long statements cut short, for sentences that name them. */
const LIMIT = 120;

/** A statement on one line, cut to what a sentence can hold. */
export function brief(sql: string): string {
  const line = sql.replaceAll(/\s+/g, ' ').trim();
  return line.length > LIMIT ? `${line.slice(0, LIMIT)}…` : line;
}
