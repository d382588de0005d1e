import { compareEnrollments, type Enrollment, type EnrollmentQuery, type OrderBy } from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { newStart, productWith } from './booking-cases.js';
import { draftFor, newEnrollment, newProduct } from './records.js';
import { PROVIDER, type ContractCase, type Scene } from './world.js';

const STAFF = { id: 'staff', role: 'platform-staff' } as const;

/** Lists as somebody keeps ten thousand enrollments in hand with, and setting right what is in them. */
export const rosterCases: readonly ContractCase[] = [
  {
    title: 'finds people whatever their accents and capitals, in any order of words, by address, key and whole id',
    async run({ provider }) {
      const people: Record<string, { name: string; email?: string; externalId?: string }> = {
        e1: { name: 'Ayşe Öztürk' },
        e2: { name: 'Anna Smit', email: 'a.smit@post.example', externalId: 'emp-1042' },
        e3: { name: 'Annelies de Smidt-Ørsted' },
        e4: { name: 'Seán O’Brien' },
        'B-2001': { name: 'Łukasz Weiß' },
      };
      for (const [id, { email = `${id}@example.nl`, ...person }] of Object.entries(people)) {
        const { participant: _, ...rest } = newEnrollment();
        await provider.createEnrollment({ ...rest, id, participant: { ...person, email } });
      }
      const searches: Record<string, readonly string[]> = {
        ozturk: ['e1'],
        'ÖZTÜRK ays': ['e1'],
        'smit anna': ['e2'],
        'ann smi': ['e2', 'e3'],
        orsted: ['e3'],
        smidtorsted: ['e3'],
        'obrien sean': ['e4'],
        "o'brien": ['e4'],
        'lukasz weiss': ['B-2001'],
        'a.smit@post': ['e2'],
        'EMP-1042': ['e2'],
        '1042': ['e2'],
        'b-2001': ['B-2001'],
        mit: [],
        'anna ozturk': [],
        '   ': ['B-2001', 'e1', 'e2', 'e3', 'e4'],
        '%': ['B-2001', 'e1', 'e2', 'e3', 'e4'],
        "' | '": ['B-2001', 'e1', 'e2', 'e3', 'e4'],
      };
      const found: Record<string, readonly string[]> = {};
      for (const search of Object.keys(searches)) {
        found[search] = (await provider.listEnrollments({ search })).items.map(({ id }) => id);
      }
      expectEqual(found, searches);
      // The second would not fit into any address.
      for (const length of [256, 1_000_000]) {
        const refused = await expectRejection(provider.listEnrollments({ search: 'é'.repeat(length) }), 'invalid');
        expectEqual(issueCodes(refused), ['search: value-too-long']);
      }
      await expectRejection(provider.getEnrollment('e'.repeat(1_000_000)), 'not-found');
    },
  },
  {
    title: 'pages in each order after the last row that was seen, while rows come and go, forwards and backwards',
    async run(scene) {
      const { provider } = scene;
      const names = ['Öz', 'Anna', 'anna', 'Ziva', 'Bas', 'Öz', ''];
      for (const [index, name] of names.entries()) {
        scene.now = `2026-08-2${(index * 3) % 7}T10:00:00.000Z`;
        const { endDate: _, ...undated } = newEnrollment();
        const dates = index % 3 === 0 ? undated : { ...undated, endDate: `2026-09-${12 + (index % 2)}` };
        const participant = { name, email: `p${index}@example.nl` };
        await provider.createEnrollment({ ...dates, id: `e${index}`, participant });
      }
      await provider.changeStatus('e4', 'no-show');
      const pagesOf = async (orderBy?: OrderBy): Promise<readonly Enrollment[]> => {
        const all: Enrollment[] = [];
        for (let afterId: string | undefined; ; afterId = all.at(-1)?.id) {
          const query = { size: 2, ...(orderBy && { orderBy }), ...(afterId !== undefined && { afterId }) };
          const { items, total } = await provider.listEnrollments(query);
          all.push(...items);
          if (afterId === undefined) expectEqual(total, names.length, `the total, by ${orderBy ?? 'id'}`);
          if (total <= items.length) return all;
        }
      };
      const orders = ['participant', 'status', 'booked', 'changed', 'ends'] as const;
      for (const orderBy of [undefined, ...orders, ...orders.map((order) => `-${order}` as const)]) {
        const all = await pagesOf(orderBy);
        expectEqual(new Set(all.map(({ id }) => id)).size, names.length, `each once, by ${orderBy ?? 'id'}`);
        expectEqual(
          all.map(({ id }) => id),
          [...all].sort(compareEnrollments(orderBy)).map(({ id }) => id),
          `in order, by ${orderBy ?? 'id'}`,
        );
      }
      const byName = await pagesOf('participant');
      expectEqual(
        byName.map(({ participant }) => participant.name),
        ['', 'Anna', 'anna', 'Bas', 'Öz', 'Öz', 'Ziva'],
      );
      // Somebody new comes in before the place where a page ended: the next one neither repeats nor skips.
      const first = await provider.listEnrollments({ orderBy: 'participant', size: 3 });
      await provider.createEnrollment({ ...newEnrollment(), participant: { name: 'Aad', email: 'aad@example.nl' } });
      const last = first.items.at(-1)?.id ?? '';
      const second = await provider.listEnrollments({ orderBy: 'participant', size: 2, afterId: last });
      expectEqual(
        second.items.map(({ participant }) => participant.name),
        ['Bas', 'Öz'],
      );
      const lost = provider.listEnrollments({ orderBy: 'participant', afterId: 'nobody' });
      expectEqual(issueCodes(await expectRejection(lost, 'invalid')), ['afterId: after-id-unknown']);
      await expectRejection(provider.listEnrollments({ orderBy: 'shoe size' as never }), 'invalid');
    },
  },
  {
    title:
      'finds what must be done: requests, courses over without invoice or certificate, certifications not verified',
    async run(scene) {
      const ids = await manyStates(scene);
      const { provider } = scene;
      const queries: Record<string, EnrollmentQuery> = {
        decision: { needs: 'decision' },
        invoice: { needs: 'invoice' },
        certificate: { needs: 'certificate' },
        verification: { needs: 'verification' },
        'decision, but only of what is accepted': { needs: 'decision', bookingState: 'accepted' },
        'invoice, of who is still enrolled': { needs: 'invoice', status: ['enrolled', 'completed'] },
        'no invoice': { missing: 'invoice' },
        'no certificate': { missing: 'certificate' },
        neither: { missing: ['certificate', 'invoice'] },
        'ends before October': { endsBefore: '2026-10-01' },
        'of one start': { startingDateId: 'S2' },
      };
      const found: Record<string, readonly string[]> = {};
      for (const [name, query] of Object.entries(queries)) {
        const { items, total } = await provider.listEnrollments(query);
        expectEqual(total, items.length, name);
        found[name] = items.map(({ id }) => id);
      }
      expectEqual(found, {
        decision: ['requested'],
        invoice: ['no-leads', 'over'],
        certificate: ['invoiced', 'over'],
        verification: ['verify'],
        'decision, but only of what is accepted': [],
        'invoice, of who is still enrolled': [],
        'no invoice': ['absent', 'month', 'no-leads', 'over', 'running', 'verify'],
        'no certificate': ['absent', 'invoiced', 'month', 'no-leads', 'over', 'running'],
        neither: ['absent', 'month', 'no-leads', 'over', 'running'],
        'ends before October': ['absent', 'cancelled', 'invoiced', 'no-leads', 'over', 'requested', 'verify'],
        'of one start': ['month'],
      });
      expectEqual(ids.length, 9);
      // The first two things that are done are on no list any more.
      await provider.acceptEnrollment('requested');
      await scene.as(STAFF).verifyCertification('c1');
      expectEqual((await provider.listEnrollments({ needs: 'decision' })).total, 0);
      expectEqual((await provider.listEnrollments({ needs: 'verification' })).total, 0);
      // What somebody else may not know of is on none of theirs.
      const jan = scene.as({ id: 'x', role: 'participant', email: 'over@example.nl' });
      expectEqual(
        (await jan.listEnrollments({ missing: 'certificate' })).items.map(({ id }) => id),
        ['over'],
      );
    },
  },
  {
    title: 'tells of changed rows by their ids whether they still belong to a list, in one call',
    async run({ provider }) {
      for (const id of ['a', 'b', 'c']) await provider.createEnrollment({ ...newEnrollment(), id });
      await provider.changeStatus('b', 'no-show');
      const { items, total } = await provider.listEnrollments({ ids: ['b', 'c', 'gone'], status: 'enrolled' });
      expectEqual([items.map(({ id }) => id), total], [['c'], 1]);
    },
  },
  {
    title: 'keeps with a change by hand why it was made, alone and among many, and in the trail of it',
    async run(scene) {
      const { provider } = scene;
      for (const id of ['a', 'b']) await provider.createEnrollment({ ...newEnrollment(), id });
      await provider.changeStatus('a', 'no-show', { note: 'Ziek gemeld' });
      const answers = await provider.changeStatuses([
        { id: 'b', to: 'no-show', note: ' ' },
        { id: 'b', to: 'completed', note: 'Toch gekomen' },
        { id: 'a', to: 'completed', note: 'x'.repeat(501) },
      ]);
      const notes = async (id: string) => (await provider.getEnrollment(id)).history.map(({ note }) => note ?? '-');
      expectEqual(
        [await notes('a'), await notes('b')],
        [
          ['-', 'Ziek gemeld'],
          ['-', '-', 'Toch gekomen'],
        ],
      );
      const last = answers.at(-1);
      expectEqual(last && 'problem' in last && last.problem.issues.map(({ code, path }) => `${path}: ${code}`), [
        'note: value-too-long',
      ]);
    },
  },
  {
    title: 'makes a change with a key of its own once, in whatever call it comes again',
    async run({ provider }) {
      for (const id of ['a', 'b']) await provider.createEnrollment({ ...newEnrollment(), id });
      const change = { id: 'a', to: 'no-show', idempotencyKey: 'row-1' } as const;
      await provider.changeStatuses([change], { idempotencyKey: 'first-call' });
      await provider.changeStatus('a', 'completed');
      const again = await provider.changeStatuses([{ id: 'b', to: 'started' }, change], { idempotencyKey: 'second' });
      expectEqual(
        again.map((answer) => 'enrollment' in answer && [answer.enrollment.id, answer.enrollment.status]),
        [
          ['b', 'started'],
          ['a', 'no-show'],
        ],
      );
      expectEqual((await provider.getEnrollment('a')).status, 'completed');
      const [other] = await provider.changeStatuses([{ ...change, to: 'started' }]);
      expectEqual(other && 'problem' in other && other.problem.issues.map(({ code }) => code), [
        'idempotency-key-reused',
      ]);
    },
  },
  {
    title: 'corrects who takes part, keeps what was there, and gives the certificates along',
    async run(scene) {
      const { provider } = scene;
      const { enrollment, certificate } = await scene.certified();
      await scene.as(STAFF).verifyCertification(certificate.certificationId);
      const { id } = enrollment;
      const corrected = await scene
        .as({ ...PROVIDER, name: 'Kim de Vries' })
        .correctEnrollment(
          id,
          { name: 'Jan Janssen', email: 'Jan.Janssen@example.nl', employerId: null, externalId: 'emp-1' },
          { note: 'Typefout', expectedVersion: 2 },
        );
      expectEqual(corrected.participant, { name: 'Jan Janssen', email: 'Jan.Janssen@example.nl', externalId: 'emp-1' });
      expectEqual(corrected.version, 3);
      const stored = await provider.getEnrollment(id);
      expectEqual(stored.corrections, [
        {
          at: scene.now,
          by: PROVIDER.id,
          name: 'Kim de Vries',
          note: 'Typefout',
          changes: [
            { field: 'name', from: 'Jan Jansen', to: 'Jan Janssen' },
            { field: 'email', from: 'jan@example.nl', to: 'Jan.Janssen@example.nl' },
            { field: 'employerId', from: 'acme' },
          ],
        },
      ]);
      expectEqual([stored.status, stored.history.length], ['completed', enrollment.history.length + 1]);
      const old = scene.as({ id: 'x', role: 'participant', email: 'jan@example.nl' });
      const own = scene.as({ id: 'y', role: 'participant', email: 'jan.janssen@example.nl' });
      const hr = scene.as({ id: 'hr', role: 'employer-hr', employerId: 'acme' });
      expectEqual((await own.getCertificate(certificate.id)).version, 2);
      for (const outsider of [old, hr]) {
        await expectRejection(outsider.getCertificate(certificate.id), 'not-found');
        await expectRejection(outsider.getEnrollment(id), 'not-found');
        expectEqual((await outsider.listCertificates()).total, 0);
      }
      expectEqual((await provider.listEnrollments({ search: 'janssen' })).total, 1);
      // Nothing to correct is no new version, and nobody but the provider corrects.
      expectEqual((await provider.correctEnrollment(id, { name: 'Jan Janssen' })).version, 3);
      await expectRejection(own.correctEnrollment(id, { name: 'X' }), 'forbidden');
      await expectRejection(provider.correctEnrollment(id, { name: 'X' }, { expectedVersion: 2 }), 'conflict');
      const refused = provider.correctEnrollment(id, { name: ' ', email: 'nobody' });
      expectEqual(issueCodes(await expectRejection(refused, 'invalid')).sort(), [
        'participant.email: email-invalid',
        'participant.name: required',
      ]);
    },
  },
  {
    title: 'moves an enrollment to another start of its product while there is a seat, with the days of that start',
    async run({ provider }) {
      const { endDate: _, ...endless } = newStart('S3', { startDate: '2026-12-01' });
      await provider.putProduct(
        productWith(
          newStart('S1'),
          newStart('S2', { startDate: '2026-11-01', endDate: '2026-11-02', maxSeats: 1 }),
          endless,
        ),
      );
      const { participant } = newEnrollment();
      for (const id of ['a', 'b']) {
        await provider.createEnrollment({ id, productId: 'itil', participant, startingDateId: 'S1' });
      }
      const moved = await provider.changeStart('a', 'S2', { note: 'Op verzoek' });
      expectEqual(
        [moved.startingDateId, moved.startDate, moved.endDate, moved.version],
        ['S2', '2026-11-01', '2026-11-02', 2],
      );
      expectEqual(
        moved.corrections?.map(({ changes, note }) => [changes, note]),
        [[[{ field: 'startingDateId', from: 'S1', to: 'S2' }], 'Op verzoek']],
      );
      const full = await expectRejection(provider.changeStart('b', 'S2'), 'invalid');
      expectEqual(issueCodes(full), ['startingDateId: start-full']);
      expectEqual((await provider.changeStart('b', 'S2', { overbook: true })).startingDateId, 'S2');
      expectEqual('endDate' in (await provider.changeStart('a', 'S3')), false);
      expectEqual((await provider.getEnrollment('a')).endDate, undefined);
      const unknown = await expectRejection(provider.changeStart('a', 'S9'), 'invalid');
      expectEqual(issueCodes(unknown), ['startingDateId: unknown-starting-date']);
      expectEqual((await provider.changeStart('a', 'S3')).version, 3);
      await provider.cancelEnrollment('a');
      const over = await expectRejection(provider.changeStart('a', 'S1'), 'invalid');
      expectEqual(issueCodes(over), ['bookingState: booking-already-decided']);
    },
  },
];

/** One enrollment in every state that counts, seen in October. Their ids say which. */
async function manyStates(scene: Scene): Promise<readonly string[]> {
  const { provider } = scene;
  await provider.createCertification({ id: 'c1', name: 'ITIL', requiresValidUntil: false });
  for (const id of ['leads', 'nowhere']) await provider.putProduct(newProduct(id));
  await provider.linkCertifications('leads', ['c1']);
  const book = (id: string, more: object = {}) =>
    provider.createEnrollment({
      ...newEnrollment(),
      id,
      productId: 'leads',
      participant: { name: id, email: `${id}@example.nl` },
      ...more,
    });
  await book('over');
  await book('invoiced');
  await book('absent');
  await book('cancelled');
  await book('requested', { request: true });
  await book('running', { endDate: '2026-12-01' });
  await book('month', { startingDateId: 'S2', endDate: '2026-10-01', endDateIsMonthOnly: true });
  await book('no-leads', { productId: 'nowhere' });
  const verify = await book('verify');
  await provider.recordInvoice('invoiced');
  await provider.changeStatus('absent', 'no-show');
  await provider.cancelEnrollment('cancelled');
  await provider.uploadCertificate(draftFor(verify, { id: 'c1' } as never));
  scene.now = '2026-10-15T10:00:00.000Z';
  return (await provider.listEnrollments()).items.map(({ id }) => id);
}
