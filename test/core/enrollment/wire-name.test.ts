import { parseParticipationStatus, STATUSES, toWireName } from '@enrollkit/core';
import { expect, test } from 'vitest';

test.each(STATUSES)('%s is read back from its wire name', (status) => {
  expect(parseParticipationStatus(toWireName(status))).toEqual({ status });
});

test.each([
  ['did not pass', 'did-not-pass'],
  ['did-not-pass', 'did-not-pass'],
  ['Did_not_pass', 'did-not-pass'],
  ['no-show', 'no-show'],
  ['No show', 'no-show'],
  [' ENROLLED\n', 'enrolled'],
])('%j is read as %s', (wireName, status) => {
  expect(parseParticipationStatus(wireName)).toEqual({ status });
});

test.each(['wachtlijst', '', 'constructor', 'passed', 'Geannuleerd'])(
  '%j is unknown, and kept as it was',
  (wireName) => {
    expect(parseParticipationStatus(wireName)).toEqual({ status: 'unknown', originalStatus: wireName });
  },
);

test('did-not-pass is spelled with spaces on the wire', () => {
  expect(toWireName('did-not-pass')).toBe('did not pass');
});
