import type { Page } from '@enrollkit/core';

/** As many as a backend gives at once. */
const PAGE = 500;

interface KeyPaging {
  readonly size: number;
  readonly afterId?: string;
}

/**
 * All of a list, page after page behind the last that was seen: whatever comes and goes meanwhile, none is left out or read
 * twice. No more pages than `most` rows need.
 */
export async function readAll<Row extends { readonly id: string }>(
  read: (paging: KeyPaging) => Promise<Page<Row>>,
  { most }: { readonly most: number },
): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let afterId: string | undefined; all.length < most;) {
    const { items, total } = await read({ size: PAGE, ...(afterId !== undefined && { afterId }) });
    // A backend that doesn't know how to go on gives the same again: then that was all.
    if (afterId !== undefined && items.some(({ id }) => id === afterId)) break;
    all.push(...items);
    afterId = items.at(-1)?.id;
    // A host's own backend may not say how many there are: it is asked until there are none.
    if (afterId === undefined || total <= items.length) break;
  }
  return all;
}
