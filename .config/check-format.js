// What Prettier would write otherwise. It takes half a minute of processor time for all files, and oxfmt, which writes nearly
// the same, one second: so only those that oxfmt would change are shown to Prettier, which has the last word.
// Arguments: files and folders, default all.
import { spawnSync } from 'node:child_process';

const paths = process.argv.slice(2);
const quick = spawnSync('oxfmt', ['--config', '.prettierrc.json', '--list-different', ...paths], { encoding: 'utf8' });
const doubtful = (quick.stdout ?? '').split('\n').filter(Boolean);
// It ends with 1 when it lists files, and must not be taken for content when it could not look at them.
const hasLooked = quick.stderr === '' && quick.status === (doubtful.length > 0 ? 1 : 0);
if (!hasLooked) console.error(`oxfmt ended with ${quick.status}: ${quick.error ?? quick.stderr}`);

const { status } = doubtful.length > 0 ? spawnSync('prettier', ['--check', ...doubtful], { stdio: 'inherit' }) : quick;
process.exitCode = hasLooked && status === 0 ? 0 : 1;
