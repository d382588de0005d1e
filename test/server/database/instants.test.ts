import { expect, it } from 'vitest';
import { fromTimestamp } from '../../../packages/server/src/database/instants.js';

it.each([
  ['2026-08-24 22:00:00+00', '2026-08-24T22:00:00.000Z'],
  ['2026-08-24 22:00:00.5+00', '2026-08-24T22:00:00.500Z'],
  ['2026-08-24 22:00:00.05+00', '2026-08-24T22:00:00.050Z'],
  ['2026-08-24 22:00:00.123+00', '2026-08-24T22:00:00.123Z'],
  // As JSON has it.
  ['2026-08-24T22:00:00.12+00:00', '2026-08-24T22:00:00.120Z'],
  ['0026-08-24 22:00:00+00', '0026-08-24T22:00:00.000Z'],
  // Of a session elsewhere, and of years that JavaScript spells otherwise.
  ['2026-08-25 00:00:00+02', '2026-08-24T22:00:00.000Z'],
  ['10026-08-24 22:00:00+00', '+010026-08-24T22:00:00.000Z'],
])('reads %s as %s', (text, instant) => {
  expect(fromTimestamp(text)).toBe(instant);
});
