import { unbrokenDay } from '@enrollkit/core';
import { describe, expect, it } from 'vitest';

/** `~` is where no line may end. */
const marked = (text: string): string => unbrokenDay(text).replaceAll('\u00a0', '~');

describe('a written day', () => {
  it.each([
    ['13 september 2026', '13~september 2026'],
    ['di 19 jan 2027', 'di~19~jan 2027'],
    ['30. November – 1. Dezember 2026', '30.~November – 1.~Dezember 2026'],
    ['13 de septiembre de 2026', '13~de~septiembre~de 2026'],
    ['19 – 20 januari 2027', '19 – 20~januari 2027'],
    ['September 13, 2026', 'September~13, 2026'],
    ['Sept. 13 – 14, 2026', 'Sept.~13 – 14, 2026'],
    ['september 2027', 'september 2027'],
    ['12 september 0026 om 14:05', '12~september 0026 om~14:05'],
    ['2026-09-13', '2026-09-13'],
  ])('keeps day and month on one line: %s', (written, unbroken) => {
    expect(marked(written)).toBe(unbroken);
    expect(marked(unbrokenDay(written)), 'twice is the same').toBe(unbroken);
  });
});
