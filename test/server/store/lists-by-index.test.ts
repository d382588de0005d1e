import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCourse } from '../support/course.js';
import { openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';
import { recordQueries, withExplain } from '../support/record-queries.js';

/** Enough that reading all of them costs more than finding the ones that are asked for. */
const PROVIDERS = 10;
const ROWS_EACH = 1200;
const ROWS = PROVIDERS * ROWS_EACH;

/** What PostgreSQL says of a page that is put in order when it has been found. */
const SORTED_PAGE = /^(?:Incremental )?Sort .*\n(?: +(?:Sort|Presorted) Key: .*\n)+(?= +-> +Limit )/;

let world: HttpWorld;
let call: Call;
let staff: Call;
beforeAll(async () => {
  world = await openHttpWorld();
  const provider = world.newProvider();
  ({ call } = provider);
  staff = world.as({ id: 'staff', role: 'platform-staff' });
  await makeCourse(call);
  await manyOfEach(world, provider.providerId);
});
afterAll(() => world.close());

/**
 * Asks for each list, and for how PostgreSQL would find what its queries ask of these tables. `isInOrder`: an index has their
 * order too, so that nothing is sorted but a page.
 */
async function expectByIndex(
  tables: string,
  asks: readonly (readonly [Call, string])[],
  { isInOrder = false } = {},
): Promise<void> {
  const asked = await recordQueries(world, async () => {
    for (const [as, path] of asks) expect((await as(path)).status, path).toBe(200);
  });
  const lists = asked.filter(({ text }) => new RegExp(`^\\s*select.*\\b(?:${tables})\\b`, 's').test(text));
  expect(lists.length).toBeGreaterThanOrEqual(asks.length);
  await withExplain(world, async (explain) => {
    for (const each of lists) {
      const plan = (await explain(each)).join('\n');
      expect(plan, `${each.text}\n${plan}`).not.toMatch(new RegExp(`Seq Scan on (?:${tables})`));
    }
    if (!isInOrder) return;
    // There is little to sort here: so it would be done if that were dear.
    for (const each of lists.filter(({ text }) => text.includes('order by'))) {
      const plan = (await explain(each, { enable_sort: 'off', enable_bitmapscan: 'off' })).join('\n');
      const beforePage = plan.replace(SORTED_PAGE, '');
      expect(beforePage, `${each.text}\n${plan}`).not.toMatch(/(?:^|-> *)(?:Incremental )?Sort /m);
    }
  });
}

const lists = (as: Call, path: string, filters: readonly string[]) =>
  filters.map((filter) => [as, `${path}?${filter}`] as const);

describe('lists of a large table are found by an index, and never by reading all of it:', () => {
  const last = `row-${ROWS_EACH / 2}`;

  it('certificates', async () => {
    const filters = [
      '',
      'booking_id=row-7',
      'email=77@example.nl',
      'certification_id=rare',
      `sha256=${'0'.repeat(59)}00077`,
      'created_from=2026-01-30',
      'search=anna7',
      'expires_from=2027-01-01&expires_before=2027-01-03',
      'is_verified=true',
      'is_verified=false',
    ];
    const all = filters.flatMap((filter, row) =>
      ['', 'order_by=expires', 'order_by=-expires'].map((order, column) =>
        [filter, order, (row + column) % 2 === 1 && `after_id=${last}`].filter(Boolean).join('&'),
      ),
    );
    const participant = world.as({ id: 'p', role: 'participant', email: '77@example.nl' });
    const employer = world.as({ id: 'hr', role: 'employer-hr', employerId: 'acme-7' });
    await expectByIndex('certificates', [
      ...lists(call, '/certificates', all),
      ...lists(participant, '/certificates', ['', 'order_by=expires', 'certification_id=rare']),
      ...lists(employer, '/certificates', ['', 'order_by=-expires']),
      // Of all providers, page after page.
      ...lists(staff, '/certificates', [`after_id=${last}`, 'email=77@example.nl']),
    ]);
  });

  it('products', async () => {
    await expectByIndex(
      'products',
      [
        ...lists(call, '/products', ['', `after_id=${last}`, 'state=deleted', `state=active&after_id=${last}`]),
        ...lists(call, '/products', ['ids=row-1,row-77', 'offset=100']),
        ...lists(staff, '/products', [`after_id=${last}`, 'ids=row-1,row-77']),
      ],
      { isInOrder: true },
    );
  });

  it('trainers', async () => {
    const after = `after_email=${ROWS_EACH / 2}@example.nl`;
    // A provider's own: nobody lists those of all.
    await expectByIndex(
      'trainers',
      lists(call, '/trainers', ['', after, 'state=invited', `state=confirmed&${after}`, 'has_asked=true']),
      { isInOrder: true },
    );
  });

  it('deliveries of a webhook', async () => {
    await expectByIndex(
      'webhook_deliveries|webhook_events',
      lists(call, '/webhooks/hook/deliveries', [
        '',
        `after_id=${last}`,
        'state=failed',
        `state=delivered&after_id=${last}`,
        'type=booking.created',
        `type=booking.changed&after_id=${last}`,
        'offset=100',
      ]),
      { isInOrder: true },
    );
  });
});

/** The same number for each of several providers, straight into the tables. */
async function manyOfEach({ parts }: HttpWorld, providerId: string): Promise<void> {
  const { tables } = parts.database;
  const fill = async (table: string, columns: string, values: string, from = ROWS_EACH): Promise<void> => {
    await sql`
      insert into ${sql.table(table)} (provider_id, ${sql.raw(columns)})
      select case when provider = 1 then ${providerId} else 'many-' || provider end, ${sql.raw(values)}
      from generate_series(1, ${PROVIDERS}) as provider, generate_series(1, ${from}) as n,
        lateral (select 'row-' || n as id, timestamptz '2026-01-01' + n * interval '30 minutes' as moment,
          provider * ${ROWS_EACH} + n as number) as row
    `.execute(tables);
  };
  const course = `'{"name": "Course", "description": "", "imageUrls": [], "language": "nl", "productType": "open",
    "courseType": "training", "additionalCosts": [], "discounts": [], "trainerEmails": [], "allowedSites": [],
    "regions": [], "costPlacements": [], "pePoints": [], "moments": [], "startingDates": [], "ltiParams": []}'::jsonb`;
  await fill(
    'products',
    'id, state, certification_ids, version, published, compared_name',
    `id, case when n % 100 = 0 then 'deleted' else 'active' end, '{}', 1, ${course}, id`,
  );
  await fill(
    'certifications',
    'id, name, requires_valid_until, verified, version',
    `case n when 1 then 'usual' else 'rare' end, 'Foundation', false, n = 1, 1`,
    2,
  );
  await fill(
    'enrollments',
    `id, product_id, participant_name, participant_email, email, status, booking_state, created_at, updated_at, version,
      sort_name, words`,
    `id, 'row-1', 'Person', n || '@example.nl', n || '@example.nl', 'completed', 'accepted', moment, moment, 1, 'person',
      array_to_tsvector(array['anna' || n % 977])`,
  );
  await sql`insert into files (sha256, size_bytes) select lpad(n::text, 64, '0'), 1000
    from generate_series(0, ${ROWS + ROWS_EACH}) as n`.execute(tables);
  await fill(
    'certificates',
    `id, enrollment_id, certification_id, owner_email, email, employer_id, file_name, media_type, size_bytes, sha256,
      valid_from, valid_until, uploaded_by, created_at, version`,
    `id, id, case when n % 200 = 0 then 'rare' else 'usual' end, n || '@example.nl', n || '@example.nl',
      'acme-' || n % 500, 'a.pdf', 'application/pdf', 1000, lpad(number::text, 64, '0'), date '2026-01-01',
      case when n % 3 = 0 then null else date '2026-01-01' + n % 700 end, 'made', moment, 1`,
  );
  await fill(
    'trainers',
    'email, state, invited_at, invitation_sent_at, version, profile',
    `n || '@example.nl', case when n % 50 = 0 then 'invited' else 'confirmed' end, moment, moment, 1,
      '{"firstName": "Ada", "lastName": "de Boer"}'`,
  );
  await fill(
    'webhook_endpoints',
    'id, url, description, enabled, secret, created_at, version',
    `'hook', 'https://example.nl', '', true, '', moment, 1`,
    1,
  );
  await fill(
    'webhook_events',
    'id, type, record_id, at',
    `id, case when n % 100 = 0 then 'booking.created' else 'booking.changed' end, id, moment`,
  );
  await fill(
    'webhook_deliveries',
    'endpoint_id, event_id, state, attempts, created_at',
    `'hook', id, case when n % 100 = 0 then 'failed' else 'delivered' end, 1, moment`,
  );
  await sql`analyze`.execute(tables);
}
