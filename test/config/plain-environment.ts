/** The environment of a project that Alembic made with its defaults. */
import type { Environment } from '../../src/config/environment.ts';

export const PLAIN_ENVIRONMENT: Environment = {
  name: 'migrations',
  flavour: 'alembic',
  scriptLocation: 'migrations',
  versionLocations: ['migrations/versions'],
  recursive: false,
  ini: 'alembic.ini',
  workingDirectory: '.',
  fileTemplate: '%(rev)s_%(slug)s',
  truncateSlugLength: 40,
  timezone: null,
  outputEncoding: 'utf-8',
  databases: [],
  postWriteHooks: [],
  expectedHeads: 1,
  declared: null,
};
