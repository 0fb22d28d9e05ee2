import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DatabaseServer } from '../../src/io/server.ts';
import { testbed } from '../testbed.ts';
import { FACTORY, flaskProject as project } from './flask-project.ts';
import { prove, roundTrip } from './prove.ts';
import { openTestServer } from '../server.ts';

let server: DatabaseServer;
beforeAll(async () => (server = await openTestServer('mysql')), 60_000);
afterAll(async () => server[Symbol.asyncDispose]());

describe('A Flask-Migrate project is proved inside its application', () => {
  test('that wsgi.py holds', async () => {
    const files = {
      'shop/__init__.py': FACTORY,
      'wsgi.py': 'from shop import create_app\napp = create_app()\n',
    };
    expect(roundTrip(await prove(server, project(files)))).toMatchObject({
      outcome: 'pass',
      differences: [],
    });
  }, 60_000);

  test('that .flaskenv or `app:` names', async () => {
    const options = project({ 'shop/__init__.py': FACTORY });
    const declared = { python: testbed().python.newest, app: 'shop:create_app' };
    expect(roundTrip(await prove(server, { ...options, declared }))).toMatchObject({ outcome: 'pass' });
  }, 60_000);

  test('that names a server of its own', async () => {
    const hard = FACTORY.replace(
      'os.environ.get("DATABASE_URL", "sqlite:///desk.db")',
      '"mysql+pymysql://app:secret@db.elsewhere.invalid/production"',
    );
    const files = {
      'shop/__init__.py': hard,
      'wsgi.py': 'from shop import create_app\napp = create_app()\n',
    };
    expect(roundTrip(await prove(server, project(files)))).toMatchObject({
      outcome: 'pass',
      differences: [],
    });
  }, 60_000);
});

describe('A Flask-Migrate project that cannot be loaded is not evaluated', () => {
  const reason = async (files: Readonly<Record<string, string>>) => {
    const result = await prove(server, project(files));
    return result.kind === 'not-evaluated' ? result.reason : result.kind;
  };

  test('without an application, and `app:` is named as the cure', async () => {
    expect(await reason({ 'shop/__init__.py': FACTORY })).toMatch(
      /^Flask found no application .*`app: package\.module:create_app`/,
    );
  }, 60_000);

  test('with an application of another dialect, and `url-env:` is named as the cure', async () => {
    const sqlite = FACTORY.replace(
      'os.environ.get("DATABASE_URL", "sqlite:///desk.db")',
      '"sqlite:///desk.db"',
    );
    const files = {
      'shop/__init__.py': sqlite,
      'wsgi.py': 'from shop import create_app\napp = create_app()\n',
    };
    expect(await reason(files)).toMatch(/dialect `sqlite`.*`url-env:`/);
  }, 60_000);
});
