import { sanitizeDescription } from '@enrollkit/feed/html';
import { describe, expect, it } from 'vitest';
import { DESCRIPTION_CASES } from './description-cases.js';

describe('sanitizing a description in Node', () => {
  it.each(DESCRIPTION_CASES)('$title', ({ html, becomes }) => {
    const once = sanitizeDescription(html);
    expect(once).toBe(becomes);
    expect(sanitizeDescription(once)).toBe(once);
  });
});
