import type { RestBackend } from '@enrollkit/adapters/rest';
import type { Actor, Change } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { expectRejection } from '../../contract/assertions.js';
import { draftFor, newEnrollment, newProduct, pdf } from '../../contract/records.js';
import { PROVIDER } from '../../contract/world.js';
import { ServerWorld } from '../../support/rest-world.js';
import { waitUntil } from '../../support/wait-until.js';

const STAFF: Actor = { id: 's1', role: 'platform-staff' };

describe('A REST backend on a running server', () => {
  let server: ServerWorld;
  const backends: RestBackend[] = [];

  beforeEach(async () => {
    server = await ServerWorld.make();
  });

  afterEach(async () => {
    for (const backend of backends.splice(0)) backend.close();
    await server.dispose();
  });

  function open(actor = PROVIDER, options: Parameters<ServerWorld['open']>[1] = {}): RestBackend {
    const backend = server.open(actor, { offlineQueue: false, ...options });
    backends.push(backend);
    return backend;
  }

  async function course(backend: RestBackend, name = 'ITIL') {
    const certification = await backend.createCertification({ name, requiresValidUntil: false });
    await backend.putProduct(newProduct('itil'));
    await backend.linkCertifications('itil', [certification.id]);
    const enrollment = await backend.createEnrollment({ ...newEnrollment(), productId: 'itil' });
    return { certification, enrollment };
  }

  it('reads certificates from XML just as from JSON', async () => {
    const json = open();
    const xml = open(PROVIDER, { format: 'xml' });
    expect(await xml.listCertificates()).to.deep.equal({ items: [], total: 0 });
    const { enrollment, certification } = await course(json, 'R&D <"quoted"> \u{1f393} é');
    const upload = (content: string, name: string) =>
      xml.uploadCertificate({ ...draftFor(enrollment, certification), file: pdf(content, name) });
    const first = await upload('one', '007 & co.pdf');
    expect(await xml.getCertificate(first.id)).to.deep.equal(first);
    expect(await xml.listCertificates()).to.deep.equal({ items: [first], total: 1 });
    await upload('two', 'two.pdf');
    expect(await xml.listCertificates({ size: 1 })).to.deep.equal(await json.listCertificates({ size: 1 }));
    expect(await xml.listCertificates()).to.deep.equal(await json.listCertificates());
    await expectRejection(xml.getCertificate('nobody'), 'not-found');
  });

  it('hears what others change, again after the server was away, and of what it missed meanwhile', async () => {
    const ours = open();
    const theirs = open();
    const { enrollment } = await course(ours);
    const told: Change[] = [];
    ours.subscribe((change) => told.push(change));
    const hears = async (act: () => Promise<unknown>) => {
      await act();
      await waitUntil(() => told.some(({ id }) => id === enrollment.id), 'the change is heard');
      told.length = 0;
    };
    await ours.getEnrollment(enrollment.id);
    await hears(() => theirs.changeStatus(enrollment.id, 'no-show'));
    await server.down();
    await hears(() => server.up());
    await waitUntil(async () => (await server.requests()).filter((each) => each === 'GET /api/events').length > 1);
    await hears(() => theirs.changeStatus(enrollment.id, 'completed'));
  });

  it('asks for events once for all listeners, and not at all without', async () => {
    const backend = open();
    const streams = async () => (await server.requests()).filter((each) => each === 'GET /api/events').length;
    await backend.listProducts();
    expect(await streams()).to.equal(0);
    const stops = [backend.subscribe(() => undefined), backend.subscribe(() => undefined)];
    await waitUntil(async () => (await streams()) === 1);
    for (const stop of stops) stop();
    await backend.listProducts();
    expect(await streams()).to.equal(1);
  });

  it('gives others only what they may see', async () => {
    const provider = open();
    const { enrollment, certification } = await course(provider);
    const { id } = await provider.uploadCertificate(draftFor(enrollment, certification));
    const jan = open({ id: 'u1', role: 'participant', email: 'jan@example.nl' });
    await expectRejection(jan.openCertificateFile(id), 'not-found');
    await expectRejection(jan.changeStatus(enrollment.id, 'completed'), 'forbidden');
    await open(STAFF).verifyCertification(certification.id);
    expect((await jan.openCertificateFile(id)).type).to.equal('application/pdf');
  });
});
