import { describe, expect, test } from '@jest/globals';
import { otherVersion, versionFindings } from '../../src/verify/declared-version.ts';

const on = (version: string, declaredVersion: string | null) => ({
  engine: 'MySQL',
  version,
  declaredVersion,
});

describe('The version that production is declared to have', () => {
  test.each([
    ['8.4.10', null],
    ['8.4.10', '8.4.10'],
    ['8.4.10', '8.4'],
    ['8.4.10', '8'],
    ['10.11.14-MariaDB', '10.11.14'],
    ['15.18', '15'],
  ])('is what %s is, declared as %s', (version, declared) => {
    expect(otherVersion(on(version, declared))).toBeNull();
    expect(versionFindings(on(version, declared), 'migrations')).toEqual([]);
  });

  test.each([
    ['8.4.10', '8.0'],
    ['8.4.10', '8.4.1'],
    ['10.11.14-MariaDB', '10.1'],
    ['15.18', '14'],
  ])('is not what %s is, declared as %s', (version, declared) => {
    expect(versionFindings(on(version, declared), 'migrations')).toEqual([
      expect.objectContaining({
        rule: 'no-other-server-version',
        severity: 'warning',
        message: expect.stringMatching(
          `^The proof ran on MySQL ${version}, while production is declared to be ${declared}: `,
        ),
      }),
    ]);
  });

  test('says nothing for SQLite where the configuration declares an engine', () => {
    const chosen = { engine: 'SQLite', version: '3.40.1', declaredVersion: null, declaredEngine: 'mysql' };
    expect(versionFindings(chosen, 'migrations')).toEqual([
      expect.objectContaining({
        rule: 'no-other-server-version',
        severity: 'warning',
        message:
          'The proof ran on SQLite 3.40.1, while the configuration declares mysql: what passes here says nothing of that one.',
        help: expect.stringMatching(/^Prove on mysql as well/),
      }),
    ]);
  });
});
