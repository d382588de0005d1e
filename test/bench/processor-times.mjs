import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * How long a server and the embedded database of a data folder have worked so far, in milliseconds, with what their processes
 * did that ended. Default: this process.
 */
export async function processorTimes(dataDir, server = process.pid) {
  const main = await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8');
  const postmaster = Number(main.split('\n')[0]);
  const stats = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(statOf));
  const sum = (isMeant) => stats.filter((stat) => stat && isMeant(stat)).reduce((ms, stat) => ms + stat.ms, 0);
  return {
    server: sum((stat) => stat.pid === server),
    database: sum((stat) => stat.pid === postmaster || stat.parent === postmaster),
  };
}

async function statOf(name) {
  // It may have ended meanwhile.
  const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
  if (!stat) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // With those of children that ended, which a new connection's process is.
  const ticks = fields.slice(11, 15).reduce((all, each) => all + Number(each), 0);
  return { pid: Number(name), parent: Number(fields[1]), ms: ticks * 10 };
}
