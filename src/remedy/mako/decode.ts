/** The text of a template file: Mako decodes by its magic comment, else as UTF-8, a byte order mark aside. */
import { Refused } from '../refused.ts';
import { ENCODING_COMMENT } from './lex.ts';

/** Throws Refused for an encoding other than UTF-8 (or its subset ASCII), and for bytes that are none. */
export function decodeTemplate(bytes: Uint8Array): string {
  const source = decodeUtf8(bytes);
  const declared = ENCODING_COMMENT.exec(source)?.[1] ?? 'utf-8';
  if (!/^(utf[-_]?8|(us[-_]?)?ascii)$/i.test(declared)) {
    throw new Refused(`the template declares the encoding ${declared}, only UTF-8 is supported`, 1);
  }
  return source;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('the template is not UTF-8');
  }
}
