/** A short name for a text, so that two of the same text are known by it. Nothing secret and nothing proved by it. */

/** FNV-1a over UTF-16 units, from two starting points: 64 bits in hex. */
export function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193].map((start) => hash(text, start).toString(16).padStart(8, '0')).join('');
}

function hash(text: string, start: number): number {
  let value = start;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
