import { expect } from '@open-wc/testing';
import { zipSync, type Zippable } from 'fflate';
import { collectFiles } from '../../../../packages/elements/src/certificate-bundle/intake/collect-files.js';
import { crc32 } from '../../../../packages/elements/src/certificate-bundle/intake/crc-32.js';

const LIMITS = { maxSizeBytes: 100_000, maxTotalBytes: 1_000_000, maxFiles: 20 };
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const zip = (files: Zippable, name = 'certificaten.zip'): File => new File([zipSync(files)], name);

async function collected(files: readonly File[], limits = LIMITS): Promise<string[]> {
  const found: string[] = [];
  for await (const { path, file, code } of collectFiles({ files, folders: [] }, limits))
    found.push(`${path} ${code ?? file.size}`);
  return found;
}

/** The zip with some bytes of its directory (or of all headers) changed. */
function changed(file: Uint8Array, at: number, ...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(file);
  const view = new DataView(copy.buffer);
  for (let offset = 0; offset + 46 <= copy.length; offset += 1) {
    if (view.getUint32(offset, true) === 0x02014b50) copy.set(values, offset + at);
  }
  return copy;
}

/** A zip whose numbers all stand in 8 bytes, and in 4 only that they do. With `numbers`: so many of three are there. */
function largeZip(
  files: Readonly<Record<string, string>>,
  { numbers = 3, ...end }: { readonly numbers?: number; readonly start?: number; readonly size?: number } = {},
): Uint8Array<ArrayBuffer> {
  const fields = (...values: readonly (readonly [bits: 16 | 32 | 64, value: number])[]): Uint8Array =>
    Uint8Array.from(
      values.flatMap(([bits, value]) => {
        const view = new DataView(new ArrayBuffer(8));
        view.setBigUint64(0, BigInt(value), true);
        return [...new Uint8Array(view.buffer, 0, bits / 8)];
      }),
    );
  const none = 0xffffffff;
  const join = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
  let local: Uint8Array = new Uint8Array();
  let directory: Uint8Array = new Uint8Array();
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [bytes(name), bytes(text)];
    const large = [content.length, content.length, local.length].slice(0, numbers).map((value) => [64, value] as const);
    const extra = join([fields([16, 1], [16, large.length * 8], ...large)]);
    const common = [
      [16, 0x800],
      [16, 0],
      [32, 0],
      [32, crc32(content)],
      [32, none],
      [32, none],
      [16, path.length],
    ] as const;
    directory = join([
      directory,
      fields(
        [32, 0x02014b50],
        [16, 45],
        [16, 45],
        ...common,
        [16, extra.length],
        [16, 0],
        [16, 0],
        [16, 0],
        [32, 0],
        [32, none],
      ),
      path,
      extra,
    ]);
    local = join([local, fields([32, 0x04034b50], [16, 45], ...common, [16, 0]), path, content]);
  }
  const count = Object.keys(files).length;
  const { start = local.length, size = directory.length } = end;
  const at = local.length + directory.length;
  return new Uint8Array(
    join([
      local,
      directory,
      fields(
        [32, 0x06064b50],
        [64, 44],
        [16, 45],
        [16, 45],
        [32, 0],
        [32, 0],
        [64, count],
        [64, count],
        [64, size],
        [64, start],
      ),
      fields([32, 0x07064b50], [32, 0], [64, at], [32, 0]),
      fields([32, 0x06054b50], [16, 0], [16, 0], [16, 0xffff], [16, 0xffff], [32, none], [32, none], [16, 0]),
    ]),
  );
}

describe('what is in a folder or a zip', () => {
  it('comes out with its path, without what systems put there, and from a zip in a zip', async () => {
    const inner = zipSync({ 'anna.pdf': bytes('inner') });
    const deepest = zipSync({ 'c.zip': zipSync({ 'd.pdf': bytes('d') }) });
    const file = zip({
      'map/jan jansen.pdf': bytes('hallo'),
      'map/.DS_Store': bytes('x'),
      '__MACOSX/map/._jan jansen.pdf': bytes('x'),
      '../../etc/passwd': bytes('a name, and nothing else'),
      'leeg/': new Uint8Array(),
      'b.zip': inner,
      'deep.zip': deepest,
      'stored.pdf': [bytes('stored'), { level: 0 }],
    });
    expect(await collected([file])).to.deep.equal([
      'certificaten.zip/map/jan jansen.pdf 5',
      'certificaten.zip/../../etc/passwd 24',
      'certificaten.zip/b.zip/anna.pdf 5',
      `certificaten.zip/deep.zip/c.zip zip-nested`,
      'certificaten.zip/stored.pdf 6',
    ]);
  });

  it('never gets larger than it may be, whatever a zip claims', async () => {
    const bomb = zipSync({ 'bomb.pdf': new Uint8Array(5_000_000) });
    expect(bomb.length).to.be.below(10_000);
    expect(await collected([new File([bomb], 'bomb.zip')])).to.deep.equal(['bomb.zip/bomb.pdf file-too-large']);
    // It says that it has a thousand bytes.
    const liar = changed(bomb, 24, 0xe8, 0x03, 0, 0);
    expect(await collected([new File([liar], 'liar.zip')])).to.deep.equal(['liar.zip/bomb.pdf zip-damaged']);
    // Only a zip may be larger than one file: it holds several.
    const nested = zip({ 'a.zip': [zipSync({ 'a.pdf': new Uint8Array(90_000) }), { level: 0 }], 'b.zip': bytes('PK') });
    expect(await collected([nested], { ...LIMITS, maxSizeBytes: 100, maxTotalBytes: 300 })).to.deep.equal([
      'certificaten.zip/a.zip/a.pdf file-too-large',
      'certificaten.zip/b.zip 2',
    ]);
    // Two hundred small ones of which each may be there, and all together are too many.
    const many = zip(
      Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at + 10}.pdf`, new Uint8Array(90_000)])),
    );
    const found = await collected([many], { ...LIMITS, maxFiles: 40 });
    expect(found.filter((each) => each.endsWith(' 90000'))).to.have.lengthOf(11);
    expect(found.filter((each) => each.endsWith(' too-many-files'))).to.have.lengthOf(19);
    expect(await collected([many])).to.have.lengthOf(21);
    // Two zips share what may come out of them.
    const half = (name: string): File =>
      zip({ 'a.pdf': new Uint8Array(90_000), 'b.pdf': new Uint8Array(90_000) }, name);
    expect(await collected([half('1.zip'), half('2.zip')], { ...LIMITS, maxTotalBytes: 300_000 })).to.deep.equal([
      '1.zip/a.pdf 90000',
      '1.zip/b.pdf 90000',
      '2.zip/a.pdf 90000',
      '2.zip/b.pdf too-many-files',
    ]);
  });

  it('is told when it is encrypted, broken, or packed in an unknown way', async () => {
    const plain = zipSync({ 'a.pdf': bytes('hallo hallo hallo hallo') });
    expect(await collected([new File([changed(plain, 8, 1, 0)], 'a.zip')])).to.deep.equal([
      'a.zip/a.pdf zip-encrypted',
    ]);
    expect(await collected([new File([changed(plain, 10, 99, 0)], 'b.zip')])).to.deep.equal([
      'b.zip/a.pdf zip-unreadable',
    ]);
    expect(await collected([new File([changed(plain, 42, 0xff, 0xff, 0xff, 0)], 'c.zip')])).to.deep.equal([
      'c.zip/a.pdf zip-damaged',
    ]);
    expect(await collected([new File([plain.slice(0, -30)], 'd.zip')])).to.deep.equal(['d.zip zip-damaged']);
    const broken = Uint8Array.from(plain);
    broken.fill(0xff, 36, 44);
    expect(await collected([new File([broken], 'e.zip')])).to.deep.equal(['e.zip/a.pdf zip-damaged']);
    // A disk that is gone is no broken zip.
    const gone = Object.assign(new File([plain], 'g.zip'), {
      slice: (begin: number) => {
        if (begin === 0) return new Blob([plain.slice(0, 4)]);
        throw new DOMException('', 'NotReadableError');
      },
    });
    const large = new File([plain, new Uint8Array(100_000), plain.slice(-22)], 'h.zip');
    expect(await collected([Object.assign(large, { slice: gone.slice })])).to.deep.equal(['h.zip file-unreadable']);
    // Any file may end in .zip.
    expect(await collected([new File(['%PDF-1.7'], 'f.zip')])).to.deep.equal(['f.zip 8']);
  });

  it('is told to be damaged, wherever a byte of a zip is another one, or comes out whole all the same', async () => {
    const texts = { 'map/Anna Smit.pdf': 'hallo hallo hallo hallo', 'Jan.pdf': 'stored' };
    const made = zipSync({
      'map/Anna Smit.pdf': bytes(texts['map/Anna Smit.pdf']),
      'Jan.pdf': [bytes(texts['Jan.pdf']), { level: 0 }],
    });
    const wholes = new Set(Object.entries(texts).map(([path, text]) => `x.zip/${path} ${text}`));
    const outcomes = { told: 0, whole: 0 };
    const wrong: string[] = [];
    for (const [at, byte] of made.entries()) {
      for (const flipped of [byte ^ 0xff, byte ^ (1 << (at % 8))]) {
        const copy = Uint8Array.from(made);
        copy[at] = flipped;
        const file = new File([copy], 'x.zip');
        const found: string[] = [];
        const codes: string[] = [];
        for await (const each of collectFiles({ files: [file], folders: [] }, LIMITS)) {
          if (each.code) codes.push(each.code);
          else found.push(`${each.path} ${await each.file.text()}`);
        }
        // What is no zip by its first bytes is no zip by any other: it is looked at as it is, and refused as that.
        const isNone = found.length === 1 && found[0]!.startsWith('x.zip ');
        const isWhole = found.every((each) => wholes.has(each)) && found.length + codes.length === wholes.size;
        const isTold = codes.length > 0 && found.every((each) => wholes.has(each));
        if (!(isNone || isTold || isWhole)) wrong.push(`${at} ${byte} ${flipped}: ${[...found, ...codes].join()}`);
        outcomes[isTold ? 'told' : 'whole'] += 1;
      }
    }
    expect(wrong).to.deep.equal([]);
    expect(outcomes.told).to.be.above(200);
    expect(outcomes.whole).to.be.above(50);
  });

  it('is told to have a password, as 7-Zip sets one: by AES, or as zips did before', async () => {
    const made = {
      aes: 'UEsDBDMAAQBjACVSfl0AAAAAMwAAABcAAAANAAsAQW5uYSBTbWl0LnBkZgGZBwACAEFFAwAAs1I/Z4Q9Amf+TSTwEDpGoxzD1ePNQBk/B76A1or1PhQoOkfEbUvPH4IDGaIlE96s+msHUEsBAj8DMwABAGMAJVJ+XQAAAAAzAAAAFwAAAA0ALwAAAAAAAAAggKSBAAAAAEFubmEgU21pdC5wZGYKACAAAAAAAAEAGACneF71s4DdAQAAAAAAAAAAAAAAAAAAAAABmQcAAgBBRQMAAFBLBQYAAAAAAQABAGoAAABpAAAAAAA=',
      before:
        'UEsDBBQAAQAAACVSfl1JuSSDIwAAABcAAAANAAAAQW5uYSBTbWl0LnBkZkaepFXUqatTaREBHAv7OsWcMnkSvnl0appMDWDljY/ubjjAUEsBAj8DFAABAAAAJVJ+XUm5JIMjAAAAFwAAAA0AJAAAAAAAAAAggKSBAAAAAEFubmEgU21pdC5wZGYKACAAAAAAAAEAGACneF71s4DdAQAAAAAAAAAAAAAAAAAAAABQSwUGAAAAAAEAAQBfAAAATgAAAAAA',
    };
    for (const [name, base64] of Object.entries(made)) {
      const file = new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], `${name}.zip`);
      const beside = new File(['%PDF-1.7'], 'Jan Jansen.pdf');
      expect(await collected([file, beside])).to.deep.equal([
        `${name}.zip/Anna Smit.pdf zip-encrypted`,
        'Jan Jansen.pdf 8',
      ]);
    }
  });

  it('is found by numbers of 8 bytes as well, as what packs while it sends writes them whatever the size', async () => {
    const files = { 'map/Zoë.pdf': 'hallo', 'tweede.pdf': 'hallo daar' };
    expect(await collected([new File([largeZip(files)], 'onedrive.zip')])).to.deep.equal([
      'onedrive.zip/map/Zoë.pdf 5',
      'onedrive.zip/tweede.pdf 10',
    ]);
    // What says that a number stands there, and has none, or names a place behind the end.
    expect(await collected([new File([largeZip(files, { numbers: 1 })], 'a.zip')])).to.deep.equal([
      'a.zip zip-damaged',
    ]);
    expect(await collected([new File([largeZip(files, { start: 2 ** 40 })], 'b.zip')])).to.deep.equal([
      'b.zip zip-damaged',
    ]);
    const list = await collected([new File([largeZip(files, { size: 2 ** 40 })], 'c.zip')]);
    expect(list).to.deep.equal(['c.zip zip-damaged']);
  });

  it('is called as it was, also by programs that write no Unicode', async () => {
    const marked = zipSync({ 'Zoë Öztürk.pdf': bytes('x') });
    expect(await collected([new File([marked], 'a.zip')])).to.deep.equal(['a.zip/Zoë Öztürk.pdf 1']);
    // Code page 850, as Windows writes it: Zoë.
    const old = zipSync({ 'ZoX.pdf': bytes('x') });
    for (let at = 0; at < old.length; at += 1) if (old[at] === 0x58) old[at] = 0x89;
    expect(await collected([new File([old], 'b.zip')])).to.deep.equal(['b.zip/Zoë.pdf 1']);
    // The letters of a country, and the name as it is beside them.
    const extra = { 0x7075: Uint8Array.from([1, 0, 0, 0, 0, ...bytes('Łukasz.pdf'.normalize('NFD'))]) };
    const beside = zip({ '_ukasz.pdf': [bytes('x'), { extra }] }, 'c.zip');
    expect(await collected([beside])).to.deep.equal(['c.zip/Łukasz.pdf 1']);
  });
});
