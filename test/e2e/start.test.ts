// The first thing that anybody does: `npm start` in a fresh clone, in which nothing was built yet.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** What is made here, and no clone has. */
const MADE = new Set(['node_modules', 'dist', '.git', '.data', '.cache', 'storybook-static']);
const isPartOfClone = (path: string): boolean => !MADE.has(basename(path)) && !path.endsWith('.tsbuildinfo');

/** A clone after `npm ci`: its own packages, and those of others where they are. */
async function freshClone(): Promise<string> {
  const clone = await mkdtemp(join(tmpdir(), 'enrollkit-start-'));
  // Its database runs as another user where this one is root.
  await chmod(clone, 0o755);
  await cp(ROOT, clone, { recursive: true, filter: isPartOfClone });
  await mkdir(join(clone, 'node_modules/@enrollkit'), { recursive: true });
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    if (name !== '@enrollkit' && !name.startsWith('.cache'))
      await symlink(join(ROOT, 'node_modules', name), join(clone, 'node_modules', name));
  }
  for (const name of await readdir(join(ROOT, 'packages'))) {
    await symlink(join('../../packages', name), join(clone, 'node_modules/@enrollkit', name));
    const own = join(ROOT, 'packages', name, 'node_modules');
    await symlink(own, join(clone, relative(ROOT, own)));
  }
  return clone;
}

test('npm start shows a portal with its API in a clone where nothing was built', async () => {
  const clone = await freshClone();
  const portal = spawn(process.execPath, ['demo/tooling/start.js'], {
    cwd: clone,
    env: { ...process.env, PORT: '0', DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(portal, 'exit');
  const said: string[] = [];
  createInterface({ input: portal.stderr }).on('line', (line) => said.push(line));
  try {
    const url = await new Promise<string>((tell, fail) => {
      createInterface({ input: portal.stdout }).on('line', (line) => {
        said.push(line);
        const found = /Portal {2}(\S+)/.exec(line)?.[1];
        if (found) tell(found);
      });
      void ended.then(([code]) => fail(new Error(`It ended with ${code}:\n${said.join('\n')}`)));
    });
    expect(await (await fetch(url)).text()).toContain('<enrollkit-backend');
    await expect.poll(async () => (await fetch(new URL('api/healthz', url))).status).toBe(200);
    portal.kill('SIGTERM');
    expect(await ended, said.join('\n')).toEqual([0, null]);
  } finally {
    portal.kill('SIGKILL');
    await ended;
    await rm(clone, { recursive: true, force: true });
  }
});
