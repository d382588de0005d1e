import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { po } from 'gettext-parser';
import { expect, test } from 'vitest';
import { translatable } from '../../packages/wordpress/strings.js';

const run = promisify(execFile);
const FOLDER = 'packages/wordpress';

interface Outcome {
  readonly asked: readonly [method: string, url: string, key: string, body: object][];
  readonly notes: readonly string[];
  readonly scheduled: readonly [hook: string, given: readonly number[], inSeconds: number][];
  readonly booked: string;
}

/** What the plugin does with an order of two pieces of a course and a mug. */
async function book(answers: readonly object[], { runs = 1, paid = 'yes' } = {}): Promise<Outcome> {
  const env = { ...process.env, ANSWERS: JSON.stringify(answers), RUNS: String(runs), PAID: paid };
  return JSON.parse((await run('php', ['test/support/wordpress/orders.php'], { env })).stdout) as Outcome;
}

const booked = (id: string) => ({ status: 201, body: { id } });

test('a paid order books each piece of a course once, whatever fails in between', async () => {
  const whole = await book([booked('b1'), booked('b2')], { runs: 3 });
  expect(whole.booked).toBe('b1,b2');
  expect(whole.asked.map(([method, url, key]) => [method, url, key])).toEqual([
    ['POST', 'https://server.example/bookings', 'wc-7-11-0'],
    ['POST', 'https://server.example/bookings', 'wc-7-11-1'],
  ]);
  expect(whole.asked[0]?.[3]).toEqual({
    product_id: 'DW-101',
    starting_date_id: 's1',
    participant: { name: 'Kim de Vries', email: 'kim@example.nl', external_id: 'wp:5' },
  });

  const away = await book([booked('b1'), { status: 503, body: { detail: 'Busy.' } }]);
  expect(away).toMatchObject({ booked: 'b1', scheduled: [['enrollkit_book_order', [7, 1], 60]] });
  expect(away.notes).toEqual(['Enrollkit could not book: The server answered 503. Busy.']);

  const full = await book([{ status: 422, body: { detail: 'This start is full.' } }]);
  expect(full).toMatchObject({ booked: '', scheduled: [] });
  expect(full.notes[0]).toContain('This start is full.');

  expect(await book([], { paid: 'no' })).toEqual({ asked: [], notes: [], scheduled: [], booked: '' });
});

test('every word of the plugin is there in each of its languages', () => {
  const { php, script, blocks } = translatable();
  expect(php.length).toBeGreaterThan(50);
  const files = readdirSync(`${FOLDER}/languages`).filter((file) => file.endsWith('.po'));
  expect(files).toContain('enrollkit-nl_NL.po');
  for (const file of files) {
    const { translations } = po.parse(readFileSync(`${FOLDER}/languages/${file}`));
    const said = (context: string, words: string) => translations[context]?.[words]?.msgstr[0];
    for (const words of [...php, ...script]) expect(said('', words), `${file}: ${words}`).toBeTruthy();
    for (const { context, words } of blocks) expect(said(context, words), `${file}: ${words}`).toBeTruthy();
  }
});

test('its files are PHP that runs on the oldest version it names, and none can be called by itself', async () => {
  const files = [
    'enrollkit.php',
    'uninstall.php',
    ...readdirSync(`${FOLDER}/includes`).map((file) => `includes/${file}`),
  ];
  for (const file of files) {
    await run('php', ['-l', `${FOLDER}/${file}`]);
    const source = readFileSync(`${FOLDER}/${file}`, 'utf8');
    expect(source, file).toMatch(/if \( ! defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \) \{\n\texit;/);
    // PHP 7.4: no named arguments, no match, no constructor promotion, no `?->`.
    expect(source, file).not.toMatch(/\?->|\bmatch \(|function __construct\([^)]*\b(public|private)\b/);
  }
});
