/** Where the processes of one command ask which scratch database stands for the target of a connection. */
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import type { CommandRequest } from '../command.ts';
import { eachLine } from './lines.ts';
import { target } from './messages.ts';

/** A question longer than this is none of ours. */
const LINE_LIMIT = 65_536;

const question = z.object({ event: z.literal('ask'), kind: z.literal('scratch'), target });

export interface RedirectSocket extends AsyncDisposable {
  readonly path: string;
  /** How many questions came. */
  asked(): number;
}

/** `directory` is private to the gate. */
export async function openRedirectSocket(
  directory: string,
  scratch: CommandRequest['scratch'],
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
      const heard = question.safeParse(parsed(line));
      if (!heard.success) return void answer({ refused: 'that is no question of ours' });
      asked += 1;
      await scratch(heard.data.target).then(
        (endpoint) => answer({ answer: endpoint }),
        (error: unknown) => answer({ refused: String(error) }),
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
