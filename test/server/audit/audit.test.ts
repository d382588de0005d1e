import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json, openHttpWorld, type Call, type HttpWorld, type Provider } from '../support/http-world.js';
import { made, makeCourse, pdf } from '../support/course.js';
import { recordQueries, withExplain } from '../support/record-queries.js';

interface Entry {
  readonly actor_id: string;
  readonly actor_role: string;
  readonly action: string;
  readonly record_id: string;
  readonly booking_id?: string;
  readonly provider_id?: string;
}

describe('the audit trail', () => {
  let world: HttpWorld;
  let acme: Provider;
  let certificate: string;
  beforeAll(async () => (world = await openHttpWorld()));
  afterAll(() => world.close());
  beforeEach(async () => {
    acme = world.newProvider();
    const { certificationId } = await makeCourse(acme.call);
    const staff = world.as({ id: 'staff', role: 'platform-staff', providerId: acme.providerId });
    await made(staff(`/certifications/${certificationId}/verify`, json('POST', {})));
    certificate = await upload(acme.call, 'diploma');
  });

  async function upload(call: Call, content: string): Promise<string> {
    const draft = { booking_id: 'b-1', certification_id: 'foundation', valid_from: '2026-09-12' };
    const file = pdf(content).toString('base64');
    return (await made(call('/certificates', json('POST', { ...draft, file })))).id as string;
  }

  async function trail(call: Call, query = ''): Promise<readonly Entry[]> {
    return (await made(call(`/audit?size=500&${query}`))).items as readonly Entry[];
  }

  const actions = (entries: readonly Entry[]) => entries.map(({ actor_id, action }) => `${actor_id} ${action}`);
  const jan = () => world.as({ id: 'jan', role: 'participant', email: 'jan@example.nl' });

  it('tells who saw, listed and downloaded a certificate, the newest first', async () => {
    await jan()(`/certificates/${certificate}`);
    await jan()('/certificates');
    const file = await world.as({ id: 'hr', role: 'employer-hr', employerId: 'acme' })(
      `/certificates/${certificate}/file`,
    );
    await file.arrayBuffer();
    const entries = await trail(acme.call, `certificate_id=${certificate}`);
    expect(actions(entries)).toEqual([
      'hr certificate.download',
      'hr certificate.read',
      'jan certificate.read',
      'jan certificate.read',
      'p.devries certificate.upload',
    ]);
    expect(entries[0]).toMatchObject({ actor_role: 'employer-hr', booking_id: 'b-1', provider_id: acme.providerId });
  });

  it('has no entry for what was refused', async () => {
    const stranger = world.as({ id: 'piet', role: 'participant', email: 'piet@example.nl' });
    expect((await stranger(`/certificates/${certificate}`)).status).toBe(404);
    expect((await stranger(`/certificates/${certificate}/file`)).status).toBe(404);
    await stranger('/certificates');
    expect(await trail(acme.call, 'actor=piet')).toEqual([]);
  });

  it('hands out no certificate that it can’t write down', async () => {
    const { pool } = world.parts.database;
    await pool.query('alter table audit_entries rename to audit_entries_away');
    try {
      for (const path of [`/certificates/${certificate}`, '/certificates', `/certificates/${certificate}/file`]) {
        const answer = await jan()(path);
        expect(answer.status, path).toBe(500);
        expect(await answer.text()).not.toContain('jan@example.nl');
      }
    } finally {
      await pool.query('alter table audit_entries_away rename to audit_entries');
    }
  });

  it('is read by the provider for its own records, by platform staff for all, and by nobody else', async () => {
    const other = world.newProvider();
    expect(await trail(other.call)).toEqual([]);
    const staff = world.as({ id: 'staff', role: 'platform-staff' });
    expect((await trail(staff, `certificate_id=${certificate}`)).length).toBe(1);
    expect((await trail(staff, `provider_id=${other.providerId}`)).length).toBe(0);
    expect((await jan()('/audit')).status).toBe(403);
    expect((await world.as({ id: 'hr', role: 'employer-hr', employerId: 'acme' })('/audit')).status).toBe(403);
    expect((await world.app.request('/audit')).status).toBe(401);
  });

  it('is filtered by booking, actor and time, in pages', async () => {
    await acme.call('/bookings/b-1/cancel', json('POST', {}));
    expect((await trail(acme.call, 'booking_id=b-1')).length).toBeGreaterThan(2);
    expect(await trail(acme.call, 'booking_id=b-2')).toEqual([]);
    expect(actions(await trail(acme.call, 'actor=staff'))).toEqual(['staff certification.verify']);
    expect(await trail(acme.call, 'from=2026-08-21')).toEqual([]);
    expect(await trail(acme.call, 'until=2026-08-20')).toEqual([]);
    const all = await trail(acme.call, 'from=2026-08-20&until=2026-08-21');
    const page = await made(acme.call('/audit?size=2&offset=1'));
    expect(page).toMatchObject({ total: all.length, size: 2, offset: 1 });
    expect(page.items).toEqual(all.slice(1, 3));
  });

  it('goes on after an entry, and what is written meanwhile neither repeats nor moves anything', async () => {
    const before = await trail(acme.call);
    const seen: unknown[] = [];
    for (let after = ''; seen.length < before.length;) {
      const page = await made(acme.call(`/audit?size=2${after && `&after_id=${after}`}`));
      const items = page.items as readonly { readonly id: string }[];
      seen.push(...items);
      after = items.at(-1)?.id ?? '';
      expect(Number(page.total) > items.length, 'says whether there are more').toBe(seen.length < before.length);
      await acme.call(`/certificates/${certificate}`);
    }
    expect(seen).toEqual(before);
    for (const wrong of ['nothing', '1-', '99999999999999-1', "1-1'"]) {
      expect((await acme.call(`/audit?after_id=${encodeURIComponent(wrong)}`)).status).toBe(422);
    }
  });

  it('is read in the order of an index, of one provider, of one record and of all: never sorted and never gone through', async () => {
    const [entry] = (await made(acme.call('/audit?size=1'))).items as readonly { readonly id: string }[];
    const staff = world.as({ id: 'staff', role: 'platform-staff' });
    const asked = await recordQueries(world, async () => {
      for (const call of [acme.call, staff]) {
        for (const query of ['', `&after_id=${entry?.id}`, '&from=2026-08-20', '&until=2026-08-21']) {
          await made(call(`/audit?size=50${query}`));
        }
      }
      for (const query of [`booking_id=b-1`, `certificate_id=${certificate}`, 'booking_id=b-1&from=2026-08-20']) {
        await made(acme.call(`/audit?${query}`));
      }
    });
    const pages = asked.filter(({ text }) => /from "audit_entries".* order by/s.test(text));
    expect(pages).toHaveLength(11);
    await withExplain(world, async (explain) => {
      for (const page of pages) {
        // There is little to read here: so it would be found if all others were dear.
        const plan = (
          await explain(page, { enable_seqscan: 'off', enable_bitmapscan: 'off', enable_sort: 'off' })
        ).join('\n');
        expect(plan, page.text).not.toMatch(/Seq Scan on|-> *Sort /);
      }
    });
  });

  it('tells a widget of the bookings it is for', async () => {
    const widget = world.as({ ...acme.actor, enrollmentIds: ['b-other'] });
    expect(await trail(widget)).toEqual([]);
  });
});
