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
});
