/** The tenth proof: deployers that start together, or after one that was killed, all come to a good end. */
import type { Environment } from '../../config/environment.ts';
import type { Finding } from '../../lint/finding.ts';
import type { ProofDifference, ProofSection } from '../proof.ts';
import { NOWHERE, placeOf } from '../place.ts';

export interface Deployment {
  readonly command: string;
  /** Milliseconds in which a deployer has to come to its end. */
  readonly withinMs: number;
}

/** What `proofs: {two-deployers: …}` asks for; the command is the environment's own way to its head where none is named. */
export function deploymentOf(
  options: unknown,
  environment: Environment,
  heads: number,
  stepMs: number,
): Deployment {
  const { command, within } = (typeof options === 'object' && options !== null ? options : {}) as {
    readonly command?: string;
    readonly within?: number;
  };
  return {
    command: command ?? `${ownWay(environment)} upgrade ${heads > 1 ? 'heads' : 'head'}`,
    withinMs: within === undefined ? stepMs : within * 1000,
  };
}

function ownWay({ declared, flavour, ini, workingDirectory, scriptLocation }: Environment): string {
  if (declared?.command !== undefined) return declared.command;
  if (flavour === 'flask-migrate') {
    const app = declared?.app === undefined ? '' : ` --app ${quoted(declared.app)}`;
    return `flask${app} db -d ${quoted(fromWork(scriptLocation, workingDirectory))}`;
  }
  return ini === null ? 'alembic' : `alembic -c ${quoted(fromWork(ini, workingDirectory))}`;
}

const fromWork = (path: string, directory: string): string =>
  path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;

const quoted = (text: string): string =>
  /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** What went wrong with which deployers. */
export interface DeployFault {
  /** "two deployers started together" */
  readonly who: string;
  readonly said: string;
  /** What to do on a database where it happened; null where nothing is left to do. */
  readonly recovery: string | null;
}

export function twoDeployersSection({ command }: Deployment, faults: readonly DeployFault[]): ProofSection {
  const differences = faults.map(({ who, said, recovery }): ProofDifference => ({
    object: who,
    attribute: 'end',
    before: 'all end well',
    after: recovery === null ? said : `${said}. To recover, ${recovery}`,
    path: null,
    line: null,
    revision: null,
  }));
  const reason =
    faults.length === 0
      ? `\`${command}\` ended well twice at once, left no lock, and ended well after one that was killed`
      : differences.map(inWords).join('; ');
  return { name: 'two-deployers', outcome: faults.length === 0 ? 'pass' : 'fail', reason, differences };
}

const inWords = ({ object, after }: ProofDifference): string => `${object}: ${after ?? 'no reason given'}`;

export function twoDeployersFindings({ differences }: ProofSection, environment: string): readonly Finding[] {
  return differences.map((difference) => ({
    rule: 'no-failing-migration',
    severity: 'error',
    message: `A deployment of this cannot be started twice: ${inWords(difference)}`,
    help: 'Let the deploy command take a lock that ends with its session (GET_LOCK, pg_advisory_lock) before it reads the version, and let it wait for that lock.',
    ...placeOf(NOWHERE, environment),
  }));
}
