import { comparableName } from '../product/comparable-name.js';
import type { ReadProductTable } from './store.js';

/** For stores without an index of names: looks at the products one by one, of which a browser has hundreds at most. */
export function namedLikeAmong(products: Pick<ReadProductTable, 'list'>): ReadProductTable['namedLike'] {
  return async ({ names, providerId }) => {
    const asked = new Set(names.map(comparableName));
    const { items } = await products.list({ state: 'active' });
    const found = items.filter((item) => item.providerId === providerId && asked.has(comparableName(item.name)));
    return found.map(({ id, name }) => ({ id, name }));
  };
}
