/** Why the project's migrations could not be run at all: one sentence each, with the line of configuration that cures it. */

export type FailureKind =
  | 'migration'
  | 'no-python'
  | 'no-alembic'
  | 'missing-module'
  | 'missing-variable'
  | 'missing-extension'
  | 'foreign-file'
  | 'service'
  | 'database'
  | 'no-driver'
  | 'foreign-dialect'
  | 'no-application'
  | 'no-migrate'
  | 'nothing-ran'
  | 'no-models'
  | 'alembic'
  | 'exit'
  | 'environment'
  | 'died'
  | 'command'
  | 'unseen'
  | 'timeout';

/** What the driver says of an error; free of bound parameters and row values. */
export interface DriverFailure {
  readonly kind: FailureKind;
  /** What it is about: the module, the variable, the service; null where the kind says all. */
  readonly subject: string | null;
  readonly class: string;
  readonly message: string;
  /** Line of the running revision's file; null outside of migrations. */
  readonly line: number | null;
  /** Innermost place in the project's own code, for errors of env.py and the application. */
  readonly at: { readonly path: string; readonly line: number } | null;
  /** The server's own error number or SQLSTATE. */
  readonly errno: string | null;
}

/** One sentence: what is missing and what to write where. `interpreter` is the Python that was used, as found. */
export function explainFailure(failure: DriverFailure, interpreter: string): string {
  const subject = failure.subject ?? '';
  const told = `${failure.class}: ${firstLine(failure.message)}${failure.at === null ? '' : ` (${failure.at.path}:${failure.at.line})`}`;
  switch (failure.kind) {
    case 'no-python':
      return `No Python was found (${failure.message}); install the project's environment before the gate runs, or name the interpreter with \`python:\` in the environment's configuration.`;
    case 'no-alembic':
      return `${interpreter} has no ${subject}; install the project's dependencies there, or name another interpreter with \`python:\` in the environment's configuration.`;
    case 'missing-module':
      return `The project imports \`${subject}\`, which ${interpreter} does not have; install it there, or name another interpreter with \`python:\` in the environment's configuration.`;
    case 'missing-variable':
      return missingVariables(subject.split(', '));
    case 'missing-extension':
      return `The server has no extension \`${subject}\`; name an image that carries it with \`image:\`, and list it in \`server: {extensions: […]}\`.`;
    case 'foreign-file':
      return `The project opens ${failure.subject === null ? 'another SQLite file (by ATTACH or a connection class of its own)' : `the SQLite file \`${subject}\` past \`sqlite3.connect\``}, which the proof does not let it reach; judge that environment without a database (\`database: none\`).`;
    case 'service':
      return `The project needs ${subject || 'a service'} to start, and it does not answer; start it as a service of the job, or point the project elsewhere with \`env:\` (${told}).`;
    case 'database':
      return `The project's connection to the scratch database failed before any migration ran: ${told}.`;
    case 'no-driver':
      return `${interpreter} has none of the drivers ${subject}; install the one that the project uses in production there.`;
    case 'foreign-dialect':
      return `The project connects with SQLAlchemy's dialect \`${subject}\`, which is not the engine of this proof; name the engine with \`engine:\`, or the variable that holds the project's URL with \`url-env:\`.`;
    case 'no-application':
      return `Flask found no application from the environment's working directory; name it with \`app: package.module:create_app\` (${told}).`;
    case 'no-migrate':
      return 'The Flask application that was found has no Flask-Migrate; name the right application with `app: package.module:create_app`.';
    case 'nothing-ran':
      return 'env.py came to its end without running a migration; if it expects arguments, give them with `x-args:`.';
    case 'no-models':
      return 'env.py gives Alembic no models (`target_metadata` is None or empty).';
    case 'alembic':
      return `Alembic refuses: ${firstLine(failure.message)}`;
    case 'exit':
      return `The project's code ended the interpreter while it was loaded (${told}); what it needs to start can be given with \`env:\`.`;
    case 'environment':
      return `The project's env.py or application raised before any migration ran: ${told}; what it needs to start can be given with \`env:\` and \`x-args:\`.`;
    case 'command':
      return `The command ${interpreter} ended before any migration ran: ${failure.message}; run it by hand as it stands there, and correct \`command:\` or what it needs to start.`;
    case 'unseen':
      return `The command ${interpreter} ended well, but no Alembic was seen at work; \`command:\` must run the project's own Python on this machine (no container, no \`python -I\`) and take \`upgrade\` and \`downgrade\` with a revision at its end.`;
    case 'died':
      return `The project's interpreter died: ${failure.message}.`;
    case 'timeout':
      return `The project's code gave no answer: ${failure.message}; raise \`timeouts:\` if it needs longer.`;
    case 'migration':
      return `${failure.class}: ${firstLine(failure.message)}`;
  }
}

function missingVariables(names: readonly string[]): string {
  const isOne = names.length === 1;
  const listed = names.map((name) => `\`${name}\``).join(', ');
  const values = names.map((name) => `${name}: …`).join(', ');
  return `The project needs the environment ${isOne ? 'variable' : 'variables'} ${listed} to start; give ${isOne ? 'it a harmless value' : 'them harmless values'} with \`env: {${values}}\`, or name in \`url-env:\` ${isOne ? 'it if it' : 'the one that'} holds the database's URL.`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
