import { expect, test } from 'vitest';
import { latestOnly } from '../../demo/src/latest-only.js';

/** Work that ends when it is told to. */
function heldWork() {
  const ends: (() => void)[] = [];
  let atOnce = 0;
  let most = 0;
  return {
    work: async (): Promise<void> => {
      most = Math.max(most, (atOnce += 1));
      await new Promise<void>((resolve) => ends.push(resolve));
      atOnce -= 1;
    },
    ends,
    most: () => most,
  };
}

test('a page is drawn by one run at a time, and once more for all that came meanwhile', async () => {
  const { work, ends, most } = heldWork();
  const show = latestOnly(work, () => expect.unreachable());
  const first = show();
  const others = [show(), show(), show()];
  expect(ends).toHaveLength(1);
  ends[0]!();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]!();
  await Promise.all([first, ...others]);
  expect([ends.length, most()]).toEqual([2, 1]);
  const later = show();
  ends[2]!();
  await later;
});

test('what fails is told once, and is no end of it', async () => {
  const told: unknown[] = [];
  let isBroken = true;
  let shown = 0;
  const show = latestOnly(
    async () => {
      if (isBroken) throw new Error('away');
      shown += 1;
    },
    (error) => told.push(error),
  );
  await show();
  isBroken = false;
  await show();
  expect([told.length, shown]).toEqual([1, 1]);
});
