import { ENROLLMENT_ORDERS, readCsv } from '@enrollkit/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { made, makeCourse } from '../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';
import { recordQueries, withExplain } from '../support/record-queries.js';
import { watchStatements } from '../support/watch-statements.js';

/** Enough that reading all of them costs more than finding the ones that are asked for. */
const PROVIDERS = 15;
const ROWS_EACH = 2000;

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld();
});
afterAll(() => world.close());

async function book(call: Call, id: string, name = id): Promise<void> {
  const participant = { name, email: `${id}@example.nl` };
  await made(call('/bookings', json('POST', { id, product_id: 'prince2', participant, start_date: '2026-08-24' })));
}

describe('many bookings at once', () => {
  it('are changed with few statements, answered each for itself, and done once however often the call comes', async () => {
    const { call } = world.newProvider();
    const ids = Array.from({ length: 120 }, (_, index) => `b-${index}`);
    for (const id of ids) await book(call, id);
    const changes = ids.map((id, index) => ({
      id,
      participation_status: index === 7 ? 'finished' : 'completed',
      ...(index === 9 && { expected_version: 5 }),
      ...(index === 11 && { note: 'Op tijd' }),
    }));
    const headers = { 'Idempotency-Key': 'everybody' };
    const change = (list: readonly object[]) => call('/bookings', json('PATCH', list, headers));
    const watch = watchStatements(world.parts.database.pool);
    const one = await watch(() => call('/bookings/b-0', json('PATCH', { participation_status: 'no-show' })));
    let answered: Response | undefined;
    const many = await watch(async () => void (answered = await change(changes)));
    expect(many.statements.length * 5).toBeLessThanOrEqual(one.statements.length * ids.length);
    expect(many.statements.length).toBeLessThan(20);

    expect(answered?.status).toBe(207);
    const { items } = (await (answered as unknown as Response).json()) as {
      items: {
        index: number;
        id: string;
        booking?: { version: number; history: { note?: string }[] };
        problem?: { status: number };
      }[];
    };
    expect(items.filter(({ problem }) => problem).map(({ index, problem }) => [index, problem?.status])).toEqual([
      [7, 422],
      [9, 409],
    ]);
    expect(items[11]?.booking?.history.at(-1)?.note).toBe('Op tijd');
    expect(items.map(({ id }) => id)).toEqual(ids);
    expect(items.filter(({ booking }) => booking?.version === 2).length).toBe(117);

    const again = (await (await change(changes)).json()) as typeof items extends never
      ? never
      : { items: typeof items };
    expect(again.items.map(({ booking }) => booking?.version)).toEqual(items.map(({ booking }) => booking?.version));
    expect((await made(call('/bookings/b-11'))).history).toHaveLength(2);
  });

  it('are sent as a spreadsheet: what was filtered, in its order, page after page, and nothing that is a formula', async () => {
    const { call } = world.newProvider();
    await makeCourse(call);
    const people = ['=cmd()', 'Öztürk; Ayşe', 'Bas "B" Smit'];
    for (const [index, name] of people.entries()) await book(call, `s-${index}`, name);
    await copyBookings(world, 's-0', 1200);
    const response = await call('/bookings.csv?order_by=participant&participation_status=enrolled&search=s');
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const text = Buffer.from(await response.arrayBuffer()).toString();
    expect(text.startsWith('\uFEFFbooking_id,name,')).toBe(true);
    expect(text).toContain(`,'=cmd(),`);
    const rows = [...readCsv(text)];
    expect(rows.length).toBe(1 + 1203);
    expect(new Set(rows.map(({ cells }) => cells[0])).size).toBe(1204);
    const names = rows.map(({ cells }) => cells[1]);
    expect([names[1], names[2], names.at(-1)]).toEqual(['=cmd()', 'Bas "B" Smit', 'Öztürk; Ayşe']);
    const refused = await call('/bookings.csv?order_by=shoes');
    expect([refused.status, refused.headers.get('Content-Type')]).toEqual([422, 'application/problem+json']);
    expect(await (await call('/bookings.csv?email=nobody@example.nl')).text()).toMatch(/^booking_id,[^\r\n]+\r\n$/);
  });

  it('are each in a spreadsheet once, in the order of its beginning, however many change while it is read', async () => {
    const { call } = world.newProvider();
    await makeCourse(call);
    await book(call, 'm-0');
    await copyBookings(world, 'm-0', 2100);
    for (const [order, status] of [
      ['changed', 'started'],
      ['-changed', 'completed'],
      ['participant', 'no-show'],
    ] as const) {
      const before = idsIn(await (await call(`/bookings.csv?order_by=${order}`)).text());
      expect(before.length).toBeGreaterThan(2100);
      const rest = await beginToRead(await call(`/bookings.csv?order_by=${order}`));
      // Some of every page, among them those behind which the next pages begin.
      const moving = before.filter((_, index) => index % 99 === 0 || index % 500 === 499);
      const changes = moving.map((id) => ({ id, participation_status: status }));
      expect((await call('/bookings', json('PATCH', changes))).status).toBe(200);
      for (const [place, name] of [
        [499, 'Zzz'],
        [2050, 'Aaa'],
      ] as const) {
        await made(call(`/bookings/${before[place]}`, json('PATCH', { participant: { name } })));
      }
      expect(idsIn(await rest()), order).toEqual(before);
    }
    // What meets the filter no longer when it is its turn is left out.
    const enrolled = idsIn(await (await call('/bookings.csv?participation_status=enrolled')).text());
    const rest = await beginToRead(await call('/bookings.csv?participation_status=enrolled'));
    await made(call(`/bookings/${enrolled.at(-1)}`, json('PATCH', { participation_status: 'completed' })));
    expect(idsIn(await rest())).toEqual(enrolled.slice(0, -1));
  });

  it('are found by an index, whatever is looked for and in whatever order, and never by reading all of them', async () => {
    const { call, providerId } = world.newProvider();
    await makeCourse(call);
    await made(call('/bookings', json('POST', { id: 'first', product_id: 'prince2', participant: ANNA })));
    await manyBookings(world, providerId);
    // Every filter in every order: half of them backwards, and half where a page goes on.
    const queries = FILTERS.flatMap((filter, row) =>
      ORDERS.map((order, column) => {
        const isBackwards = (row + column) % 2 === 1;
        const goesOn = (row + (column >> 1)) % 2 === 1;
        const orderBy = order && `order_by=${isBackwards ? '-' : ''}${order}`;
        return [filter, orderBy, goesOn && 'after_id=first'].filter(Boolean).join('&');
      }),
    );
    const asked = await recordQueries(world, async () => {
      for (const query of queries) {
        const response = await call(`/bookings?${query}`);
        expect(response.status, query).toBe(200);
      }
    });
    const lists = asked.filter(({ text }) => /^\s*select/.test(text) && text.includes('enrollments'));
    expect(lists.length).toBeGreaterThan(queries.length);
    let picked = 0;
    await withExplain(world, async (explain) => {
      for (const each of lists) {
        const { text } = each;
        // Bookings whatever is set. The others are few here, which PostgreSQL knows or doesn't: as the server's sessions are.
        for (const [enable_seqscan, tables] of [
          ['on', 'enrollments'],
          ['off', 'enrollments|status_changes|certificates'],
        ] as const) {
          const plan = (await explain(each, { enable_seqscan })).join('\n');
          expect(plan, `${text}\n${plan}`).not.toMatch(new RegExp(`Seq Scan on (?:${tables})`));
        }
        // One row of a million isn't looked for in the order of a list, however dear sorting were.
        if (!/ order by .* limit/s.test(text) || !/words @@|uploaded_at is null|not certifications/.test(text))
          continue;
        picked += 1;
        // At the top: a history is sorted within its row.
        const top = (await explain(each, { enable_sort: 'off' })).slice(0, 3);
        expect(top.join('\n'), text).toMatch(/^ *-> *Sort /m);
        await explain(each, { enable_sort: 'on' });
      }
    });
    expect(picked).toBeGreaterThan(5);
  });
});

/** Reads the first line; the answer reads all the others. */
async function beginToRead({ body }: Response): Promise<() => Promise<string>> {
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value ?? '';
  return async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    return text;
  };
}

function idsIn(csv: string): string[] {
  return [...readCsv(csv)].slice(1).map(({ cells }) => cells[0] ?? '');
}

const ORDERS = ['', ...Object.keys(ENROLLMENT_ORDERS)];
const FILTERS = [
  '',
  'search=smit%20anna',
  'search=zzz',
  'product_id=prince2',
  'product_id=prince2&starting_date_id=S3',
  'product_id=prince2&starting_date_id=S3&missing=invoice',
  'status=requested',
  'participation_status=enrolled',
  'participation_status=no-show',
  'missing=certificate,invoice',
  'needs=decision',
  'needs=invoice',
  'needs=certificate',
  'needs=verification',
  'ends_before=2026-02-01',
  'created_at=2025-01-02',
  'updated_at=2025-01-02',
  'email=77@example.nl',
  'external_id=emp-17',
  'ids=e-1,e-77,first',
];

const ANNA = { name: 'Anna Smit', email: 'anna@example.nl' };

/** The same booking under other ids, straight into the tables. */
async function copyBookings({ parts }: HttpWorld, id: string, count: number): Promise<void> {
  await sql`
    insert into enrollments (provider_id, id, product_id, participant_name, participant_email, email, status,
      booking_state, created_at, updated_at, version, sort_name, words)
    select provider_id, 'copy-' || n, product_id, 'Copy ' || n, participant_email, email, status, booking_state,
      created_at, updated_at + n * interval '1 second', version, 'copy ' || n, words
    from enrollments, generate_series(1, ${count}) as n where id = ${id}
  `.execute(parts.database.tables);
}

/** Of several providers, each over fifty starts and two years, most of them over and done with. */
async function manyBookings({ parts }: HttpWorld, providerId: string): Promise<void> {
  const { tables } = parts.database;
  await sql`
    insert into enrollments (provider_id, id, product_id, starting_date_id, participant_name, participant_email, email,
      start_date, end_date, status, booking_state, accepted_at, invoice_uploaded_at, certificate_uploaded_at, created_at,
      updated_at, version, sort_name, words)
    select case when provider = 1 then ${providerId} else 'many-' || provider end, 'e-' || n, 'prince2', 'S' || n % 50, 'Person ' || n, n || '@example.nl', n || '@example.nl',
      date '2025-01-01' + n % 700, date '2025-01-03' + n % 700,
      case when n % 700 > 590 then 'enrolled' else 'completed' end,
      case when n % 500 = 0 then 'requested' else 'accepted' end, moment,
      case when n % 100 = 0 then null else moment end, case when n % 90 = 0 then null else moment end, moment, moment, 1,
      'person ' || n, array_to_tsvector(array['anna' || n % 977, 'smit' || n % 331, n::text])
    from generate_series(1, ${PROVIDERS}) as provider, generate_series(1, ${ROWS_EACH}) as n,
      lateral (select timestamptz '2025-01-01' + n * interval '1 minute' as moment) as at
  `.execute(tables);
  await sql`analyze enrollments`.execute(tables);
}
