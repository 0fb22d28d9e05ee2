/** Texts of others made fit for sentences that quote them. */
const LIMIT = 120;

/** A statement on one line, cut to what a sentence can hold. */
export function brief(sql: string): string {
  const line = sql.replaceAll(/\s+/g, ' ').trim();
  return line.length > LIMIT ? `${line.slice(0, LIMIT)}…` : line;
}

/** Where Python keeps an object differs from run to run, and means nothing to anybody. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/ at 0x[0-9a-f]+/gi, '');
}
