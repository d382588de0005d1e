import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { RESULT_STATUSES, STATUSES_BY_HAND, toWireName } from '@enrollkit/core';
import { expect, test } from 'vitest';

/** What a program prints, also one that has something to complain of. */
async function printed(program: string, args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(program, args)).stdout;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return `${String(error.stdout)}${error.message}`;
    throw error;
  }
}

const FOLDER = 'packages/moodle';
const PLUGINS = {
  local_enrollkit: 'local/enrollkit',
  block_enrollkit: 'blocks/enrollkit',
  filter_enrollkit: 'filter/enrollkit',
};

/** The plugins' own files, by path below their package. */
function files(end: string): ReadonlyMap<string, string> {
  const paths = Object.values(PLUGINS).flatMap((folder) =>
    readdirSync(join(FOLDER, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(end))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  return new Map(paths.map((path) => [relative(FOLDER, path), readFileSync(path, 'utf8')]));
}
const php = files('.php');

const COMMENT_OR_TEXT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/gm;

/** PHP without comments and texts, for what looks at code alone. */
const codeOf = (source: string): string => source.replaceAll(COMMENT_OR_TEXT, "''");

/** The statements for the database that have variables in them. */
const statementsOf = (source: string): readonly string[] =>
  [...source.matchAll(COMMENT_OR_TEXT)]
    .map(([text]) => text)
    .filter((text) => /^".*\b(SELECT|FROM|WHERE|AND|IN)\b/s.test(text));

test('what the plugins do in a Moodle is as its tests in PHP say', async () => {
  const options = ['--no-configuration', '--do-not-cache-result', '--fail-on-warning', '--fail-on-risky'];
  const said = await printed('phpunit', [...options, '--test-suffix', '_test.php', 'test/moodle']);
  expect(said).toMatch(/^OK \((\d{2,}) tests, \d{3,} assertions\)$/m);
  // Without its just-in-time compiler, as on some sites: then patterns may go back less far.
  const texts = await printed('phpunit', ['-d', 'pcre.jit=0', ...options, 'test/moodle/display_test.php']);
  expect(texts).toMatch(/^OK \(/m);
});

test('every file compiles, keeps the rules that phpcs knows, and can be read by the oldest PHP of Moodle 4.1', async () => {
  const paths = [...php.keys()].map((path) => join(FOLDER, path));
  expect(paths.length).toBeGreaterThan(30);
  const compile = 'foreach (array_slice($argv, 1) as $file) opcache_compile_file($file) or exit("$file\\n");';
  expect(await printed('php', ['-d', 'opcache.enable_cli=1', '-r', compile, ...paths])).toBe('');
  const phpcs = ['--standard=.config/phpcs-moodle.xml', '--report=emacs', '--no-colors', ...paths];
  expect(await printed('phpcs', phpcs)).toBe('');
  for (const [path, source] of php) {
    // PHP 7.4: no match, no promoted or union types, no `?->`, no named arguments, none of the newer functions.
    expect(codeOf(source), path).not.toMatch(
      /\?->|\bmatch \(|\bstr_(contains|starts_with|ends_with)\(|\)\s*:\s*\??\w+\||__construct\([^)]*\b(public|private)\b|[(,]\s*\w+: \S|\benum \w|\breadonly\b/,
    );
  }
});

test('the code keeps the rules that a reviewer of Moodle looks for', () => {
  for (const [path, source] of php) {
    const code = codeOf(source);
    const [, plugin] = /^(\w+)\//.exec(path) ?? [];
    expect(source, path).toContain(`@package    ${plugin === 'blocks' ? 'block' : plugin}_enrollkit`);
    expect(code, path).not.toMatch(
      /\$_(GET|POST|REQUEST|COOKIE|SERVER|FILES|SESSION)\b|\b(echo|print)\b(?!.*\$OUTPUT)/,
    );
    // Names without capitals and underscores; values only by placeholders.
    for (const [name] of code.matchAll(/\$\w+/g)) expect(name, path).toMatch(/^\$([a-z][a-z0-9]*|[A-Z]+)$/);
    for (const statement of statementsOf(source))
      for (const [, name] of statement.matchAll(/\{?\$(\w+)/g))
        expect(['in', 'courses', 'users', 'field', 'table', 'names'], `${path}: $${String(name)}`).toContain(name);
    // A file that Moodle includes does nothing by itself; one with a class alone needs no guard.
    const isClassOnly =
      /^(namespace [^;]+;\s*)?(use [^;]+;\s*)*(abstract |final )?(class|interface) /m.test(code) &&
      !source.includes('require_once(__DIR__');
    const isFunctionOnly = /db\/(upgrade|uninstall)\.php$|\/lib\.php$/.test(path);
    if (!isClassOnly && !isFunctionOnly && !path.endsWith('/test.php'))
      expect(source, path).toContain("defined('MOODLE_INTERNAL') || die();");
  }
  const page = php.get('local/enrollkit/test.php') ?? '';
  expect(page).toContain("admin_externalpage_setup('local_enrollkit_test');");
  expect(page).toMatch(/confirm_sesskey\(\)[\s\S]*server::test\(\)/);
});

test('the statuses that teachers choose from, and those that say how it ended, are the kit’s own', () => {
  const bookings = php.get('local/enrollkit/classes/local/bookings.php') ?? '';
  const listed = (name: string) =>
    [...(new RegExp(`const ${name} = \\[(.*)\\];`).exec(bookings)?.[1] ?? '').matchAll(/'([^']*)'/g)].map(
      ([, word]) => word,
    );
  expect(listed('BY_HAND')).toEqual(STATUSES_BY_HAND.map(toWireName));
  expect(listed('RESULTS')).toEqual(RESULT_STATUSES.map(toWireName));
});

test('on a Moodle with the older names of its classes the newer ones are made', async () => {
  expect(await printed('php', ['test/support/moodle/older/look.php'])).toBe('');
});

// Of MySQL and PostgreSQL, as far as somebody could come upon them.
const RESERVED = new Set(
  (
    'access all analyse analyze and any array as asc between both by call cascade case cast change check collate column condition constraint convert ' +
    'create cross cube current_date current_time current_timestamp current_user cursor database day_hour dec declare default deferrable delayed ' +
    'delete desc describe distinct div do double drop dual each else elseif empty enclosed end escaped except exists exit explain false fetch ' +
    'float for force foreign freeze from fulltext function get grant group grouping groups having hour_minute if ignore ilike in index infile ' +
    'initially inner inout insert int integer intersect interval into is isnull iterate join json_table key keys kill lag lateral lead leading ' +
    'leave left like limit linear lines load localtime localtimestamp lock long loop low_priority match mod modifies natural not notnull ntile ' +
    'null numeric of off offset on only optimize option optionally or order out outer outfile over overlaps partition percent_rank placing ' +
    'precision primary procedure purge range rank read reads real recursive references regexp release rename repeat replace require resignal ' +
    'restrict return returning revoke right rlike row row_number rows schema select sensitive separator session_user set show signal similar ' +
    'smallint some spatial specific sql ssl starting stored symmetric system table tablesample terminated then tinyint to trailing trigger true ' +
    'undo union unique unlock unsigned update usage use user using values variadic varying verbose virtual when where while window with write xor zerofill'
  ).split(' '),
);

test('the tables have names that every database of Moodle 4.1 takes, and what has changed since is in upgrade.php', () => {
  const xml = readFileSync(`${FOLDER}/local/enrollkit/db/install.xml`, 'utf8');
  const tables = [...xml.matchAll(/<TABLE NAME="(\w+)"[\s\S]*?<\/TABLE>/g)];
  expect(tables.length).toBeGreaterThan(2);
  for (const [table, name = ''] of tables) {
    expect(name.length, name).toBeLessThanOrEqual(28);
    expect(name).toMatch(/^local_enrollkit_[a-z]+$/);
    const fields = [...table.matchAll(/<FIELD NAME="(\w+)" TYPE="(\w+)"[^>]*?(?: LENGTH="(\d+)")?[ /]/g)];
    const columns = fields.map(([, column = '']) => column);
    for (const column of columns) {
      expect(column.length, column).toBeLessThanOrEqual(30);
      expect(column).toMatch(/^[a-z0-9]+$/);
      expect(RESERVED.has(column), `${name}.${column} is a word of SQL`).toBe(false);
    }
    // An index, or a key, of what is there; none of long text; no two of the same.
    const indexed = [...table.matchAll(/<(?:KEY|INDEX) NAME="[\w-]+" [^>]*?FIELDS="([^"]+)"/g)].map(
      ([, own = '']) => own,
    );
    expect(new Set(indexed).size, name).toBe(indexed.length);
    for (const column of indexed.flatMap((own) => own.split(', '))) {
      expect(columns, name).toContain(column);
      expect(fields.find(([, each]) => each === column)?.[2], column).not.toBe('text');
    }
  }
  // The first version has nothing to upgrade. What comes after it says so, each step with its savepoint.
  const upgrade = php.get('local/enrollkit/db/upgrade.php') ?? '';
  const steps = [...upgrade.matchAll(/if \(\$oldversion < (\d{10})\)/g)].map(([, version]) => version);
  const saved = [...upgrade.matchAll(/upgrade_plugin_savepoint\(true, (\d{10}), 'local', 'enrollkit'\)/g)];
  expect(saved.map(([, version]) => version)).toEqual(steps);
  expect([...steps].sort()).toEqual(steps);
});

test('each external function is declared, needs a session, and looks at parameters and context before anything else', () => {
  const services = php.get('local/enrollkit/db/services.php') ?? '';
  const declared = [...services.matchAll(/'local_enrollkit_(\w+)' => \[([^\]]*)\]/g)];
  const written = [...php].filter(
    ([path, source]) => path.includes('/external/') && source.includes('extends external_api'),
  );
  expect(declared.map(([, name]) => name).sort()).toEqual(
    written.map(([path]) => /(\w+)\.php$/.exec(path)?.[1]).sort(),
  );
  for (const [, name, body] of declared) {
    expect(body, name).toContain("'ajax' => true");
    expect(body, name).toContain("'loginrequired' => true");
    const source = php.get(`local/enrollkit/classes/external/${String(name)}.php`) ?? '';
    const execute = /public static function execute\([\s\S]*?\n {4}\}/.exec(source)?.[0] ?? '';
    expect(execute, name).toMatch(
      /\{\s*(global [^;]+;\s*)?[^;]*self::validate_parameters\(self::execute_parameters\(\)[\s\S]*?self::validate_context\(/,
    );
  }
});

test('every word is there in each language, in the order of its name, and none is there in vain', () => {
  for (const [component, folder] of Object.entries(PLUGINS)) {
    const wordsOf = (language: string): readonly string[] =>
      [...(php.get(`${folder}/lang/${language}/${component}.php`) ?? '').matchAll(/^\$string\['([^']+)'\] = '/gm)].map(
        ([, name]) => name ?? '',
      );
    const words = wordsOf('en');
    expect(words, component).toEqual([...words].sort());
    for (const language of readdirSync(join(FOLDER, folder, 'lang')))
      expect(wordsOf(language), `${component} ${language}`).toEqual(words);

    const sources = [...php]
      .filter(([path]) => !path.includes('/lang/'))
      .map(([, source]) => source)
      .join('\n');
    const asked = [
      ...sources.matchAll(new RegExp(`(?:get_string|lang_string)\\(\\s*'([^']+)',\\s*'${component}'`, 'g')),
    ];
    const ours = [...php]
      .filter(([path]) => path.startsWith(folder))
      .map(([, source]) => source)
      .join('\n');
    const others = [
      // By a name that is handed on: of an error, of a cause, of a capability, of what is kept.
      ...ours.matchAll(
        /(?:exception|words)\(\s*'([a-z]+)'(?=\)|,)|'(?:local|block)\/(enrollkit:\w+)' =>|'(privacy:[\w:]+)'/g,
      ),
    ].map(([, one, two, three]) => one ?? two ?? three ?? '');
    const status = ours.includes("'errorrefused' : 'erroranswer'") ? ['errorrefused', 'erroranswer'] : [];
    const byMoodle = ['pluginname', ...(component.startsWith('filter') ? ['filtername'] : [])];
    expect(
      [...new Set([...asked.map(([, name]) => name ?? ''), ...others, ...status, ...byMoodle])].sort(),
      component,
    ).toEqual(words);
  }
});

test('the plugins say one version, and the oldest and newest Moodle that they are for', () => {
  const { version } = JSON.parse(readFileSync(`${FOLDER}/package.json`, 'utf8')) as { version: string };
  for (const [component, folder] of Object.entries(PLUGINS)) {
    const source = php.get(`${folder}/version.php`) ?? '';
    expect(source).toContain(`$plugin->component = '${component}';`);
    expect(source).toContain(`$plugin->release = '${version}';`);
    expect(source).toContain('$plugin->requires = 2022112800;');
    expect(source).toContain('$plugin->supported = [401, 502];');
    const needed = /\$plugin->version = (\d{10});/.exec(php.get('local/enrollkit/version.php') ?? '')?.[1];
    if (component !== 'local_enrollkit') expect(source).toContain(`['local_enrollkit' => ${String(needed)}]`);
  }
});
