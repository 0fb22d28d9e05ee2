/** One file out of an archive that somebody else packed: in memory, within limits, nothing written to disk. */
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

const ENTRY_LIMIT = 16;
/** Bytes, unpacked. */
const SIZE_LIMIT = 32 * 1024 * 1024;

/**
 * The bytes of the one file of exactly this name; null where there is none. Rejects archives beyond the limits, and those
 * in which two readers could find two things: a name that is there twice, or is a link's.
 */
export function readEntry(archive: Buffer, name: string): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    // yauzl itself refuses absolute and `..` names, and data longer than the header says.
    fromBuffer(archive, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return reject(new Error(`the archive is damaged: ${error.message}`, { cause: error }));
      if (zip.entryCount > ENTRY_LIMIT)
        return reject(new Error(`the archive has more than ${ENTRY_LIMIT} entries`));
      const found: Entry[] = [];
      zip.on('error', reject);
      zip.on('end', () => {
        const [only, second] = found;
        if (second !== undefined) reject(new Error(`the archive holds ${name} twice`));
        else if (only !== undefined) unpack(zip, only).then(resolve, reject);
        else resolve(null);
      });
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName === name) found.push(entry);
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

/** A file's kind in the mode that Unix packers keep in the upper half of its attributes. */
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;

function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (isLink(entry)) return reject(new Error(`${entry.fileName} is a symbolic link`));
    if (entry.uncompressedSize > SIZE_LIMIT) {
      return reject(new Error(`${entry.fileName} is larger than ${SIZE_LIMIT} bytes unpacked`));
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
