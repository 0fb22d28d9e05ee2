#!/usr/bin/env node
/** The command line: arguments -> flow -> output and exit code; what a command needs is loaded when it runs. */
import { UsageError } from '../tree/usage-error.ts';
import { HELP } from './help.ts';
import { parseArguments, type Command } from './arguments.ts';
import { requirePlatform } from './platform.ts';
import { VERSION } from './version.ts';

/** 0 pass, 1 fail, 2 everything that is neither (contracts, "Exit"). */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'version':
      process.stdout.write(`alembic-gate ${VERSION}\n`);
      return 0;
    case 'check':
      return (await import('./check-command.ts')).checkCommand(command.flags);
    case 'graph':
      return (await import('./graph-command.ts')).graphCommand(command.flags);
    case 'merge-heads':
      return (await import('./merge-heads-command.ts')).mergeHeadsCommand(command.flags);
    case 'plan':
      return (await import('./plan-command.ts')).planCommand(command.flags);
    case 'gather':
      return (await import('./gather-command.ts')).gatherCommand(command.flags, command.positionals);
    case 'rules':
      return (await import('./rules-command.ts')).rulesCommand(command.flags, command.positionals);
    case 'init':
      return (await import('./init-command.ts')).initCommand(command.flags);
    case 'demo':
      return (await import('./demo-command.ts')).demoCommand(command.flags);
  }
}

/** A pipe that closes early (`| head`) is the reader's choice, not a failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  requirePlatform(process.platform);
  process.exitCode = await run(parseArguments(process.argv.slice(2)));
} catch (error) {
  const known = error instanceof UsageError;
  process.stderr.write(
    known
      ? `alembic-gate: ${error.message}\n`
      : `alembic-gate: this is a bug, please report it\n${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
  );
  process.exitCode = 2;
}
