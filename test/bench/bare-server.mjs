// What the server of the kit is measured beside: the same framework and driver doing the same statements, and nothing
// else. No rules, no access, no audit of reads, no idempotency, no checks of what comes in.
import { randomUUID, createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';

const { DATABASE_URL, DATA_DIR } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20, options: '-c enable_seqscan=off' });
const folder = join(DATA_DIR, 'bare');
await mkdir(folder, { recursive: true });
const app = new Hono();

/** What an answer is made of. */
const COLUMNS = `id, product_id, participant_name, participant_email, start_date, end_date, status, booking_state, accepted_at,
  certificate_uploaded_at, created_at, updated_at, version`;
const HISTORY = `(select coalesce(json_agg(c order by position), '[]') from status_changes c
  where c.provider_id = e.provider_id and c.enrollment_id = e.id) as history`;

app.get('/bookings', async (c) => {
  const [rows, total] = await Promise.all([
    pool.query(`select ${COLUMNS}, ${HISTORY} from enrollments e where provider_id = $1 order by id limit 50`, [
      'school',
    ]),
    pool.query('select count(*)::int as total from enrollments where provider_id = $1', ['school']),
  ]);
  return c.json({ items: rows.rows, ...total.rows[0] });
});

app.patch('/bookings/:id', async (c) => {
  const { participation_status: status } = await c.req.json();
  const key = ['school', c.req.param('id')];
  const row = await transaction(async (client) => {
    const read = `select e.*, ${HISTORY} from enrollments e where provider_id = $1 and id = $2`;
    const { rows } = await client.query(read, key);
    const [{ history, status: before }] = rows;
    await client.query(
      `insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, actor_id)
       values ($1, $2, $3, $4, $5, now(), 'bare')`,
      [...key, history.length, before, status],
    );
    await audit(client, key, 'enrollment.change-status', 'enrollment');
    const update = `update enrollments set status = $3, version = version + 1, updated_at = now()
      where provider_id = $1 and id = $2 returning *`;
    return (await client.query(update, [...key, status])).rows[0];
  });
  return c.json(row);
});

app.post('/certificates', async (c) => {
  const { booking_id, certification_id, valid_from, file, file_name } = await c.req.json();
  const bytes = Buffer.from(file, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const handle = await open(join(folder, randomUUID()), 'wx');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  const inFolder = await open(folder);
  await inFolder.sync();
  await inFolder.close();
  const id = randomUUID();
  await transaction(async (client) => {
    const key = ['school', booking_id];
    await client.query('insert into files (sha256, size_bytes) values ($1, $2) on conflict do nothing', [
      sha256,
      bytes.length,
    ]);
    await client.query(
      `insert into certificates (provider_id, id, enrollment_id, certification_id, owner_email, email, file_name,
         media_type, size_bytes, sha256, valid_from, uploaded_by, created_at, version)
       values ($1, $2, $3, $4, 'a@b.nl', 'a@b.nl', $5, 'application/pdf', $6, $7, $8, 'bare', now(), 1)`,
      ['school', id, booking_id, certification_id, file_name, bytes.length, sha256, valid_from],
    );
    await client.query(
      `update enrollments set status = 'completed', version = version + 1, certificate_uploaded_at = now(),
         updated_at = now() where provider_id = $1 and id = $2`,
      key,
    );
    await client.query(
      `insert into status_changes (provider_id, enrollment_id, position, from_status, to_status, at, actor_id)
       select provider_id, enrollment_id, max(position) + 1, 'started', 'completed', now(), 'bare' from status_changes
       where provider_id = $1 and enrollment_id = $2 group by 1, 2`,
      key,
    );
    await audit(client, key, 'enrollment.change-status', 'enrollment');
    await audit(client, key, 'certificate.upload', 'certificate');
  });
  return c.json({ id, sha256 }, 201);
});

function audit(client, [provider, id], action, kind) {
  return client.query(
    `insert into audit_entries (at, provider_id, actor_id, actor_role, action, kind, record_id, enrollment_id)
     values (now(), $1, 'bare', 'provider', $3, $4, $2, $2)`,
    [provider, id, action, kind],
  );
}

async function transaction(work) {
  for (;;) {
    const client = await pool.connect();
    try {
      await client.query('begin isolation level serializable');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      if (error.code !== '40001') throw error;
    } finally {
      client.release();
    }
  }
}

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(JSON.stringify({ msg: 'listening', url: `http://127.0.0.1:${port}` }));
});
