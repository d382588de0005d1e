import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nl } from '../../demo/src/texts/nl.js';

const demo = new URL('../../demo/', import.meta.url);
const files = ['', 'frame/'].flatMap((folder) =>
  readdirSync(new URL(folder || '.', demo))
    .filter((name) => name.endsWith('.html'))
    .map((name) => `${folder}${name}`),
);

it('a page of the portal says the same before its script has run', () => {
  const found: string[] = [];
  let looked = 0;
  for (const file of files) {
    const html = readFileSync(new URL(file, demo), 'utf8').replace(/<!--.*?-->/gs, '');
    for (const [, key = '', written = ''] of html.matchAll(/data-text="([^"]+)"[^>]*>([^<]+)</g)) {
      looked += 1;
      const words = written.replace(/\s+/g, ' ').trim();
      const meant = (nl as Readonly<Record<string, string>>)[key]?.replace(/\s+/g, ' ');
      if (words !== meant) found.push(`${file}: ${key} says "${words}", not "${meant ?? ''}"`);
    }
  }
  expect(found).toEqual([]);
  expect(looked).toBeGreaterThan(150);
});
