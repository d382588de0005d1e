import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { po } from 'gettext-parser';
import { RESULT_STATUSES, toWireName } from '@enrollkit/core';
import { expect, test } from 'vitest';
import { template, translatable } from '../../packages/wordpress/strings.js';

const run = promisify(execFile);
const FOLDER = 'packages/wordpress';

interface Outcome {
  readonly asked: readonly [what: string, key: string | null, body: object | null][];
  readonly notes: readonly string[];
  readonly scheduled: readonly [hook: string, given: readonly number[], inSeconds: number][];
  /** What the tools for personal data were given and told. */
  readonly personal: readonly Readonly<Record<string, unknown>>[];
  /** Answers of the server that nobody asked for. */
  readonly left: number;
  /** Ids of bookings, joined by commas. */
  readonly made: string;
  readonly cancelled: string;
  readonly declared: readonly unknown[];
}

type Event =
  | readonly ['paid' | 'tried again' | 'for others' | 'refund taken back']
  | readonly ['becomes', status: string]
  | readonly ['noted', words: string]
  | readonly ['export' | 'erase', email: string]
  | readonly ['refund', pieces: number];

/** What the plugin does with an order of two pieces of a course and a mug, to which these things happen. */
async function happen(events: readonly Event[], answers: readonly object[]): Promise<Outcome> {
  const env = { ...process.env, SCENARIO: JSON.stringify({ events, answers }) };
  const outcome = JSON.parse((await run('php', ['test/support/wordpress/orders.php'], { env })).stdout) as Outcome;
  expect(outcome.left, 'answers that nobody asked for').toBe(0);
  return outcome;
}

const person = { name: 'Kim de Vries', email: 'kim@example.nl', external_id: 'wp:5' };
const booked = (id: string) => ({ status: 201, body: { id } });
const record = (id: string, more: object = {}) => ({
  id,
  status: 'accepted',
  participation_status: 'enrolled',
  participant: person,
  ...more,
});
const found = (...items: readonly object[]) => ({ status: 200, body: { items } });
const done = { status: 200, body: {} };
const BOTH = [booked('b1'), booked('b2')];
const OTHERS = [
  record('b1', { participant: { name: 'Person 0' } }),
  record('b2', { participant: { name: 'Person 1' } }),
] as const;
const GET_BOTH = 'GET /bookings?size=100&ids=b1,b2';
const whatOf = ({ asked }: Outcome) => asked.map(([what]) => what);

test('a paid order books each piece of a course once, whatever fails in between and however often it is told', async () => {
  const whole = await happen([['paid'], ['paid'], ['becomes', 'completed'], ['tried again']], BOTH);
  expect(whole).toMatchObject({ made: 'b1,b2', cancelled: '', notes: [] });
  expect(whole.asked.map(([what, key]) => [what, key])).toEqual([
    ['POST /bookings', 'wc-7-11-0'],
    ['POST /bookings', 'wc-7-11-1'],
  ]);
  expect(whole.asked[0]?.[2]).toEqual({ product_id: 'DW-101', starting_date_id: 's1', participant: person });
  expect(whole.declared).toEqual([
    ['custom_order_tables', 'enrollkit.php', true],
    ['cart_checkout_blocks', 'enrollkit.php', true],
  ]);

  const away = await happen(
    [['becomes', 'completed'], ['tried again']],
    [booked('b1'), { status: 503, body: { detail: 'Busy.' } }, booked('b2')],
  );
  expect(away).toMatchObject({ made: 'b1,b2', scheduled: [['enrollkit_book_order', [7, 1], 60]] });
  expect(away.notes).toEqual([
    'Enrollkit could not book: The server can’t answer now (HTTP 503). Try again later; if it stays like this, ask whoever runs the server. Busy.',
  ]);
  expect(away.asked.map(([, key]) => key)).toEqual(['wc-7-11-0', 'wc-7-11-1', 'wc-7-11-1']);

  const full = await happen([['becomes', 'completed']], [{ status: 422, body: { detail: 'This start is full.' } }]);
  expect(full).toMatchObject({ made: '', scheduled: [] });
  expect(full.notes).toEqual([
    'Enrollkit could not book: The server did not accept this (HTTP 422). This start is full.',
  ]);

  // What an administrator has to fill in, where the address is only nearly the right one.
  const told = async (answer: object) => (await happen([['becomes', 'completed']], [answer])).notes[0];
  const moved = { status: 301, body: null, location: 'https://www.server.example/api/bookings' };
  expect(await told(moved)).toBe(
    'Enrollkit could not book: The address of the server leads on to another one: https://www.server.example/api. If that is your Enrollkit server, fill in that address.',
  );
  for (const other of [{ status: 302, location: 'https://server.example/login' }, { status: 404 }, { status: 200 }])
    expect(await told({ body: null, ...other })).toContain(`(HTTP ${other.status}) is not an Enrollkit server.`);

  for (const status of ['on-hold', 'failed', 'cancelled', 'refunded'])
    expect((await happen([['becomes', status]], [])).asked, status).toEqual([]);
});

test('an order that is cancelled or refunded takes back its bookings, but none with a result', async () => {
  for (const status of ['cancelled', 'refunded']) {
    const over = await happen(
      [['paid'], ['becomes', status], ['becomes', status], ['tried again']],
      [...BOTH, found(record('b1'), record('b2')), done, done],
    );
    expect(whatOf(over).slice(2)).toEqual([GET_BOTH, 'POST /bookings/b2/cancel', 'POST /bookings/b1/cancel']);
    expect(over.asked[3]?.[2]).toEqual({ note: 'Order 2026-7 was cancelled or refunded in the shop.' });
    expect(over).toMatchObject({ made: 'b1,b2', cancelled: 'b2,b1' });
    expect(over.notes).toEqual([
      'Enrollkit cancelled the booking of Kim de Vries (b2).',
      'Enrollkit cancelled the booking of Kim de Vries (b1).',
    ]);
  }

  const passed = record('b2', { participation_status: 'completed' });
  const kept = await happen(
    [['paid'], ['becomes', 'cancelled'], ['tried again']],
    // One was cancelled at the provider meanwhile.
    [...BOTH, found(record('b1', { status: 'withdrawn' }), passed), found(passed)],
  );
  expect(kept).toMatchObject({ cancelled: 'b1' });
  expect(kept.notes).toEqual([
    'Enrollkit did not cancel the booking of Kim de Vries (b2): it has a result (completed). Cancel it with the provider if it has to go.',
  ]);

  const later = await happen(
    [['paid'], ['becomes', 'cancelled'], ['tried again']],
    [...BOTH, { status: 503, body: {} }, found(record('b1'), record('b2')), done, done],
  );
  expect(later).toMatchObject({ cancelled: 'b2,b1', scheduled: [['enrollkit_book_order', [7, 1], 60]] });

  // Paid again, it is booked again: under new keys, or the first answers would come.
  const again = await happen(
    [['paid'], ['becomes', 'cancelled'], ['becomes', 'processing']],
    [...BOTH, found(record('b1'), record('b2')), done, done, booked('b3'), booked('b4')],
  );
  expect(again.asked.slice(-2).map(([, key]) => key)).toEqual(['wc-7-11-2', 'wc-7-11-3']);
  expect(again.made).toBe('b1,b2,b3,b4');
});

test('the results that keep a booking are the kit’s own', () => {
  const source = readFileSync(`${FOLDER}/includes/class-order-item-bookings.php`, 'utf8');
  const [, results = ''] = /const RESULTS = array\((.*)\);/.exec(source) ?? [];
  expect([...results.matchAll(/'([^']*)'/g)].map(([, word]) => word)).toEqual(RESULT_STATUSES.map(toWireName));
});

test('of what is given back in part as many are cancelled, if it can be known whose', async () => {
  const part = await happen(
    [['paid'], ['refund', 1], ['becomes', 'completed'], ['refund taken back']],
    [...BOTH, found(record('b1'), record('b2')), done, booked('b3')],
  );
  expect(whatOf(part).slice(2)).toEqual([GET_BOTH, 'POST /bookings/b2/cancel', 'POST /bookings']);
  expect(part).toMatchObject({ made: 'b1,b2,b3', cancelled: 'b2' });

  // Whoever has a result is not the one who goes.
  const other = await happen(
    [['paid'], ['refund', 1]],
    [...BOTH, found(record('b1'), record('b2', { participation_status: 'no-show' })), done],
  );
  expect(other.cancelled).toBe('b1');

  const people = await happen(
    [['for others'], ['paid'], ['refund', 1], ['tried again'], ['refund', 1]],
    [...BOTH, found(...OTHERS), found(...OTHERS), found(...OTHERS), done, done],
  );
  expect(people.notes[0]).toBe(
    'Enrollkit can’t know whose place was given back. Cancel 1 of these with the provider: Person 0 (b1), Person 1 (b2).',
  );
  // Told once, and settled when both go.
  expect(people.notes).toHaveLength(3);
  expect(people.cancelled).toBe('b2,b1');

  // Given back before it was booked.
  const early = await happen([['refund', 1], ['paid']], [booked('b1')]);
  expect(early.made).toBe('b1');
  // Money without a number of pieces.
  const money = await happen([['paid'], ['refund', 0]], BOTH);
  expect(money).toMatchObject({ cancelled: '', notes: [expect.stringContaining('for BHV, but without a quantity')] });
});

test('whoever asks gets what an order keeps of them, and has the notes with names erased', async () => {
  const { personal, notes, made } = await happen(
    [
      ['paid'],
      ['noted', 'Enrollkit cancelled the booking of Kim de Vries (b0).'],
      ['noted', 'Sent by post.'],
      ['export', 'kim@example.nl'],
      ['export', 'other@example.nl'],
      ['erase', 'kim@example.nl'],
      ['erase', 'other@example.nl'],
    ],
    BOTH,
  );
  const [given, none, erased, nothing] = personal;
  expect(given).toMatchObject({ done: true, data: [{ item_id: 'enrollkit-order-7' }] });
  expect(JSON.stringify(given)).toMatch(
    /"2026-7".*"b1, b2".*"Enrollkit cancelled the booking of Kim de Vries \(b0\)\."/,
  );
  expect(JSON.stringify(given)).not.toContain('post');
  expect(none).toEqual({ data: [], done: true });
  expect(erased).toEqual({
    items_removed: true,
    items_retained: true,
    messages: ['These bookings are kept on the Enrollkit server: b1, b2. Erase this person there too.'],
    done: true,
  });
  expect(nothing).toEqual({ items_removed: false, items_retained: false, messages: [], done: true });
  expect({ notes, made }).toEqual({ notes: ['Sent by post.'], made: 'b1,b2' });

  // By their first word the plugin knows its notes again, in every language.
  const orders = ['class-orders.php', 'class-order-item-bookings.php'].map((file) =>
    readFileSync(`${FOLDER}/includes/${file}`, 'utf8'),
  );
  const written = [...orders.join('').matchAll(/add_order_note\( sprintf\( __\( '([^']+)'/g)].map(
    ([, words = '']) => words,
  );
  expect(written.length).toBeGreaterThan(4);
  for (const file of readdirSync(`${FOLDER}/languages`)) {
    const { translations } = po.parse(readFileSync(`${FOLDER}/languages/${file}`));
    for (const words of written) expect(translations['']?.[words]?.msgstr[0], words).toMatch(/^Enrollkit/);
  }
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

test('translators of other languages get a template with every word, and with what is put into it', () => {
  const { php, script, blocks } = translatable();
  const { headers, translations } = po.parse(template('1.2.3'));
  expect(headers['Project-Id-Version']).toBe('Enrollkit 1.2.3');
  const words = Object.values(translations).flatMap((some) => Object.values(some));
  expect(words.filter(({ msgid }) => msgid !== '')).toHaveLength(new Set([...php, ...script]).size + blocks.length);
  for (const { msgid, comments } of words.filter(({ msgid: text }) => text.includes('%')))
    expect(comments?.extracted, msgid).toMatch(/^translators: /);
});

// WordPress's own checks are on no registry that is asked here: these are those of them that keep people safe.
test('what is printed is escaped, what is read is cleaned, and what is done was asked for by whoever may', () => {
  const sources = readdirSync(`${FOLDER}/includes`).map((file) => readFileSync(`${FOLDER}/includes/${file}`, 'utf8'));
  const all = sources.join('\n');
  const printed = [...all.matchAll(/\b(?:echo|print|printf|vprintf|_e|esc_\w+_e)\b\s*\(?\s*\w*/g)];
  expect(printed.length).toBeGreaterThan(10);
  for (const [whole] of printed) expect(whole).toMatch(/^esc_|^echo esc_/);
  const read = [...all.matchAll(/^.*\$_(?:GET|POST|REQUEST|COOKIE|SERVER|FILES)\b.*$/gm)].map(([line]) => line);
  expect(read.length).toBeGreaterThan(1);
  for (const line of read) expect(line).toMatch(/sanitize_\w+\( wp_unslash\( \$_/);
  // A message of the settings is shown as HTML.
  for (const [call] of all.matchAll(/add_settings_error\(.*$/gm)) expect(call).toMatch(/, '\w+', (?:esc_html|__)\(/);
  const acts = [...all.matchAll(/'(?:admin_post|wp_ajax)_\w+', array\( \$this, '(\w+)'/g)];
  expect(acts.length).toBeGreaterThan(0);
  for (const [, method = ''] of acts)
    expect(all, method).toMatch(
      new RegExp(`function ${method}\\(\\)[^{]*\\{\\s*if \\( ! current_user_can\\([\\s\\S]*?check_admin_referer\\(`),
    );
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
