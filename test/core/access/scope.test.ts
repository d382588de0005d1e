import { scopeOf } from '@enrollkit/core';
import { expect, test } from 'vitest';

test('whoever is known by a key of one provider only is nobody at the next one', () => {
  const participant = { id: 'jan', role: 'participant', externalId: 'emp-17' } as const;
  expect(scopeOf({ ...participant, providerId: 'p1' })).toMatchObject({ externalId: 'emp-17', providerId: 'p1' });
  // Without a provider the key is of the one that a host has, and not of every provider.
  expect(scopeOf(participant)).toMatchObject({ externalId: 'emp-17', providerId: null });
});
