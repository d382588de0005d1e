import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startAttackedServer, type AttackedServer } from '../../security/server/support/attacked-server.js';
import { pdf } from '../../security/server/support/records.js';

const run = promisify(execFile);
const README = new URL('../../../packages/server/README.md', import.meta.url);

let server: AttackedServer;
let directory: string;
beforeAll(async () => {
  server = await startAttackedServer();
  directory = await mkdtemp(join(tmpdir(), 'enrollkit-readme-'));
  await writeFile(join(directory, 'diploma.pdf'), pdf('diploma'));
});
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

/** The code of a chapter: commands for a shell, and scripts. */
async function codeOf(chapter: string): Promise<readonly string[]> {
  const [, text = ''] = (await readFile(README, 'utf8')).split(`\n## ${chapter}\n`);
  const [own = ''] = text.split('\n## ');
  return [...own.matchAll(/^ *```\w*\n([\s\S]*?)\n *```$/gm)].map(([, code = '']) => code);
}

it('the commands from a course to a certificate do what they say, and the script reads all of a list', async () => {
  const [commands = '', script = ''] = await codeOf('From a course to a certificate');
  const { key } = await server.key('provider', 'duinweg');
  const strict = commands.replaceAll('curl -sS', 'curl -sS --fail-with-body');
  // What was answered last, for the one that asks for its file.
  const [before = '', after = ''] = strict.split(/\n(?=.*-F file=)/);
  const [upload = '', ...rest] = after.split('\n');
  const whole = [
    before,
    `answer=$(${upload})`,
    `ID=$(echo "$answer" | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)`,
    ...rest,
  ];
  const file = rest.join('\n').replace('-o diploma.pdf', '-o back.pdf');
  await run('bash', ['-euo', 'pipefail', '-c', [...whole.slice(0, 3), file].join('\n')], {
    cwd: directory,
    env: { ...process.env, URL: server.url, KEY: key },
  });
  expect(await readFile(join(directory, 'back.pdf'))).toEqual(Buffer.from(pdf('diploma')));

  const reading = [
    `const [url, headers] = [${JSON.stringify(server.url)}, { Authorization: 'Bearer ${key}' }];`,
    'const work = (items) => console.log(JSON.stringify(items));',
    script,
  ];
  await writeFile(join(directory, 'read.mjs'), reading.join('\n'));
  const { stdout } = await run(process.execPath, ['read.mjs'], { cwd: directory });
  expect(JSON.parse(stdout)).toMatchObject([{ id: 'b-17', participation_status: 'completed' }]);
});
