import type { QueuedWrite, RestBackend, RestBackendOptions } from '@enrollkit/adapters/rest';
import type { Actor, Certificate, Certification, Enrollment, StatusAnswer } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { expectRejection } from '../../contract/assertions.js';
import { draftFor, newEnrollment, newProduct } from '../../contract/records.js';
import { PROVIDER } from '../../contract/world.js';
import { FaultyWorld, ServerWorld } from '../../support/rest-world.js';
import type { QueuePageOrder } from './queue-page.js';
import { waitUntil } from '../../support/wait-until.js';

const OTHER: Actor = { id: 'somebody-else', role: 'provider' };

describe('A REST backend while its server is away', () => {
  let server: ServerWorld;
  let database: string;
  let enrollment: Enrollment;
  let certification: Certification;
  const cleanUps: (() => unknown)[] = [];

  beforeEach(async () => {
    server = await ServerWorld.make();
    database = `queue-${crypto.randomUUID()}`;
    const setUp = server.open(PROVIDER, { offlineQueue: false });
    certification = await setUp.createCertification({ name: 'ITIL', requiresValidUntil: false });
    await setUp.putProduct(newProduct('itil'));
    await setUp.linkCertifications('itil', [certification.id]);
    enrollment = await setUp.createEnrollment({ ...newEnrollment(), productId: 'itil' });
    setUp.close();
    await server.token(OTHER);
  });

  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp();
    await server.dispose();
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(database);
      request.onsuccess = request.onerror = request.onblocked = resolve;
    });
  });

  function open(options: Partial<RestBackendOptions> = {}, actor = PROVIDER): RestBackend {
    const backend = server.open(actor, { retries: 0, offlineQueue: { database }, ...options });
    cleanUps.push(() => backend.close());
    return backend;
  }

  async function back(): Promise<void> {
    await server.up();
    window.dispatchEvent(new Event('online'));
  }

  const stored = async (): Promise<Enrollment> => open({ offlineQueue: false }).getEnrollment(enrollment.id);
  const certificates = async () => (await open({ offlineQueue: false }).listCertificates()).items;
  const writes = async () => (await server.requests()).filter((request) => /^(PATCH|POST)/.test(request));

  it('keeps a change of status, and stores it when the server is back', async () => {
    const backend = open();
    await server.down();
    const change = backend.changeStatus(enrollment.id, 'no-show', { expectedVersion: 1 });
    const { sent } = await expectRejection(change, 'queued');
    const [item] = await backend.queue.items();
    expect(item).to.deep.include({
      method: 'changeStatus',
      enrollmentId: enrollment.id,
      to: 'no-show',
      state: 'waiting',
    });

    await back();
    expect(((await sent) as Enrollment).status).to.equal('no-show');
    expect(await backend.queue.items()).to.deep.equal([]);
    expect((await stored()).status).to.equal('no-show');
  });

  it('keeps many changes made at once, each with its note, and stores each once', async () => {
    const backend = open();
    const other = await backend.createEnrollment({ ...newEnrollment(), productId: 'itil' });
    await server.down();
    const changes = [
      { id: enrollment.id, to: 'no-show', note: 'Ziek gemeld' },
      { id: other.id, to: 'completed', expectedVersion: 9 },
    ] as const;
    const { sent } = await expectRejection(backend.changeStatuses(changes, { idempotencyKey: 'k1' }), 'queued');
    await expectRejection(backend.changeStatus(enrollment.id, 'completed', { note: 'Toch gekomen' }), 'queued');
    expect((await backend.queue.items()).map(({ enrollmentId, to }) => [enrollmentId, to])).to.deep.equal([
      [enrollment.id, 'no-show'],
      [other.id, 'completed'],
      [enrollment.id, 'completed'],
    ]);
    await back();
    const answers = (await sent) as readonly StatusAnswer[];
    expect(
      answers.map((answer) => ('problem' in answer ? answer.problem.code : answer.enrollment.status)),
    ).to.deep.equal(['no-show', 'conflict']);
    await waitUntil(async () => (await stored()).status === 'completed', 'the last change is stored');
    expect((await stored()).history.flatMap(({ note }) => note ?? [])).to.deep.equal(['Ziek gemeld', 'Toch gekomen']);
  });

  it('goes on soon after a minute in which very much was kept, also when the first attempt comes too early', async () => {
    // As patient as it can be: for minutes, were each of them a failure.
    const { random } = Math;
    Math.random = () => 0.999;
    cleanUps.push(() => (Math.random = random));
    const backend = open();
    const enrollments = [enrollment];
    for (let index = 0; index < 30; index += 1) {
      enrollments.push(await backend.createEnrollment({ ...newEnrollment(), productId: 'itil' }));
    }
    await server.down();
    const kept = await Promise.all(
      enrollments.map(({ id }) => expectRejection(backend.changeStatus(id, 'no-show'), 'queued')),
    );
    // The browser says so a moment before there is one.
    window.dispatchEvent(new Event('online'));
    await server.up();
    const sent = (await Promise.all(kept.map(async (each) => each.sent))) as readonly Enrollment[];
    expect(sent.map(({ status }) => status)).to.deep.equal(enrollments.map(() => 'no-show'));
    expect((await writes()).filter((request) => request.startsWith('PATCH'))).to.have.length(enrollments.length);
  });

  it('tells who shows the enrollment once it is stored, and who shows the list', async () => {
    const backend = open();
    const lists: (readonly QueuedWrite[])[] = [];
    const changes: string[] = [];
    backend.queue.subscribe((items) => lists.push(items));
    backend.subscribe(({ kind, id }) => changes.push(`${kind} ${id}`));
    await server.down();
    const { sent } = await expectRejection(backend.cancelEnrollment(enrollment.id), 'queued');
    await waitUntil(() => lists.at(-1)?.length === 1);
    await back();
    await sent;
    await waitUntil(() => lists.at(-1)?.length === 0);
    expect(changes).to.include(`enrollment ${enrollment.id}`);
  });

  it('keeps a file over a reload and uploads it exactly once', async () => {
    const draft = draftFor(enrollment, certification, 'kept over a reload');
    const page = await openPage();
    await server.down();
    const order = { baseUrl: server.baseUrl, token: await server.token(PROVIDER), database };
    page.send({ ...order, draft });
    expect(await page.said('queued')).to.equal('queued');

    await page.reload();
    await server.up();
    page.send(order);
    await waitUntil(async () => (await certificates()).length === 1, 'the certificate is there');
    const backend = open();
    await waitUntil(async () => (await backend.queue.items()).length === 0, 'nothing waits');
    const [certificate] = (await certificates()) as [Certificate];
    const file = await backend.openCertificateFile(certificate.id);
    expect(await new Response(file as Blob).text()).to.equal(await draft.file.text());
    expect(certificate.file.name).to.equal('certificate.pdf');
    expect(await certificates()).to.have.length(1);
  });

  it('sends from one tab at a time, and tells the tab that waits', async () => {
    const tabs = [open(), open(), open()] as const;
    await Promise.all(tabs.map((tab) => tab.getEnrollment(enrollment.id)));
    await server.down();
    const upload = (content: string) => tabs[0].uploadCertificate(draftFor(enrollment, certification, content));
    const kept = [await expectRejection(upload('one'), 'queued'), await expectRejection(upload('two'), 'queued')];
    const before = (await writes()).length;
    tabs[0].close();
    const { sent } = await expectRejection(tabs[1].changeStatus(enrollment.id, 'did-not-pass'), 'queued');
    await back();
    expect(((await sent) as Enrollment).status).to.equal('did-not-pass');
    expect(kept).to.have.length(2);
    expect(await certificates()).to.have.length(2);
    expect((await writes()).slice(before)).to.deep.equal([
      'POST /api/certificates',
      'POST /api/certificates',
      `PATCH /api/bookings/${enrollment.id}`,
    ]);
  });

  it('believes no other script that says what became of a write', async () => {
    const backend = open();
    await backend.getEnrollment(enrollment.id);
    await server.down();
    const { sent } = await expectRejection(backend.changeStatus(enrollment.id, 'no-show'), 'queued');
    const [item] = await backend.queue.items();
    const told: unknown[] = [];
    const outcome = sent?.then((result) => told.push(result));
    const forger = new BroadcastChannel(database);
    cleanUps.push(() => forger.close());
    const heard = new Promise((resolve) => cleanUps.push(backend.queue.subscribe(resolve)));
    const forged = { ...enrollment, status: 'completed', participant: { name: 'Somebody', email: 'x@example.nl' } };
    forger.postMessage({ id: item?.id, result: forged });
    forger.postMessage({ id: item?.id, recordId: 'c-forged', isDiscarded: true });
    await heard;
    expect(told).to.deep.equal([]);
    await back();
    await outcome;
    expect((told[0] as Enrollment).status).to.equal('no-show');
    expect((told[0] as Enrollment).participant).to.deep.equal(enrollment.participant);
  });

  it('keeps what met a gateway’s page in place of the server', async () => {
    const gateway = await FaultyWorld.make({
      status: 502,
      headers: { 'Content-Type': 'text/html' },
      body: '<h1>502 Bad Gateway',
    });
    cleanUps.push(gateway.close);
    const backend = open({ baseUrl: gateway.url });
    await expectRejection(backend.getEnrollment(enrollment.id), 'unavailable');
    await expectRejection(backend.changeStatus(enrollment.id, 'no-show'), 'queued');
    expect((await backend.queue.items()).map(({ state }) => state)).to.deep.equal(['waiting']);
  });

  it('goes in order: what comes later for the same enrollment waits its turn', async () => {
    const backend = open();
    await server.down();
    const first = await expectRejection(backend.changeStatus(enrollment.id, 'no-show'), 'queued');
    const second = await expectRejection(backend.changeStatus(enrollment.id, 'completed'), 'queued');
    await back();
    await Promise.all([first.sent, second.sent]);
    expect((await stored()).history.map(({ to }) => to)).to.deep.equal(['enrolled', 'no-show', 'completed']);
  });

  it('keeps what the server refuses for good, with the reason, until somebody decides', async () => {
    const backend = open();
    await backend.changeStatus(enrollment.id, 'completed');
    await server.down();
    const stale = backend.changeStatus(enrollment.id, 'no-show', { expectedVersion: 1 });
    const { sent } = await expectRejection(stale, 'queued');
    await back();
    const { current } = await expectRejection(sent!, 'conflict');
    expect((current as Enrollment).status).to.equal('completed');
    const [item] = (await backend.queue.items()) as [QueuedWrite];
    expect([item.state, item.problem?.code]).to.deep.equal(['failed', 'conflict']);
    expect((await stored()).status).to.equal('completed');
    // Another page hears of it by the list alone.
    const other = open();
    await other.getEnrollment(enrollment.id);
    const [elsewhere] = (await other.queue.items()) as [QueuedWrite];
    expect([item.isFromHere, elsewhere.isFromHere]).to.deep.equal([true, false]);

    await backend.queue.retry(item.id);
    await waitUntil(async () => (await backend.queue.items()).length === 0, 'it was sent after all');
    expect((await stored()).status).to.equal('no-show');
  });

  it('forgets what was refused once the same is decided anew, and nothing else', async () => {
    const backend = open();
    const other = await backend.createEnrollment({ ...newEnrollment(), productId: 'itil' });
    await backend.changeStatus(enrollment.id, 'completed');
    await backend.changeStatus(other.id, 'completed');
    await server.down();
    const refused = [enrollment.id, other.id].map((id) => backend.changeStatus(id, 'no-show', { expectedVersion: 1 }));
    const kept = await Promise.all(refused.map((write) => expectRejection(write, 'queued')));
    await back();
    await Promise.all(kept.map(({ sent }) => expectRejection(sent!, 'conflict')));
    const left = async () => (await backend.queue.items()).map(({ enrollmentId }) => enrollmentId);
    // A certificate says nothing of the status that was chosen.
    await backend.uploadCertificate(draftFor(enrollment, certification, 'of another kind'));
    expect(await left()).to.have.members([enrollment.id, other.id]);
    await backend.changeStatus(enrollment.id, 'did-not-pass');
    await waitUntil(async () => (await left()).length === 1);
    expect(await left()).to.deep.equal([other.id]);
    await backend.changeStatuses([{ id: other.id, to: 'did-not-pass' }]);
    await waitUntil(async () => (await left()).length === 0);
  });

  it('gives up what somebody discards', async () => {
    const backend = open();
    await server.down();
    const { sent } = await expectRejection(backend.cancelEnrollment(enrollment.id), 'queued');
    const [item] = (await backend.queue.items()) as [QueuedWrite];
    await backend.queue.discard(item.id);
    await expectRejection(sent!, 'aborted');
    await back();
    expect(await backend.queue.items()).to.deep.equal([]);
    expect((await stored()).status).to.equal('enrolled');
  });

  it('never sends or shows one person’s writes as another’s', async () => {
    let actor = PROVIDER;
    const backend = open({ getToken: () => server.token(actor) });
    await server.down();
    await expectRejection(backend.changeStatus(enrollment.id, 'no-show'), 'queued');
    backend.close();

    actor = OTHER;
    const theirs = open({ getToken: () => server.token(actor) }, OTHER);
    await back();
    await theirs.getEnrollment(enrollment.id);
    expect(await theirs.queue.items()).to.deep.equal([]);
    expect((await stored()).status).to.equal('enrolled');

    const again = open();
    await waitUntil(async () => (await again.queue.items()).length === 0, 'it was sent');
    const { by } = (await stored()).history.at(-1)!.cause as { readonly by: string };
    expect(by).to.equal(PROVIDER.id);
  });

  it('waits while nobody is signed in', async () => {
    let isSignedIn = true;
    const getToken = async () => {
      if (!isSignedIn) throw new Error('signed out');
      return server.token(PROVIDER);
    };
    const backend = open({ getToken });
    await server.down();
    const { sent } = await expectRejection(backend.changeStatus(enrollment.id, 'no-show'), 'queued');
    isSignedIn = false;
    await back();
    await expectRejection(backend.getEnrollment(enrollment.id), 'no-token');
    expect((await backend.queue.items()).map(({ state }) => state)).to.deep.equal(['waiting']);
    isSignedIn = true;
    await backend.getEnrollment(enrollment.id);
    expect(((await sent) as Enrollment).status).to.equal('no-show');
  });

  it('keeps nothing that the page wants no queue for, whose owner nobody knows, or that was stopped', async () => {
    const none = open({ offlineQueue: false });
    const opaque = open({ getToken: () => 'no JSON Web Token' });
    const stopping = open();
    await stopping.getEnrollment(enrollment.id);
    await server.down();
    await expectRejection(none.cancelEnrollment(enrollment.id), 'unavailable');
    await expectRejection(opaque.cancelEnrollment(enrollment.id), 'unavailable');
    const signal = AbortSignal.abort();
    await expectRejection(stopping.cancelEnrollment(enrollment.id, { signal }), 'aborted');
    expect(await stopping.queue.items()).to.deep.equal([]);
    await expectRejection(stopping.getEnrollment(enrollment.id), 'unavailable');
  });

  /** A page in a frame, which can be reloaded. */
  async function openPage() {
    const frame = document.createElement('iframe');
    cleanUps.push(() => frame.remove());
    const said = (word: string) =>
      new Promise<string>((resolve) => {
        const listen = ({ data, source }: MessageEvent<unknown>) => {
          if (source !== frame.contentWindow || typeof data !== 'string' || data !== word) return;
          window.removeEventListener('message', listen);
          resolve(data);
        };
        window.addEventListener('message', listen);
      });
    const load = async () => {
      const ready = said('ready');
      frame.src = new URL('./queue-page.html', import.meta.url).pathname;
      if (!frame.isConnected) document.body.append(frame);
      await ready;
    };
    await load();
    return { send: (order: QueuePageOrder) => frame.contentWindow?.postMessage(order, '*'), said, reload: load };
  }
});
