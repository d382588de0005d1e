// Has Angular's compiler look at src/wrong.ts: every line that says it is wrong must be refused, and no other.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const { stdout, stderr } = spawnSync('ngc', ['-p', 'tsconfig.wrong.json', '--noEmit'], { encoding: 'utf8' });
const said = stripVTControlCharacters(`${stdout}${stderr}`);
const refused = [...said.matchAll(/^src\/wrong\.ts:(\d+):/gm)].map(([, line]) => Number(line));
const lines = readFileSync('src/wrong.ts', 'utf8').split('\n');
const faults = lines.filter((text, at) => text.includes('<!-- Wrong') !== refused.includes(at + 1));
if (faults.length > 0 || refused.length === 0) {
  console.error(`Refused though right, or not refused though wrong:\n${faults.join('\n')}\n${said}`);
  process.exitCode = 1;
}
