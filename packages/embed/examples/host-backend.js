// A host's own backend: an LMS that keeps completions in its own way and words, and knows better than the kit's rules what
// the status is. Needs nothing but the file with the elements before it. Here the LMS is a few records in memory.
const { EnrollkitError, setDefaultBackend } = globalThis.Enrollkit;

const STATUSES = [
  ['notstarted', 'enrolled'],
  ['inprogress', 'started'],
  ['complete', 'completed'],
  ['failed', 'did-not-pass'],
  ['absent', 'no-show'],
];
const statusOf = (state) => STATUSES.find(([ours]) => ours === state)?.[1] ?? 'unknown';
const stateOf = (status) => STATUSES.find(([, theirs]) => theirs === status)?.[0];

const learner = { id: 'u5', fullname: 'Noor el Khatib', mail: 'noor@example.nl' };
const completions = new Map([
  ['17', { id: '17', learner, course: 'bhv', begins: '2026-08-24', state: 'inprogress', revision: 1, log: [] }],
]);
const listeners = new Set();

/** A record of the LMS as the elements read it. */
function toEnrollment({ id, learner, course, begins, state, revision, log }) {
  return {
    id,
    productId: course,
    participant: { name: learner.fullname, email: learner.mail, externalId: learner.id },
    startDate: begins,
    status: statusOf(state),
    history: log,
    version: revision,
    // What this visitor may do: without it elements offer everything, and hear a refusal.
    allowed: ['enrollment.change-status'],
  };
}

function find(id) {
  const completion = completions.get(id);
  if (!completion) throw new EnrollkitError('not-found', `No completion ${id}`);
  return completion;
}

/** Every write goes through here, and is announced: whoever has `subscribe` tells of all changes, its own too. */
function write(id, state, cause) {
  const before = find(id);
  const change = { from: statusOf(before.state), to: statusOf(state), at: new Date().toISOString(), cause };
  completions.set(id, { ...before, state, revision: before.revision + 1, log: [...before.log, change] });
  for (const listener of listeners) listener({ kind: 'enrollment', id });
  return toEnrollment(find(id));
}

setDefaultBackend({
  // The status of the LMS holds; nothing becomes "started" because a date has passed.
  rules: 'host',
  getEnrollment: async (id) => toEnrollment(find(id)),
  async changeStatus(id, to, { expectedVersion } = {}) {
    const current = toEnrollment(find(id));
    if (expectedVersion !== undefined && expectedVersion !== current.version) {
      throw new EnrollkitError('conflict', 'Changed meanwhile', { current });
    }
    const state = stateOf(to);
    if (!state) throw new EnrollkitError('invalid', `The LMS has no ${to}`);
    return write(id, state, { kind: 'manual', by: 'u9', name: 'Kim de Vries' });
  },
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
});

/** The LMS itself sees that a course was completed: a cause of its own, told by its name. */
globalThis.courseCompleted = (id) => write(id, 'complete', { kind: 'host', name: 'Moodle', detail: 'cursus voltooid' });
