/** One file out of an archive that somebody else packed: in memory, within limits, nothing written to disk. */
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

const ENTRY_LIMIT = 16;
/** Bytes, unpacked. */
const SIZE_LIMIT = 32 * 1024 * 1024;

/** The entry's bytes; null where the archive has no entry of exactly this name. Rejects archives beyond the limits. */
export function readEntry(archive: Buffer, name: string): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    // yauzl itself refuses absolute and `..` names, and data longer than the header says.
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(new Error(`the archive is damaged: ${error.message}`, { cause: error }));
      if (zip.entryCount > ENTRY_LIMIT)
        return reject(new Error(`the archive has more than ${ENTRY_LIMIT} entries`));
      zip.on('error', reject);
      zip.on('end', () => resolve(null));
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName === name) unpack(zip, entry).then(resolve, reject);
        else zip.readEntry();
      });
      zip.readEntry();
    });
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
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
