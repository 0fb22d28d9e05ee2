/** Where the processes of one command ask which scratch database stands for a target, and tell what they do. */
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { CommandRequest } from '../command.ts';
import { eachLine } from './lines.ts';
import { driverMessage } from './messages.ts';

/** A message longer than this is none of ours. */
const LINE_LIMIT = 1_000_000;

export interface RedirectSocket extends AsyncDisposable {
  readonly path: string;
  /** How many connections asked. */
  asked(): number;
}

/** `directory` is private to the gate. */
export async function openRedirectSocket(
  directory: string,
  { scratch, witness }: Pick<CommandRequest, 'scratch' | 'witness'>,
): Promise<RedirectSocket> {
  const path = join(directory, 'gate.sock');
  let asked = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined); // whoever asked is gone
    const answer = (line: object) => socket.end(`${JSON.stringify(line)}\n`);
    const hear = async (line: string): Promise<void> => {
      const heard = driverMessage.safeParse(parsed(line));
      if (!heard.success) return void answer({ refused: 'that is no message of ours' });
      const message = heard.data;
      if (message.event === 'ask') asked += 1;
      const answered = message.event === 'ask' ? scratch(message.target) : (witness?.hear(message) ?? 'go');
      await Promise.resolve<unknown>(answered).then(
        (said) => answer({ answer: said }),
        (error: unknown) => answer({ refused: error instanceof Error ? error.message : String(error) }),
      );
    };
    eachLine(
      socket,
      LINE_LIMIT,
      (line) => void hear(line),
      () => socket.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    path,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
