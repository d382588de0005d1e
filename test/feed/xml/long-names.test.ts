import { describe, expect, it } from 'vitest';
import { feedOf, productXml } from '../read/product-xml.js';
import { readAll } from '../read/read-all.js';

describe('a name that nobody gives an element', () => {
  it('of 130,000 characters is a finding like any other', async () => {
    const name = 'x'.repeat(130_000);
    const entries = await readAll(feedOf(productXml().replace('</Product>', `<${name}/></Product>`)));
    expect(entries[0]?.issues.map(({ code }) => code)).toContain('unknown-element');
  });

  it('is told short when it is an attribute', async () => {
    const entries = await readAll(feedOf(productXml().replace('<Name>', `<Name ${'a'.repeat(50_000)}="1">`)));
    const told = entries[0]?.issues.find(({ code }) => code === 'unknown-attribute');
    expect(String(told?.params.attribute).length).toBeLessThan(100);
  });
});
