// People at work, each doing one thing after the other and trying again until it is acknowledged, as the offline queue of the
// elements does; and what they were told, to be looked up afterwards.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** How long one try may take, and how soon the next begins. */
const TRY_MS = 10_000;
const AGAIN_MS = 200;

export function startLoad({ url, key, people, streams }) {
  const told = { bookings: new Map(), certificates: new Map() };
  const tries = { acknowledged: 0, refused: 0 };
  const latencies = [];
  /** When something was acknowledged, by anybody. */
  const acknowledgedAt = [];
  const faults = [];
  const heard = streams.map(() => ({ events: 0, opened: 0, lastAt: 0 }));
  const stopping = new AbortController();

  async function ask(method, path, body, idempotencyKey) {
    const startedAt = performance.now();
    for (;;) {
      const answer = await fetch(url + path, {
        method,
        headers: {
          Authorization: `Bearer ${key}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': idempotencyKey,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TRY_MS),
      }).catch(() => undefined);
      const read = await answer?.json().catch(() => undefined);
      if (answer?.ok && read) {
        tries.acknowledged += 1;
        latencies.push(performance.now() - startedAt);
        acknowledgedAt.push(performance.now());
        return read;
      }
      if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 408 && answer.status !== 409) {
        faults.push(`${method} ${path}: ${answer.status} ${JSON.stringify(read)}`);
        return undefined;
      }
      tries.refused += 1;
      await pause(AGAIN_MS);
    }
  }

  async function person(number) {
    for (let count = 0; !stopping.signal.aborted; count += 1) {
      const id = `p${number}-${count}`;
      const participant = { name: 'Jan', email: `${id}@example.nl` };
      const booked = await ask('POST', '/bookings', { id, product_id: 'course', participant }, randomUUID());
      if (!booked) continue;
      told.bookings.set(id, []);
      for (const status of ['no-show', 'started']) {
        const changed = await ask('PATCH', `/bookings/${id}`, { participation_status: status }, randomUUID());
        if (changed) told.bookings.get(id).push(status);
      }
      if (count % 3 !== 0) continue;
      const file = Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        randomBytes(20_000),
        Buffer.from('\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n'),
      ]);
      const form = {
        booking_id: id,
        certification_id: 'foundation',
        valid_from: '2026-09-12',
        file: file.toString('base64'),
      };
      const stored = await ask('POST', '/certificates', form, randomUUID());
      if (stored) told.certificates.set(stored.id, createHash('sha256').update(file).digest('hex'));
    }
  }

  async function listen(number) {
    while (!stopping.signal.aborted) {
      try {
        const answer = await fetch(`${url}/events`, {
          headers: { Authorization: `Bearer ${key}` },
          signal: stopping.signal,
        });
        if (answer.ok) heard[number].opened += 1;
        for await (const piece of answer.body) {
          heard[number].events += Buffer.from(piece).toString().split('\nid:').length;
          heard[number].lastAt = performance.now();
        }
      } catch {
        // It comes back, as EventSource does.
      }
      await pause(AGAIN_MS);
    }
  }

  const work = Promise.all(Array.from({ length: people }, (_, number) => person(number)));
  const listening = streams.map((_, number) => listen(number));
  return {
    told,
    tries,
    latencies,
    acknowledgedAt,
    faults,
    heard,
    async stop() {
      stopping.abort();
      await work;
      await Promise.all(listening);
    },
  };
}

/** The longest time in which nobody was told anything, between two moments. In seconds. */
export function longestGap(acknowledgedAt, from, to) {
  const within = [from, ...acknowledgedAt.filter((at) => at > from && at < to), to];
  return within.slice(1).reduce((longest, at, index) => Math.max(longest, at - within[index]), 0) / 1000;
}

export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
