/** Kept states as files of a private directory, one per key; at most so many, and none older than a fortnight. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { KeptState, KeptStates } from '../kept-states.ts';

/** Of what a file holds; another number is another format, whose files are not read. */
const FORMAT = 'alembic-gate state 1';
const MAX_ENTRIES = 12;
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_AGE_MS = 14 * 24 * 60 * 60 * 1000;
/** Unpacked; more is no state of ours. */
const MAX_TEXT = 128 * 1024 * 1024;
/** An unfinished file of a run that died. */
const ABANDONED_MS = 60 * 60 * 1000;
const ENTRY = /^[0-9a-f]{64}\.state$/;
const INCOMING = /^[0-9a-f]{64}\.state\.[0-9a-f]+\.incoming$/;

export interface DirectoryOptions {
  readonly directory: string;
  readonly writable: boolean;
  /** Texts that must not be written to disk. */
  readonly secrets: readonly string[];
}

export function keptInDirectory({ directory, writable, secrets }: DirectoryOptions): KeptStates {
  const pathOf = (key: readonly string[]): string => join(directory, `${digest(JSON.stringify(key))}.state`);
  return {
    writable,
    read: async (key) => {
      const path = pathOf(key);
      const why = await whyNotOurs(path);
      if (why === 'missing') return { kind: 'none' };
      if (why !== null) return { kind: 'unusable', why };
      // Another run may have removed it meanwhile.
      const file = await readFile(path).catch(() => null);
      return file === null ? { kind: 'none' } : unpack(file, key);
    },
    write: async (key, text) => {
      if (!writable || secrets.some((secret) => text.includes(secret))) return;
      await store(directory, pathOf(key), await pack(key, text)).catch(() => undefined);
    },
    discard: async (key) => {
      if (writable) await rm(pathOf(key), { force: true }).catch(() => undefined);
    },
  };
}

const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** `FORMAT`, the key's digest, the text's digest, then the text, packed. */
async function pack(key: readonly string[], text: string): Promise<Uint8Array> {
  const packed = await promisify(gzip)(text, { level: 1 });
  const header = `${FORMAT}\n${digest(JSON.stringify(key))}\n${digest(packed)}\n`;
  return Buffer.concat([Buffer.from(header), packed]);
}

async function unpack(file: Buffer, key: readonly string[]): Promise<KeptState> {
  const header = file.subarray(0, FORMAT.length + 2 * 65 + 1).toString('latin1');
  const [format, ofKey, ofText] = header.split('\n');
  if (format !== FORMAT) return { kind: 'unusable', why: 'it is no state of this version' };
  if (ofKey !== digest(JSON.stringify(key))) return { kind: 'unusable', why: 'it belongs to another state' };
  const packed = file.subarray(header.length);
  if (ofText !== digest(packed)) return { kind: 'unusable', why: 'it is damaged' };
  try {
    const text = await promisify(gunzip)(packed, { maxOutputLength: MAX_TEXT });
    return { kind: 'text', text: text.toString('utf8') };
  } catch {
    return { kind: 'unusable', why: 'it cannot be unpacked' };
  }
}

/** Statements out of such a file run with an administrator's rights, so nobody else may have written it. */
async function whyNotOurs(path: string): Promise<string | null> {
  const file = await stat(path).catch(() => null);
  if (file === null) return 'missing';
  const own = process.getuid?.();
  if (own !== undefined && file.uid !== own) return 'it belongs to another user';
  if ((file.mode & 0o022) !== 0) return 'others may write to it';
  return Date.now() - file.mtimeMs > MAX_AGE_MS ? 'it is older than two weeks' : null;
}

/** Complete under its own name or not at all, so that two runs at once cannot mix; whoever comes last wins. */
async function store(directory: string, path: string, contents: Uint8Array): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const incoming = `${path}.${randomBytes(6).toString('hex')}.incoming`;
  try {
    const file = await open(incoming, 'w', 0o600);
    await writeFile(file, contents).finally(() => file.close());
    await rename(incoming, path);
  } catch (error) {
    await rm(incoming, { force: true });
    throw error;
  }
  await evict(directory);
}

/** Oldest first, until what is left is few and small enough. */
async function evict(directory: string): Promise<void> {
  const now = Date.now();
  const files: { path: string; size: number; age: number }[] = [];
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    const age = now - found.mtimeMs;
    if (INCOMING.test(name) && age > ABANDONED_MS) await rm(path, { force: true });
    if (ENTRY.test(name)) files.push({ path, size: found.size, age });
  }
  let [count, bytes] = [0, 0];
  for (const { path, size, age } of files.sort((a, b) => a.age - b.age)) {
    count += 1;
    bytes += size;
    if (count > MAX_ENTRIES || bytes > MAX_BYTES || age > MAX_AGE_MS) await rm(path, { force: true });
  }
}
