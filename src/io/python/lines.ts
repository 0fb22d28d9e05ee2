/** Splits a stream into lines, with a limit on what one line may hold back in memory. */
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

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
