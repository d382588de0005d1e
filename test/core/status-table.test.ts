import { PARTICIPATION_STATUSES } from '@enrollkit/core';
import { expect, test } from 'vitest';

test('five statuses can be chosen by hand', () => {
  const byHand = Object.entries(PARTICIPATION_STATUSES).filter(([, facts]) => facts.byHand);
  expect(byHand.map(([status]) => status)).toEqual(['enrolled', 'started', 'completed', 'did-not-pass', 'no-show']);
});
