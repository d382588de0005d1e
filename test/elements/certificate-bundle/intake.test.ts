import { expect } from '@open-wc/testing';
import { zipSync, type Zippable } from 'fflate';
import { collectFiles } from '../../../packages/elements/src/certificate-bundle/intake/collect-files.js';

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
    expect(await collected([new File([liar], 'liar.zip')])).to.deep.equal(['liar.zip/bomb.pdf zip-unreadable']);
    // Two hundred small ones of which each may be there, and all together are too many.
    const many = zip(
      Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at + 10}.pdf`, new Uint8Array(90_000)])),
    );
    const found = await collected([many], { ...LIMITS, maxFiles: 40 });
    expect(found.filter((each) => each.endsWith(' 90000'))).to.have.lengthOf(11);
    expect(found.filter((each) => each.endsWith(' too-many-files'))).to.have.lengthOf(19);
    expect(await collected([many])).to.have.lengthOf(21);
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
      'c.zip/a.pdf zip-unreadable',
    ]);
    expect(await collected([new File([plain.slice(0, -30)], 'd.zip')])).to.deep.equal(['d.zip zip-unreadable']);
    const broken = Uint8Array.from(plain);
    broken.fill(0xff, 36, 44);
    expect(await collected([new File([broken], 'e.zip')])).to.deep.equal(['e.zip/a.pdf zip-unreadable']);
    // Any file may end in .zip.
    expect(await collected([new File(['%PDF-1.7'], 'f.zip')])).to.deep.equal(['f.zip 8']);
  });

  it('is called as it was, also by programs that write no Unicode', async () => {
    const marked = zipSync({ 'Zoë Öztürk.pdf': bytes('x') });
    expect(await collected([new File([marked], 'a.zip')])).to.deep.equal(['a.zip/Zoë Öztürk.pdf 1']);
    // Code page 850, as Windows writes it: Zoë.
    const old = zipSync({ 'ZoX.pdf': bytes('x') });
    for (let at = 0; at < old.length; at += 1) if (old[at] === 0x58) old[at] = 0x89;
    expect(await collected([new File([old], 'b.zip')])).to.deep.equal(['b.zip/Zoë.pdf 1']);
  });
});
