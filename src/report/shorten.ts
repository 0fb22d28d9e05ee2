/** A report whose texts are no longer than a rendering can hold, so that one of them cannot crowd out the others. */

/** The value with every text in it cut to `limit` UTF-16 units, between characters, an ellipsis standing for the rest. */
export function shortened<T>(value: T, limit: number): T {
  // Texts stay texts and everything else is rebuilt as it was, so the type is the same.
  return shorten(value, limit) as T;
}

function shorten(value: unknown, limit: number): unknown {
  if (typeof value === 'string') return cut(value, limit);
  if (Array.isArray(value)) return value.map((item) => shorten(item, limit));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorten(item, limit)]));
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const splits = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end));
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}
