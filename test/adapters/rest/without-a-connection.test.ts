import type { RestBackend } from '@enrollkit/adapters/rest';
import type { Certificate, Certification, Enrollment } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { expectRejection } from '../../contract/assertions.js';
import { draftFor, newEnrollment, newProduct } from '../../contract/records.js';
import { PROVIDER } from '../../contract/world.js';
import { FaultyWorld, ServerWorld } from '../../support/rest-world.js';
import { waitUntil } from '../../support/wait-until.js';

describe('Many certificates while the server is away', () => {
  let server: ServerWorld;
  let database: string;
  const backends: RestBackend[] = [];

  beforeEach(async () => {
    server = await ServerWorld.make();
    database = `queue-${crypto.randomUUID()}`;
  });

  afterEach(async () => {
    for (const backend of backends.splice(0)) backend.close();
    await server.dispose();
    indexedDB.deleteDatabase(database);
  });

  function open(baseUrl = server.baseUrl): RestBackend {
    const backend = server.open(PROVIDER, {
      baseUrl,
      retries: 3,
      retryDelayMs: 5,
      timeoutMs: 600_000,
      offlineQueue: { database },
    });
    backends.push(backend);
    return backend;
  }

  it('are kept after the first has tried, and a change of status still tries', async () => {
    const away = { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>502 Bad Gateway' };
    // Whoever asks after these four is never answered.
    const gateway = await FaultyWorld.make(away, away, away, away, { hang: true });
    const backend = open(gateway.url);
    const upload = (id: string) =>
      expectRejection(
        backend.uploadCertificate(draftFor({ id } as Enrollment, { id: 'c1' } as Certification)),
        'queued',
      );
    await upload('e0');
    backend.changeStatus('e20', 'no-show').catch(() => undefined);
    await waitUntil(async () => (await gateway.requests()).some(({ url }) => url.includes('e20')), 'it is tried');
    await Promise.all(Array.from({ length: 9 }, (_, at) => upload(`e${at + 1}`)));
    expect(await backend.queue.items()).to.have.length(10);
    await gateway.close();
  });

  it('go straight to a server that has answered since', async () => {
    const setUp = server.open(PROVIDER, { offlineQueue: false });
    backends.push(setUp);
    const certification = await setUp.createCertification({ name: 'ITIL', requiresValidUntil: false });
    await setUp.putProduct(newProduct('itil'));
    await setUp.linkCertifications('itil', [certification.id]);
    const [one, other] = await Promise.all(
      [1, 2].map(() => setUp.createEnrollment({ ...newEnrollment(), productId: 'itil' })),
    );
    const backend = open();
    await backend.getEnrollment(one!.id);
    await server.down();
    const { sent } = await expectRejection(backend.uploadCertificate(draftFor(one!, certification, 'one')), 'queued');
    await server.up();
    await backend.getEnrollment(other!.id);
    const stored = await backend.uploadCertificate(draftFor(other!, certification, 'other'));
    expect(stored.enrollmentId).to.equal(other!.id);
    expect(((await sent) as Certificate).enrollmentId).to.equal(one!.id);
  });
});
