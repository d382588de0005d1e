import { hasErrorCode, type Trainer } from '@enrollkit/core';
import { locateField, readTrainers, type FeedSource, type TrainerEntry } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';

const FULL: Trainer = {
  email: 'Noor.de.Vries@example.test',
  firstName: 'Noor',
  lastName: 'de Vries',
  bio: '<p>Geeft les sinds 2009.</p>',
  photoUrl: 'https://example.test/noor.jpg',
  telephone: '030 123 45 67',
  webAddress: 'https://example.test/',
  linkedIn: 'https://www.linkedin.com/in/noor',
};

const FULL_XML = `<Trainer>
    <Email>Noor.de.Vries@example.test</Email>
    <FirstName>Noor</FirstName>
    <LastName>de Vries</LastName>
    <Bio><![CDATA[<p>Geeft les sinds 2009.</p>]]></Bio>
    <PhotoUrl>https://example.test/noor.jpg</PhotoUrl>
    <Telephone>030 123 45 67</Telephone>
    <WebAddress>https://example.test/</WebAddress>
    <LinkedIn>https://www.linkedin.com/in/noor</LinkedIn>
  </Trainer>`;

function feedOf(...trainers: readonly string[]): string {
  return ['<Trainers>', ...trainers.map((trainer) => `  ${trainer}`), '</Trainers>', ''].join('\n');
}

async function readAll(source: FeedSource): Promise<TrainerEntry[]> {
  const entries: TrainerEntry[] = [];
  for await (const entry of readTrainers(source)) entries.push(entry);
  return entries;
}

/** As a server would send it. Every character of the tests fits in one byte of both encodings, but for these. */
function encode(text: string, wide: Readonly<Record<string, number>> = {}): Uint8Array {
  return Uint8Array.from(text, (character) => wide[character] ?? character.charCodeAt(0));
}

describe('reading a trainer feed', () => {
  it('gives every field of a trainer, and the place of each', async () => {
    const [entry, ...others] = await readAll(feedOf(FULL_XML));
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ trainer: FULL, issues: [], line: 2, column: 3, endLine: 11 });
    if (entry) expect(locateField(entry, 'linkedIn')).toEqual({ line: 10, column: 5 });
  });

  it('takes the elements in any order and needs only the address', async () => {
    const entries = await readAll(
      feedOf('<Trainer><LastName>Bakker</LastName><Email> b@example.test </Email></Trainer>'),
    );
    expect(entries).toMatchObject([{ trainer: { email: 'b@example.test', lastName: 'Bakker' }, issues: [] }]);
    expect(entries[0]?.trainer).not.toHaveProperty('firstName');
  });

  it.each([
    ['no address', '<Trainer><FirstName>Jo</FirstName></Trainer>', 'missing-element', 'error', 'email'],
    ['an empty address', '<Trainer><Email> </Email></Trainer>', 'empty-required', 'error', 'email'],
    [
      'two addresses',
      '<Trainer><Email>a@b.nl</Email><Email>c@d.nl</Email></Trainer>',
      'repeated-element',
      'error',
      'email',
    ],
    ['an empty name', '<Trainer><Email>a@b.nl</Email><LastName/></Trainer>', 'empty-element', 'warning', 'lastName'],
    ['another spelling', '<Trainer><email>a@b.nl</email></Trainer>', 'element-spelling', 'warning', 'email'],
    ['an unknown element', '<Trainer><Email>a@b.nl</Email><Shoe>43</Shoe></Trainer>', 'unknown-element', 'warning', ''],
  ])('says what is wrong with %s', async (_what, xml, code, severity, path) => {
    const [entry] = await readAll(feedOf(xml));
    expect(entry?.issues).toMatchObject([{ code, severity, path, line: 2 }]);
  });

  it('gives no trainer without an address', async () => {
    const [entry] = await readAll(feedOf('<Trainer><FirstName>Jo</FirstName></Trainer>'));
    expect(entry).not.toHaveProperty('trainer');
  });

  it('goes on with the next trainer after one that is malformed', async () => {
    const entries = await readAll(
      feedOf('<Trainer><Email>a@b.nl</Emial></Trainer>', '<Trainer><Email>c@d.nl</Email></Trainer>'),
    );
    expect(entries.map(({ trainer, issues }) => [trainer?.email, issues.map(({ code }) => code)])).toEqual([
      [undefined, ['tag-mismatch']],
      ['c@d.nl', []],
    ]);
  });

  it('is no reader of product feeds', async () => {
    const error: unknown = await readAll('<Products/>').catch((thrown: unknown) => thrown);
    expect(hasErrorCode(error, 'invalid') && error.issues[0]).toMatchObject({
      code: 'not-a-product-feed',
      params: { expected: 'Trainers', element: 'Products' },
    });
  });

  it('says that a feed without trainers has none', async () => {
    const entries = await readAll('<Trainers></Trainers>');
    expect(entries).toMatchObject([{ issues: [{ code: 'no-products', params: { element: 'Trainer' } }] }]);
  });

  it.each([
    ['ISO-8859-1', 'Zoë Müller', encode],
    ['windows-1252', 'Zoë “Šárka” €', (text: string) => encode(text, { '€': 0x80, '“': 0x93, '”': 0x94, Š: 0x8a })],
    ['UTF-8', 'Zoë 𝄞 Šárka', (text: string) => new TextEncoder().encode(text)],
  ])('reads %s, as the declaration says', async (encoding, name, bytesOf) => {
    const xml = feedOf(`<Trainer><Email>zoë@example.test</Email><LastName>${name}</LastName></Trainer>`);
    const entries = await readAll(bytesOf(`<?xml version="1.0" encoding="${encoding}"?>\n${xml}`));
    expect(entries).toMatchObject([{ trainer: { email: 'zoë@example.test', lastName: name }, issues: [] }]);
  });
});
