// A whole cluster on this machine, each part a process of its own on a port of its own: etcd, two PostgreSQL with Patroni
// (synchronous, so that what is acknowledged is on both), HAProxy before the primary and before three servers, and a store
// that speaks S3.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import S3rver from 's3rver';
import { freePort } from '../support/free-port.js';

const NODES = ['a', 'b'];
const SERVERS = [1, 2, 3];
const PASSWORD = 'only-here';

/** @param {{ root: string, program: string, mountNode?: (name: string, folder: string) => Promise<void> }} options */
export async function startCluster({ root, program, mountNode = async () => undefined }) {
  const log = await open(join(root, 'cluster.log'), 'a');
  const user = postgresUser();
  const children = new Map();
  await chmod(root, 0o755);

  /** Runs a program in a group of its own, so that all that it starts can be stopped with it. */
  function run(name, file, args, { asPostgres = false, env = {} } = {}) {
    const ids = asPostgres ? user : {};
    const child = spawn(file, args, {
      detached: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C', ...env },
      stdio: ['ignore', log.fd, log.fd],
      ...ids,
    });
    children.set(name, child);
    return child;
  }
  const group = (name) => -children.get(name).pid;
  const signal = (pid, name) => {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended by itself.
    }
  };

  const ports = {};
  for (const name of [
    'etcd',
    'peer',
    'database',
    'api',
    ...NODES.flatMap((n) => [`pg-${n}`, `rest-${n}`]),
    ...SERVERS.map((n) => `server-${n}`),
  ])
    ports[name] = await freePort();
  const at = (name) => `127.0.0.1:${ports[name]}`;

  run('etcd', '/usr/bin/etcd', [
    ...['--name', 'only', '--data-dir', join(root, 'etcd'), '--enable-v2=true'],
    ...['--listen-client-urls', `http://${at('etcd')}`, '--advertise-client-urls', `http://${at('etcd')}`],
    ...['--listen-peer-urls', `http://${at('peer')}`, '--initial-advertise-peer-urls', `http://${at('peer')}`],
    ...['--initial-cluster', `only=http://${at('peer')}`],
  ]);
  await until('etcd', () => isOk(`http://${at('etcd')}/health`));

  for (const name of NODES) {
    const folder = join(root, `node-${name}`);
    await mkdir(folder);
    await mountNode(name, folder);
    await chown(folder, user.uid, user.gid);
    await writeFile(join(root, `${name}.json`), JSON.stringify(patroniSettings(name, folder, at), null, 2));
  }
  const startNode = (name) =>
    run(`node-${name}`, '/usr/bin/python3', ['/usr/bin/patroni', join(root, `${name}.json`)], { asPostgres: true });
  const isPrimary = (name) => isOk(`http://${at(`rest-${name}`)}/primary`);
  const isSynchronous = (name) => isOk(`http://${at(`rest-${name}`)}/synchronous`);
  startNode('a');
  await until('the first primary', () => isPrimary('a'));
  startNode('b');
  await until('its copy', () => isSynchronous('b'));

  await writeFile(join(root, 'haproxy.cfg'), haproxySettings(at));
  run('haproxy', '/usr/sbin/haproxy', ['-db', '-f', join(root, 'haproxy.cfg')]);
  const store = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(root, 'buckets'),
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  const { port: storePort } = await store.run();

  const databaseUrl = `postgres://postgres:${PASSWORD}@${at('database')}/postgres`;
  const startServer = async (number) => {
    const dataDir = join(root, `server-${number}`);
    await mkdir(dataDir, { recursive: true });
    run(`server-${number}`, process.execPath, [program], {
      env: {
        PORT: String(ports[`server-${number}`]),
        DATABASE_URL: databaseUrl,
        ENROLLKIT_DATA_DIR: dataDir,
        ENROLLKIT_S3_BUCKET: 'files',
        ENROLLKIT_S3_ENDPOINT: `http://127.0.0.1:${storePort}`,
        ENROLLKIT_S3_ACCESS_KEY_ID: 'S3RVER',
        ENROLLKIT_S3_SECRET_ACCESS_KEY: 'S3RVER',
        ENROLLKIT_S3_PATH_STYLE: 'yes',
        ENROLLKIT_RATE_LIMIT_PER_MINUTE: '1000000',
        ENROLLKIT_PROVIDER_RATE_LIMIT_PER_MINUTE: '1000000',
        ENROLLKIT_JOB_INTERVAL_SECONDS: '1',
        ENROLLKIT_LOG_LEVEL: 'warn',
      },
    });
  };
  for (const number of SERVERS) await startServer(number);
  for (const number of SERVERS) await until(`server ${number}`, () => isOk(`http://${at(`server-${number}`)}/healthz`));
  await until('the balancer', () => isOk(`http://${at('api')}/healthz`));

  return {
    url: `http://${at('api')}`,
    databaseUrl,
    startServer,
    startNode,
    isOk: (number) => isOk(`http://${at(`server-${number}`)}/healthz`),
    /** The node that accepts writes. */
    async primary() {
      for (;;) {
        for (const name of NODES) if (await isPrimary(name)) return name;
        await pause(200);
      }
    },
    other: (name) => NODES.find((each) => each !== name),
    isSynchronous,
    /** All processes of a part. PostgreSQL puts its own into groups of their own. */
    async signal(name, what) {
      const node = /^node-(.)$/.exec(name)?.[1];
      if (node) for (const pid of await postgresOf(join(root, `node-${node}`))) signal(pid, what);
      signal(group(name), what);
    },
    until,
    async stop() {
      for (const name of [...children.keys()].reverse()) {
        if (name.startsWith('node-')) for (const pid of await postgresOf(join(root, name))) signal(pid, 'SIGKILL');
        signal(group(name), 'SIGKILL');
      }
      await store.close();
      await log.close();
    },
  };
}

/** Waits for a state, and says what for when it never comes. */
export async function until(what, isThere, seconds = 180) {
  const deadline = performance.now() + seconds * 1000;
  while (!(await isThere())) {
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s for ${what}`);
    await pause(200);
  }
}

async function isOk(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** Every process whose command line or parent says that it is this cluster's. */
async function postgresOf(folder) {
  const data = join(folder, 'data');
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return [];
  const found = [pid];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid) found.push(Number(name));
  }
  return found;
}

function patroniSettings(name, folder, at) {
  const [host, port] = at(`pg-${name}`).split(':');
  return {
    scope: 'enrollkit',
    name,
    restapi: { listen: at(`rest-${name}`), connect_address: at(`rest-${name}`) },
    etcd: { host: at('etcd') },
    bootstrap: {
      dcs: {
        // As short as Patroni allows: how long an outage is follows from it.
        ttl: 20,
        loop_wait: 2,
        retry_timeout: 4,
        synchronous_mode: true,
        postgresql: {
          use_pg_rewind: true,
          parameters: { wal_log_hints: 'on', max_connections: 200, wal_keep_size: '256MB', shared_buffers: '64MB' },
        },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C' }, 'data-checksums'],
      pg_hba: ['host replication all 127.0.0.1/32 scram-sha-256', 'host all all 127.0.0.1/32 scram-sha-256'],
    },
    postgresql: {
      listen: `${host}:${port}`,
      connect_address: `${host}:${port}`,
      data_dir: join(folder, 'data'),
      bin_dir: newestPostgres(),
      authentication: {
        superuser: { username: 'postgres', password: PASSWORD },
        replication: { username: 'replicator', password: PASSWORD },
        rewind: { username: 'postgres', password: PASSWORD },
      },
      parameters: { unix_socket_directories: folder },
      pgpass: join(folder, 'pgpass'),
    },
  };
}

function haproxySettings(at) {
  const nodes = NODES.map(
    (name) => `  server ${name} ${at(`pg-${name}`)} check port ${at(`rest-${name}`).split(':')[1]}`,
  );
  const servers = SERVERS.map((number) => `  server s${number} ${at(`server-${number}`)} check`);
  return `global
  maxconn 2000
defaults
  timeout connect 2s
  timeout client 1h
  timeout server 1h
  timeout check 2s
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
listen database
  mode tcp
  bind ${at('database')}
  option httpchk OPTIONS /primary
  http-check expect status 200
${nodes.join('\n')}
listen api
  mode http
  bind ${at('api')}
  balance roundrobin
  option redispatch
  option httpchk GET /healthz
${servers.join('\n')}
`;
}

function newestPostgres() {
  const root = '/usr/lib/postgresql';
  const [newest] = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return join(root, newest, 'bin');
}

function postgresUser() {
  if (process.getuid() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'));
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid, gid };
}
