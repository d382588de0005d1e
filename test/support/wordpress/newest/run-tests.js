// Runs the tests of the WordPress plugin once more, in the newest WordPress that npm has: the package of WordPress Playground,
// which holds its PHP in a zip and its other files beside it. Not a part of the whole run, since it is half a gigabyte.
// Arguments: which version, default the newest (`6.5`, `beta`); what follows is handed to Vitest. Needs `npm run build`.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const NEWEST = 'nightly';
/** The theme that comes with it, of blocks. */
const THEME = 'twentytwentyfour';
const here = import.meta.dirname;
const root = join(here, '../../../..');
/** Words and older themes, as a site has them that was updated. */
const debian = join(root, '.cache/wordpress/usr/share/wordpress/wp-content');

const forVitest = process.argv.slice(2);
const asked = forVitest[0]?.startsWith('-') ? undefined : forVitest.shift();
const version = asked === undefined || asked === 'newest' ? NEWEST : asked;

run(join(root, 'test/support/install-programs.sh'), []);
const builds = join(here, 'node_modules/@wp-playground/wordpress-builds');
if (!existsSync(builds)) run('npm', ['ci', '--prefix', here]);
const folder = unpack(version);
const [, name] = /\$wp_version = '([^']+)'/.exec(readFileSync(join(folder, 'wp-includes/version.php'), 'utf8')) ?? [];
console.log(`WordPress ${name}`);

run(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'e2e', 'test/e2e/wordpress.test.ts', ...forVitest],
  { ...process.env, WORDPRESS_FOLDER: folder, WORDPRESS_THEME: THEME, IS_BUILT: '1' },
);

/** @param {string} version @returns {string} Where it is, anew each time: what a run has left there is nobody else's. */
function unpack(version) {
  const zip = join(builds, `src/wordpress/wp-${version}.zip`);
  if (!existsSync(zip)) {
    const known = readdirSync(dirname(zip)).flatMap((file) => /^wp-(.+)\.zip$/.exec(file)?.[1] ?? []);
    throw new Error(`There is no WordPress ${version}. There are ${known.join(', ')}.`);
  }
  const target = join(root, '.cache', `wordpress-${version}`);
  rmSync(target, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), bytes);
  }
  cpSync(join(builds, `public/wp-${version}`), target, { recursive: true });
  const themes = join(target, 'wp-content/themes');
  // Of others there are the style sheets alone.
  for (const theme of readdirSync(themes)) if (theme !== THEME) rmSync(join(themes, theme), { recursive: true });
  cpSync(join(debian, 'themes'), themes, { recursive: true });
  cpSync(join(debian, 'languages'), join(target, 'wp-content/languages'), { recursive: true });
  return target;
}

/** @param {string} command @param {string[]} args */
function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env, cwd: root });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
