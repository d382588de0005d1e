import { readFileSync } from 'node:fs';
import { XmlDocument } from 'libxml2-wasm';
import { expect, it } from 'vitest';

const XS = { xs: 'http://www.w3.org/2001/XMLSchema' };
const DOCUMENTED = 'xs:annotation/xs:documentation[normalize-space()]';

it.each(['product', 'trainers'])('every element in %s.xsd is explained, itself or by its type', (name) => {
  const file = new URL(`../../../packages/feed/schema/${name}.xsd`, import.meta.url);
  const document = XmlDocument.fromBuffer(readFileSync(file));
  const bare = document.find(
    `//xs:element[not(${DOCUMENTED}) and not(@type = /xs:schema/*[${DOCUMENTED}]/@name)]/@name`,
    XS,
  );
  const names = bare.map(({ content }) => content);
  const all = document.find('//xs:element', XS).length;
  document.dispose();
  expect(names).toEqual([]);
  expect(all).toBeGreaterThan(8);
});
