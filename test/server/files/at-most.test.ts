import { expect, test } from 'vitest';
import { atMost } from '../../../packages/server/src/files/at-most.js';

test('runs so many at once, and whoever sends a thousand holds nobody else up', async () => {
  const inTurn = atMost(3);
  const order: string[] = [];
  let running = 0;
  let most = 0;
  const task = (name: string) => async () => {
    running += 1;
    most = Math.max(most, running);
    order.push(name);
    await Promise.resolve();
    running -= 1;
    if (name === 'many 5') throw new Error('its own fault');
    return name;
  };
  const many = Array.from({ length: 1000 }, (_, index) => inTurn(task(`many ${index}`), 'many'));
  const few = ['a', 'b'].map((owner) => inTurn(task(`few ${owner}`), owner));
  const outcomes = await Promise.allSettled([...many, ...few]);
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(most).toBe(3);
  // Three run already, and one of the many is the first to wait.
  expect(order.slice(0, 7)).toEqual(['many 0', 'many 1', 'many 2', 'many 3', 'few a', 'few b', 'many 4']);
  expect(order.filter((name) => name.startsWith('many'))).toEqual(many.map((_, index) => `many ${index}`));
});
