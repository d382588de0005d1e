import { comparableName } from '../product/comparable-name.js';
import type { ReadProductTable } from './store.js';

/** For stores without an index of names: looks at the products one by one, of which a browser has hundreds at most. */
export function namedLikeAmong(products: Pick<ReadProductTable, 'list'>): ReadProductTable['namedLike'] {
  return async ({ name, providerId }) => {
    const { items } = await products.list({ state: 'active' });
    const own = items.filter((product) => product.providerId === providerId);
    return own.filter((product) => comparableName(product.name) === comparableName(name)).map(({ id }) => id);
  };
}
