import { frenchFirst } from '@enrollkit/core';
import { describe, expect, it } from 'vitest';

describe('the first of a month', () => {
  it.each([
    ['1 novembre 2026', '1er novembre 2026'],
    ['dim. 1 nov. 2026', 'dim. 1er nov. 2026'],
    ['1\u00a0novembre 2026 à 01:00', '1er\u00a0novembre 2026 à 01:00'],
    ['1 – 3 novembre 2026', '1er – 3 novembre 2026'],
    ['31 octobre – 1 novembre 2026', '31 octobre – 1er novembre 2026'],
    ['11 novembre 2026', '11 novembre 2026'],
    ['21 – 31 janvier 2026', '21 – 31 janvier 2026'],
    ['sam. 1 août – mar. 1 déc. 2026', 'sam. 1er août – mar. 1er déc. 2026'],
    ['novembre 2026', 'novembre 2026'],
    ['3 mai 2026, salle 1 à Lille', '3 mai 2026, salle 1 à Lille'],
  ])('is an ordinal in French: %s', (written, french) => {
    expect(frenchFirst(written, 'fr')).toBe(french);
    expect(frenchFirst(written, 'fr-CA')).toBe(french);
    expect(frenchFirst(written, 'nl'), 'and in no other language').toBe(written);
  });
});
