/** A world of its own with the shop in it and its one open pull request, which forks the history. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { githubOver, type InMemoryGitHub } from '../fakes/github/port.ts';
import { World, type Pull } from '../fakes/github/world.ts';
import { openShop } from '../fakes/shop.ts';

export interface ShopWorld extends Disposable {
  /** A directory of its own, which goes away with it. */
  readonly root: string;
  readonly world: World;
  readonly github: InMemoryGitHub;
  readonly shop: ReturnType<typeof openShop>;
  readonly pull: Pull;
}

export function openShopWorld(): ShopWorld {
  const root = mkdtempSync(join(tmpdir(), 'shop-world-'));
  const world = new World(root);
  const shop = openShop(world);
  return {
    root,
    world,
    github: githubOver(world),
    shop,
    pull: shop.pull,
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true });
    },
  };
}
