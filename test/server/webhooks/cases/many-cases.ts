import { beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { openDatabase } from '../../../../packages/server/src/database/open-database.js';
import { openSqlStores } from '../../../../packages/server/src/open-sql-stores.js';
import { silent } from '../../../support/postgres.js';
import {
  book,
  bookingTypes,
  deliveries,
  hook,
  later,
  makeProduct,
  receiver,
  send,
  told,
  world,
} from '../support/webhook-world.js';

/** Many endpoints, providers and servers at a time. */
export function manyCases(): void {
  describe('many at a time', () => {
    beforeEach(() => makeProduct());

    it('one that holds up its answer holds up nobody but itself; each gets its own in the order in which it happened', async () => {
      const slow: (() => void)[] = [];
      receiver.answer = (response, { path }) => {
        const end = () => void response.writeHead(200).end();
        if (path === '/slow') slow.push(end);
        else end();
      };
      await hook({ ...bookingTypes, url: `${receiver.url}/slow` });
      await hook({ ...bookingTypes, url: `${receiver.url}/quick` });
      const neighbour = world.newProvider();
      await makeProduct(neighbour.call);
      await hook({ ...bookingTypes, url: `${receiver.url}/neighbour` }, neighbour.call);
      const ids = Array.from({ length: 6 }, (_, index) => `b-${100 + index}`);
      for (const id of ids) await book(id);
      for (const id of ids) await book(id, neighbour.call);

      const of = (path: string) => receiver.received.filter((one) => one.path === path).map(({ data }) => data.id);
      const running = send({ listen: (wake) => world.parts.stores.changes.subscribe(wake) });
      // The one that holds up its answer need not be the first to be heard.
      const heard = () => ['/quick', '/neighbour', '/slow'].map((path) => of(path).length);
      await expect.poll(heard, { timeout: 60_000 }).toEqual([6, 6, 1]);
      expect(of('/slow')).toEqual([ids[0]]);
      // What happens meanwhile is sent meanwhile.
      await book('b-200', neighbour.call);
      await expect.poll(() => of('/neighbour').length, { timeout: 60_000 }).toBe(7);
      expect(of('/slow').length).toBe(1);
      const release = setInterval(() => slow.splice(0).forEach((end) => end()), 1);
      expect(await running).toEqual({ delivered: 19, failed: 0 });
      clearInterval(release);
      expect([of('/slow'), of('/quick'), of('/neighbour')]).toEqual([ids, ids, [...ids, 'b-200']]);
    });

    it('takes only a few of one provider at a time, so that there is room for others', async () => {
      const held: (() => void)[] = [];
      receiver.answer = (response) => void held.push(() => response.writeHead(200).end());
      for (let index = 0; index < 5; index += 1) await hook({ ...bookingTypes, url: `${receiver.url}/${index}` });
      const neighbour = world.newProvider();
      await makeProduct(neighbour.call);
      await hook({ ...bookingTypes, url: `${receiver.url}/neighbour` }, neighbour.call);
      await book('b-1');
      await book('b-1', neighbour.call);
      const running = send({ most: 3, mostOfProvider: 2 });
      await expect.poll(() => held.length, { timeout: 60_000 }).toBe(3);
      expect(receiver.received.map(({ path }) => path).sort()).toEqual(['/0', '/1', '/neighbour']);
      const release = setInterval(() => held.splice(0).forEach((end) => end()), 1);
      expect(await running).toEqual({ delivered: 6, failed: 0 });
      clearInterval(release);
    });

    it('two servers send each event once', async () => {
      const { pool } = world.parts.database;
      const url = (pool.options as { connectionString?: string }).connectionString ?? '';
      const database = await openDatabase({ url, poolSize: 5, log: silent });
      const stores = await openSqlStores({ database, files: world.parts.files, ids: v7, log: silent });
      const hooks = await Promise.all(
        ['a', 'b', 'c'].map((name) => hook({ ...bookingTypes, url: `${receiver.url}/${name}` })),
      );
      for (let index = 0; index < 6; index += 1) await book(`b-${index}`);
      const runs = await Promise.all([send(), send({}, { ...world.parts, database, stores }), send()]);
      expect(runs.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(18);
      const sent = receiver.received.map(({ path, id }) => `${path} ${id}`);
      expect([sent.length, new Set(sent).size]).toEqual([18, 18]);
      expect((await deliveries(hooks[0]!.id, 'state=delivered&size=500')).length).toBe(6);
      await stores.close();
      await database.close();
    });

    it('a run ends in time, though somebody never answers, and the next one begins that again', async () => {
      receiver.answer = () => later(3 * 60_000);
      await hook(bookingTypes);
      await book('b-1');
      const listen = (wake: () => void) => world.parts.stores.changes.subscribe(wake);
      const running = send({ listen });
      await expect.poll(() => receiver.received.length, { timeout: 60_000 }).toBe(1);
      await book('b-2');
      expect(await running).toEqual({ delivered: 0, failed: 0 });
      receiver.answer = (response) => void response.writeHead(200).end();
      receiver.received.splice(0);
      expect(await told()).toEqual(['booking.created b-1', 'booking.created b-2']);
    });

    it('a server that is stopped in the middle leaves the rest to the next one', async () => {
      await hook(bookingTypes);
      await book('b-1');
      await book('b-2');
      const stopping = new AbortController();
      receiver.answer = () => stopping.abort();
      await expect(send({ signal: stopping.signal })).rejects.toThrow();
      receiver.answer = (response) => void response.writeHead(200).end();
      const [interrupted] = receiver.received.splice(0);
      await send();
      expect(receiver.received.map(({ data }) => data.id)).toEqual(['b-1', 'b-2']);
      expect(receiver.received[0]?.id, 'to be known as the same').toBe(interrupted?.id);
    });
  });
}
