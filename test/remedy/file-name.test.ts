import { describe, expect, test } from '@jest/globals';
import { revisionPath, slugOf } from '../../src/remedy/file-name.ts';
import { createDate } from '../../src/remedy/python/datetime.ts';
import { revision } from '../graph/notation.ts';
import { ENVIRONMENT } from './proposals.ts';

const DATE = createDate({ epochMicroseconds: 1_715_335_200_123_456 }, null, 'UTC');

describe('The slug', () => {
  test.each([
    [`it's "a"/b.c-d`, 'it_s_a_b_c_d'],
    ['abcdefghij abcdefghij abcdefghij abcdefg xyz', 'abcdefghij_abcdefghij_abcdefghij_'],
    [
      'This is a very long message that goes well beyond forty chars',
      'this_is_a_very_long_message_that_goes_',
    ],
    ['x'.repeat(50), `${'x'.repeat(40)}_`],
    ['', ''],
    ['🙂 𝔘𝔫𝔦 Ü', '𝔘𝔫𝔦_ü'],
  ])('of %j is %j', (message, slug) => {
    expect(slugOf(message, 40)).toBe(slug);
  });

  test('is cut by characters, not by UTF-16 units', () => {
    expect(slugOf('𝔘𝔫𝔦𝔠', 3)).toBe('𝔘𝔫𝔦_');
  });
});

describe('The path', () => {
  const path = (changes: Partial<typeof ENVIRONMENT>, first = 'versions/a.py'): string =>
    revisionPath(
      { ...ENVIRONMENT, ...changes },
      [revision({ id: 'a', path: first })],
      'r1',
      'a message',
      DATE,
    );

  test('lies at the top of a single version location, wherever the head lies', () => {
    expect(path({}, 'versions/sub/a.py')).toBe('versions/r1_a_message.py');
  });

  test('lies beside the first head where there are several version locations', () => {
    expect(path({ versionLocations: ['one', 'two'] }, 'two/a.py')).toBe('two/r1_a_message.py');
    expect(() => path({ versionLocations: ['one', 'two'] }, 'two/sub/a.py')).toThrow('which it refuses');
  });

  test('may have sub-directories only where Alembic reads them', () => {
    const fileTemplate = '%(year)d/%(month).2d/%(rev)s';
    expect(path({ fileTemplate, recursive: true })).toBe('versions/2024/05/r1.py');
    expect(() => path({ fileTemplate })).toThrow('recursive_version_locations');
  });

  test.each(['../%(rev)s', '/tmp/%(rev)s', 'a/../../%(rev)s', 'a\\%(rev)s'])(
    'never leaves it: %s',
    (fileTemplate) => {
      expect(() => path({ fileTemplate, recursive: true })).toThrow('leads out of versions');
    },
  );

  test.each(['__init__%(rev)s', '.#%(rev)s'])('is not one that Alembic passes over: %s', (fileTemplate) => {
    expect(() => path({ fileTemplate })).toThrow('Alembic does not load');
  });
});
