import { describe, expect, test } from '@jest/globals';
import { matrixOf, partsOf, readImage } from '../../src/report/parts.ts';
import { environment } from '../publish/reports.ts';

describe('an image', () => {
  test.each([
    ['mysql:8.4', 'mysql'],
    ['mysql', 'mysql'],
    ['docker.io/library/mysql:8.0.36', 'mysql'],
    ['percona/percona-server:8.0', 'mysql'],
    ['registry.example:5000/mirror/mariadb:11.4', 'mariadb'],
    ['postgres:17-alpine', 'postgresql'],
    ['postgres@sha256:0123', 'postgresql'],
  ])('%s holds %s', (image, engine) => {
    expect(readImage(image)).toEqual({ engine, image });
  });

  test('of another name says its engine in front', () => {
    expect(readImage('mysql=registry.example/shop-db:3')).toEqual({
      engine: 'mysql',
      image: 'registry.example/shop-db:3',
    });
    expect(() => readImage('registry.example/shop-db:3')).toThrow(
      'the image registry.example/shop-db:3 does not say which engine it holds: write mysql=, mariadb= or postgresql= in front of it',
    );
  });
});

describe('the parts of a proof', () => {
  const images = ['mysql:8.0', 'mariadb:11.4'].map(readImage);

  test('are each provable environment on each image, and no other', () => {
    const environments = [
      environment({ name: 'shop/migrations' }),
      environment({ name: 'blog', provable: false }),
    ];
    expect(matrixOf(partsOf(environments, images))).toEqual({
      include: [
        {
          part: 'shop-migrations-mysql-8.0',
          environment: 'shop/migrations',
          engine: 'mysql',
          version: '8.0',
          image: 'mysql:8.0',
        },
        {
          part: 'shop-migrations-mariadb-11.4',
          environment: 'shop/migrations',
          engine: 'mariadb',
          version: '11.4',
          image: 'mariadb:11.4',
        },
      ],
    });
  });

  test('leave the server to the configuration where no image is given', () => {
    expect(partsOf([environment()], [])).toEqual([
      { part: 'migrations', environment: 'migrations', engine: '', version: '', image: '' },
    ]);
  });

  test('have names of their own, whatever environments are called', () => {
    const environments = ['a/b', 'a b', 'A-B', '.', '日本'].map((name) => environment({ name }));
    const names = partsOf(environments, []).map(({ part }) => part);
    expect(names).toEqual(['a-b', 'a-b-2', 'A-B-3', 'part', 'part-2']);
  });

  test('are at most as many as GitHub starts jobs of one matrix', () => {
    const environments = Array.from({ length: 129 }, (_, index) => environment({ name: `e${index}` }));
    expect(() => partsOf(environments, images)).toThrow('258 parts are more than the 256 jobs of a matrix');
  });
});
