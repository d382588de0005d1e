import { createBackend, EnrollkitError, type Backend, type Change, type Enrollment } from '@enrollkit/core';
import { openIndexedDbBackend, openIndexedDbStore, type IndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { expect } from '@open-wc/testing';
import { expectRejection } from '../../contract/assertions.js';
import { draftFor, newEnrollment, newProduct, pdf } from '../../contract/records.js';
import { countRows, deleteDatabase } from './raw-database.js';
import { freshName } from './worlds.js';

describe('The IndexedDB backend', () => {
  let database: string;
  const opened: { close(): void }[] = [];

  beforeEach(() => {
    database = freshName();
  });

  afterEach(async () => {
    for (const connection of opened.splice(0)) connection.close();
    await deleteDatabase(database);
  });

  function open(): IndexedDbBackend {
    const backend = openIndexedDbBackend({ database, ids: counter() });
    opened.push(backend);
    return backend;
  }

  it('is there at once, and works without any option but a name', async () => {
    const backend = openIndexedDbBackend({ database });
    opened.push(backend);
    const { id } = await backend.createEnrollment(newEnrollment());
    expect((await backend.getEnrollment(id)).participant.name).to.equal('Jan Jansen');
  });

  it('makes ids that sort by the moment they were made', async () => {
    let now = Date.parse('2026-08-20T10:00:00Z');
    const backend = openIndexedDbBackend({ database, clock: () => new Date((now += 1)).toISOString() });
    opened.push(backend);
    const ids: string[] = [];
    for (let count = 0; count < 10; count += 1) ids.push((await backend.createEnrollment(newEnrollment())).id);
    expect((await backend.listEnrollments()).items.map(({ id }) => id)).to.deep.equal(ids);
    for (const id of ids) expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('shows a second tab what the first one changed, and tells it', async () => {
    const [first, second] = [open(), open()];
    const { id } = await first.createEnrollment(newEnrollment());
    const heard = nextChange(second);
    await first.changeStatus(id, 'no-show');
    expect(await heard).to.deep.equal({ kind: 'enrollment', id });
    expect((await second.getEnrollment(id)).status).to.equal('no-show');
  });

  it('lets one of two tabs win and shows the other its record', async () => {
    const [first, second] = [open(), open()];
    const { id } = await first.createEnrollment(newEnrollment());
    const outcomes = await Promise.allSettled([
      first.changeStatus(id, 'no-show', { expectedVersion: 1 }),
      second.changeStatus(id, 'completed', { expectedVersion: 1 }),
    ]);
    const winner = outcomes.find((outcome) => outcome.status === 'fulfilled')?.value;
    const refusal = outcomes.find((outcome) => outcome.status === 'rejected')?.reason as EnrollkitError;
    expect(refusal.code).to.equal('conflict');
    expect((refusal.current as Enrollment).status).to.equal(winner?.status);
  });

  it('tells the other listeners when one of them throws', async () => {
    const backend = open();
    const reported = nextReportedError();
    const fault = new Error('a listener’s own fault');
    backend.subscribe(() => {
      throw fault;
    });
    const heard = nextChange(backend);
    const { id } = await backend.createEnrollment(newEnrollment());
    expect((await heard).id).to.equal(id);
    expect(await reported).to.equal(fault);
  });

  it('starts anew when its database is deleted meanwhile', async () => {
    const backend = open();
    await backend.createEnrollment(newEnrollment());
    await deleteDatabase(database);
    expect((await backend.listEnrollments()).total).to.equal(0);
    const { id } = await backend.createEnrollment(newEnrollment());
    expect((await backend.listEnrollments()).items.map((row) => row.id)).to.deep.equal([id]);
  });

  it('opens anew when its connection broke, and does once what was to be done', async () => {
    const backend = open();
    const { id } = await backend.createEnrollment(newEnrollment());
    const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'get')!;
    let isBroken = true;
    // As WebKit answers when the process behind its databases has ended.
    IDBObjectStore.prototype.get = function (this: IDBObjectStore, query: IDBValidKey) {
      if (isBroken) {
        isBroken = false;
        throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      }
      return (real.value as IDBObjectStore['get']).call(this, query);
    };
    try {
      expect((await backend.getEnrollment(id)).version).to.equal(1);
      isBroken = true;
      expect((await backend.changeStatus(id, 'no-show')).version).to.equal(2);
      expect((await backend.getEnrollment(id)).history.filter(({ to }) => to === 'no-show')).to.have.length(1);
    } finally {
      Object.defineProperty(IDBObjectStore.prototype, 'get', real);
    }
  });

  it('rejects every call after it was closed', async () => {
    const backend = open();
    await backend.createEnrollment(newEnrollment());
    backend.close();
    await expectRejection(backend.listEnrollments(), 'storage-unavailable');
  });

  it('says storage-full when the browser’s quota is used up, and keeps neither row nor file', async () => {
    const backend = open();
    const draft = await courseDraft(backend);
    const restore = failOn('files', 'QuotaExceededError');
    try {
      const refused = await expectRejection(backend.uploadCertificate(draft), 'storage-full');
      expect((refused.cause as DOMException).name).to.equal('QuotaExceededError');
    } finally {
      restore();
    }
    expect((await backend.listCertificates()).total).to.equal(0);
    expect((await backend.getEnrollment(draft.enrollmentId)).version).to.equal(1);
    const certificate = await backend.uploadCertificate(draft);
    expect((await backend.openCertificateFile(certificate.id)).size).to.equal(draft.file.size);
  });

  it('keeps neither row nor file when writing fails after the file was put', async () => {
    const backend = open();
    const draft = await courseDraft(backend);
    const restore = failOn('enrollments', 'UnknownError');
    try {
      await expectRejection(backend.uploadCertificate(draft), 'internal');
    } finally {
      restore();
    }
    expect((await backend.listCertificates()).total).to.equal(0);
    expect(await countRows(database, 'files')).to.equal(0);
  });

  it('says storage-unavailable when the browser gives no storage', async () => {
    const restore = replaceMethod(IDBFactory.prototype, 'open', () => () => {
      throw new DOMException('The user denied permission', 'SecurityError');
    });
    try {
      const refused = await expectRejection(open().listEnrollments(), 'storage-unavailable');
      expect((refused.cause as DOMException).name).to.equal('SecurityError');
    } finally {
      restore();
    }
  });

  it('says that a file can no longer be read', async () => {
    const backend = open();
    const draft = await courseDraft(backend);
    const whole = draft.file;
    // As a file that shrinks on disk after its head was looked at.
    const file = {
      name: 'a.pdf',
      size: whole.size,
      type: whole.type,
      slice: (start?: number, end?: number) => (end === whole.size ? new Blob() : whole.slice(start, end)),
      arrayBuffer: () => whole.arrayBuffer(),
    };
    const refused = await expectRejection(backend.uploadCertificate({ ...draft, file }), 'invalid');
    expect(refused.issues.map(({ code }) => code)).to.deep.equal(['file-unreadable']);
  });

  it('keeps a file of forty megabytes as it is', async () => {
    const backend = open();
    const draft = { ...(await courseDraft(backend)), file: pdf('x'.repeat(40_000_000)) };
    const certificate = await backend.uploadCertificate(draft);
    const opened = await backend.openCertificateFile(certificate.id);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await opened.arrayBuffer()));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(sha256).to.equal(certificate.file.sha256);
  });

  it('finds rows of one status among thousands by its index', async () => {
    const { store, files, close } = openIndexedDbStore({ name: database });
    opened.push({ close });
    const actor = { id: 'p', role: 'provider' } as const;
    const clock = () => '2026-08-20T10:00:00.000Z';
    const backend = createBackend({ store, files, actor, clock, ids: counter() });
    const { id: _, ...template } = await backend.createEnrollment(newEnrollment());
    const intent = { useCase: 'createEnrollment', actor, at: clock() } as const;
    await store.write(intent, async ({ enrollments }) => {
      for (let count = 0; count < 3000; count += 1) {
        const status = count % 100 === 0 ? 'no-show' : 'enrolled';
        await enrollments.put(
          { ...template, id: `bulk-${String(count).padStart(5, '0')}`, status },
          'enrollment.create',
        );
      }
    });
    let rowsRead = 0;
    const restore = replaceMethod(
      IDBObjectStore.prototype,
      'get',
      (original) =>
        function get(...args) {
          rowsRead += 1;
          return original.apply(this, args);
        },
    );
    try {
      const { items, total } = await backend.listEnrollments({ status: 'no-show', size: 10, offset: 20 });
      expect([items.length, total, items[0]?.id]).to.deep.equal([10, 30, 'bulk-02000']);
      expect(rowsRead).to.equal(10);
    } finally {
      restore();
    }
  });
});

function counter(): () => string {
  let count = 0;
  const own = crypto.randomUUID();
  return () => `${own}-${String((count += 1)).padStart(6, '0')}`;
}

async function courseDraft(backend: Backend) {
  const { id } = await backend.createCertification({ name: 'ITIL', requiresValidUntil: false });
  await backend.putProduct(newProduct('itil'));
  await backend.linkCertifications('itil', [id]);
  const enrollment = await backend.createEnrollment({ ...newEnrollment(), productId: 'itil' });
  return draftFor(enrollment, { id, name: 'ITIL', requiresValidUntil: false, verified: false, version: 1 });
}

function nextChange(backend: Backend): Promise<Change> {
  return new Promise((resolve) => {
    const stop = backend.subscribe((change) => {
      stop();
      resolve(change);
    });
  });
}

/** What the page would be told; the test runner would take it for a failure of its own. */
function nextReportedError(): Promise<unknown> {
  const original = globalThis.reportError;
  return new Promise((resolve) => {
    globalThis.reportError = (error) => {
      globalThis.reportError = original;
      resolve(error);
    };
  });
}

/** Makes the browser itself refuse to write to one object store. */
function failOn(store: string, name: string): () => void {
  return replaceMethod(
    IDBObjectStore.prototype,
    'put',
    (original) =>
      function put(...args) {
        if ((this as IDBObjectStore).name === store) throw new DOMException('Refused for the test', name);
        return original.apply(this, args);
      },
  );
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Puts something between the kit and the browser, until the answer is called. */
function replaceMethod(prototype: object, name: string, replace: (original: Method) => Method): () => void {
  const original = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, replace(original));
  return () => void Reflect.set(prototype, name, original);
}
