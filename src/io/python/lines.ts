/** What a program says, line by line, with a limit on what is held in memory. */
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { withoutValues } from '../../verify/rows/words.ts';

export function eachLine(
  stream: Readable,
  limit: number,
  take: (line: string) => void,
  tooLong: () => void,
): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
    if (rest.length > limit) {
      stream.destroy();
      tooLong();
    }
  });
}

/** What is kept of the project's own output, for the sentence about its end. */
export const OUTPUT_LIMIT = 16_384;

/**
 * The sentence in which a program told why it ended: Python's exception, or the last line of what it printed. Without row
 * values and bound parameters; empty where it said nothing.
 */
export function lastWords(output: string): string {
  const lines = output.trimEnd().split('\n');
  const traceback = lines.findLastIndex((line) => line.startsWith('Traceback '));
  const exception = lines.slice(traceback + 1).find((line) => /^[^\s|]/.test(line));
  const told = (traceback < 0 ? undefined : exception) ?? lines.at(-1) ?? '';
  return withoutValues(told);
}
