/** Where there is a `pg_dump` for a server: beside its program, inside its container, or on the PATH. */
import { beside, type Binary } from './binary.ts';
import type { Login } from './client.ts';
import type { Dumper } from './dump-postgresql.ts';
import type { StandRequest } from './standing.ts';

/** null for other engines, and where the server's package came without it. */
export async function dumperBeside(
  binary: Binary,
  login: Login,
  environment: NodeJS.ProcessEnv,
): Promise<Dumper | null> {
  if (login.family !== 'postgresql') return null;
  const program = await beside(binary, ['pg_dump'], environment.PATH ?? '').catch(() => null);
  return program === null ? null : reaching(program, login, environment);
}

/** One that is older than the server says so itself when it is asked. */
export function dumperOnPath(login: Login, environment: NodeJS.ProcessEnv): Dumper | null {
  return login.family === 'postgresql' ? reaching('pg_dump', login, environment) : null;
}

export function dumperInside({ run, environment }: StandRequest, login: Login): Dumper | null {
  if (login.family !== 'postgresql') return null;
  return { program: 'docker', args: ['exec', run, 'pg_dump', `--username=${login.user}`], environment };
}

function reaching(program: string, login: Login, environment: NodeJS.ProcessEnv): Dumper {
  const host = login.socket ?? login.host ?? '127.0.0.1';
  const args = [`--host=${host}`, `--port=${login.port ?? 5432}`, `--username=${login.user}`];
  return { program, args, environment: { PATH: environment.PATH, PGPASSWORD: login.password } };
}
