import { inspectFile, type CertificateMediaType } from '@enrollkit/core';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const ALL: readonly CertificateMediaType[] = ['application/pdf', 'image/png', 'image/jpeg'];
const FIXTURES = new URL('../../../fixtures/certificates/', import.meta.url);

const binary = (text: string): Buffer => Buffer.from(text, 'latin1');
const fixture = async (name: string): Promise<Buffer> => readFile(new URL(name, FIXTURES));

const fixturePath = (name: string): string => new URL(name, FIXTURES).pathname;

/** `whole`, or the code of what is told or refused. */
async function outcome(...parts: readonly Uint8Array[]): Promise<string> {
  const { issues, notices } = await inspectFile(new Blob([...parts] as BlobPart[]), { accept: ALL });
  return (issues ?? notices)?.map(({ code }) => code).join(' ') ?? 'whole';
}

const ZEROS = Buffer.alloc(70_000);
const FILM = Buffer.concat([binary('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), Buffer.alloc(300_000, 7)]);
const BEHIND: readonly (readonly [string, Uint8Array])[] = [
  ['zeros', ZEROS],
  ['empty lines', binary('\r\n'.repeat(2000))],
  ['a web page', binary(`<html><body>${'Access denied '.repeat(400)}</body></html>`)],
  ['a film', FILM],
  ['a signature of a mail gateway', binary(`\n-- \n${'x'.repeat(3000)}\nContent-Type: text/plain; stream\n`)],
];

const WHOLE = ['certificate.pdf', 'xref-stream.pdf', 'linearized.pdf', 'certificate.png', 'certificate.jpg'];

describe('what stands behind a whole file is the business of who handed it on', () => {
  test.each(WHOLE)('%s', async (name) => {
    const file = await fixture(name);
    for (const [what, bytes] of BEHIND) expect(await outcome(file, bytes), what).toBe('whole');
  });
});

test('poppler opens what is accepted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'enrollkit-pdf-'));
  try {
    // Not the one with a cross-reference stream: what is lost there, browsers find again, and poppler doesn't.
    for (const name of ['certificate.pdf', 'linearized.pdf', 'restricted.pdf']) {
      const file = await fixture(name);
      const cut = file.subarray(0, file.lastIndexOf('startxref'));
      const before = binary('Content-Type: application/pdf\r\nMessage-ID: <a1b2@mail.example.nl>\r\n\r\n');
      const cuts = name === 'certificate.pdf' ? [[cut], [cut, ZEROS]] : [];
      const variants = [...BEHIND.map(([, bytes]) => [file, bytes]), [before, file], ...cuts];
      for (const [index, parts] of variants.entries()) {
        const path = join(folder, 'tried.pdf');
        await writeFile(path, Buffer.concat(parts));
        const { stdout } = await run('pdfinfo', [path]);
        expect(stdout, `${name} ${index}`).toMatch(/^Pages: +1$/m);
        expect(await outcome(...parts), `${name} ${index}`).toMatch(
          /^(?:whole|(?:file-restricted ?)?(?:file-end-missing)?)$/,
        );
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('a file that stops before its end', () => {
  test.each([...WHOLE, 'restricted.pdf'])('%s is refused wherever it was cut, whatever fills it up', async (name) => {
    const file = await fixture(name);
    // The last bytes of a PDF are a mark and two numbers: readers do without.
    const last = name.endsWith('.pdf') ? file.lastIndexOf('startxref') - 5 : file.length - 3;
    for (let step = 3; step < 40; step += 1) {
      const cut = file.subarray(0, Math.floor((last * step) / 40));
      for (const filling of [Buffer.alloc(0), ZEROS, binary('<html>timeout</html>')])
        expect(await outcome(cut, filling), `${cut.length} of ${file.length}`).toBe('file-truncated');
    }
  });

  test.each(['certificate.pdf', 'xref-stream.pdf'])('%s is accepted when its mark alone is missing', async (name) => {
    const file = await fixture(name);
    for (const mark of ['%%EOF', 'startxref']) {
      expect(await outcome(file.subarray(0, file.lastIndexOf(mark)))).toBe('file-end-missing');
      expect(await outcome(file.subarray(0, file.lastIndexOf(mark)), ZEROS)).toBe('file-end-missing');
    }
  });

  test('a linearized one too, which says how long it is, unless it was filled up', async () => {
    const file = await fixture('linearized.pdf');
    const cut = file.subarray(0, file.lastIndexOf('%%EOF'));
    expect(await outcome(cut)).toBe('file-end-missing');
    expect(await outcome(cut, Buffer.alloc(file.length - cut.length))).toBe('file-truncated');
  });

  test('a change that was added and cut off is told, though the file before it was whole', async () => {
    const file = await fixture('certificate.pdf');
    expect(await outcome(file, binary('12 0 obj\n<< /Type /Annot /Rect ['))).toBe('file-truncated');
    expect(await outcome(file, binary('12 0 obj\n<< /Length 900 >>\nstream\nBT'))).toBe('file-truncated');
  });
});

describe('a photo without its end', () => {
  // How cameras, scanners and programs write them: colours that are finer than others, each in a scan of its own, restarts.
  const KINDS: readonly (readonly [string, readonly string[]])[] = [
    ['as cameras do', ['-sample', '2x2']],
    ['with all colours as fine', ['-sample', '1x1', '-optimize']],
    ['with wide colours, and restarts', ['-sample', '2x1', '-restart', '3B']],
    ['in grey', ['-grayscale', '-restart', '1']],
    ['a colour after the other', ['-sample', '2x2', '-scans', 'SCANS']],
  ];
  /** Its last colour is the same everywhere, which is written as zeros: not to be told from those that follow. */
  const ENDS_IN_ZEROS = 'a colour after the other';
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'enrollkit-jpeg-'));
    await run('djpeg', [
      '-crop',
      '203x117+160+100',
      '-outfile',
      join(folder, 'photo.ppm'),
      fixturePath('certificate.jpg'),
    ]);
    await writeFile(join(folder, 'SCANS'), '0;\n1;\n2;\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const make = async (options: readonly string[]): Promise<Buffer> => {
    await run('cjpeg', [...options, '-outfile', 'made.jpg', 'photo.ppm'], { cwd: folder });
    return readFile(join(folder, 'made.jpg'));
  };
  /** As libjpeg shows it, which fills up what is missing. */
  const pixels = async (jpeg: Uint8Array): Promise<Buffer> => {
    await writeFile(join(folder, 'shown.jpg'), jpeg);
    // Exit code 2 is its warning.
    await run('djpeg', ['-outfile', 'shown.ppm', 'shown.jpg'], { cwd: folder }).catch(() => undefined);
    return readFile(join(folder, 'shown.ppm'));
  };

  test.each(KINDS)('%s: is told when no pixel is missing, and refused when one is', async (how, options) => {
    const photo = await make(options);
    const shown = await pixels(photo);
    const film = binary('<html>timeout</html>');
    for (const cut of [1, 2]) {
      expect(await outcome(photo.subarray(0, -cut))).toBe('file-end-missing');
      expect(await outcome(photo.subarray(0, -cut), film)).toBe('file-truncated');
    }
    const withZeros = how === ENDS_IN_ZEROS ? 'file-truncated' : 'file-end-missing';
    expect(await outcome(photo.subarray(0, -2), ZEROS)).toBe(withZeros);
    let refused = 0;
    for (let cut = 3; cut < 30; cut += 1) {
      const rest = photo.subarray(0, -cut);
      const said = await outcome(rest);
      if (said === 'file-truncated') refused += 1;
      else expect((await pixels(rest)).equals(shown), `${cut} ${said}`).toBe(true);
      expect(await outcome(rest.subarray(0, -100), ZEROS), `${cut} and zeros`).toBe('file-truncated');
    }
    expect(refused).toBeGreaterThan(20);
  });

  test('of a progressive one it can’t be told, and it is refused', async () => {
    expect(await outcome((await make(['-progressive'])).subarray(0, -2))).toBe('file-truncated');
  });
});

describe('what is inside a file has ends of its own', () => {
  test('a PDF that is kept in another one', async () => {
    const inner = await fixture('certificate.pdf');
    const before = binary(
      `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Page>>\nendobj\n` +
        `3 0 obj\n<</Type/EmbeddedFile/Length ${inner.length}>>\nstream\n`,
    );
    const after = binary(
      `\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n${before.length + inner.length}\n%%EOF\n`,
    );
    expect(await outcome(before, inner, after)).toBe('whole');
    expect(await outcome(before, inner)).toBe('file-truncated');
    expect(await outcome(before, inner.subarray(0, -20))).toBe('file-truncated');
    const locked = await fixture('encrypted.pdf');
    const [head] = before.toString('latin1').split('/Length');
    expect(await outcome(binary(`${head}/Length ${locked.length}>>\nstream\n`), locked, after)).toBe('whole');
  });

  test('the preview of a photo', async () => {
    const photo = await fixture('certificate.jpg');
    const preview = photo.subarray(0, 20_000);
    const segment = Buffer.concat([binary('\xff\xe1'), Buffer.alloc(2), preview, binary('\xff\xd9')]);
    segment.writeUInt16BE(segment.length - 2, 2);
    const cut = photo.subarray(2, photo.length / 2);
    expect(await outcome(binary('\xff\xd8'), segment, photo.subarray(2))).toBe('whole');
    expect(await outcome(binary('\xff\xd8'), segment, cut)).toBe('file-truncated');
  });

  test('where one piece that is read ends and the next begins', async () => {
    const file = await fixture('certificate.pdf');
    const [start, rest] = [file.subarray(0, 9), file.subarray(9)];
    const end = file.length - 9;
    for (const place of ['endobj', 'trailer', 'startxref', '%%EOF']) {
      for (let shift = 0; shift < place.length; shift += 1) {
        const padding = 256 * 1024 - 9 - (end - (file.length - file.lastIndexOf(place))) - shift;
        expect(await outcome(start, Buffer.alloc(padding, ' '), rest), `${place} + ${shift}`).toBe('whole');
      }
    }
  });
});

test('each input of people is what its readers make of it', async () => {
  const pdf = await fixture('certificate.pdf');
  const photo = await fixture('certificate.jpg');
  const mail =
    'Received: from mail.example.nl\r\nMessage-ID: <a1b2@mail.example.nl>\r\nContent-Type: application/pdf\r\n\r\n';
  expect(await outcome(photo, FILM)).toBe('whole');
  expect(await outcome(pdf, Buffer.alloc(1100))).toBe('whole');
  expect(await outcome(pdf, binary('\r\n'.repeat(1000)))).toBe('whole');
  expect(await outcome(binary(mail), pdf)).toBe('whole');
});

describe('an encrypted PDF', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'enrollkit-pdf-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  // Every revision of the standard, as qpdf writes it.
  const KINDS: readonly (readonly [string, ...string[]])[] = [
    ['40', '--print=n'],
    ['128', '--use-aes=n', '--print=none'],
    ['128', '--use-aes=y'],
    ['128', '--force-V4', '--cleartext-metadata'],
    ['256', '--force-R5'],
    ['256', '--print=none'],
  ];
  test.each(KINDS)('with %s bits, %s: opens for everybody unless a user needs a password', async (bits, ...options) => {
    for (const source of ['certificate.pdf', 'xref-stream.pdf', 'linearized.pdf']) {
      for (const password of ['', 'open-me', 'é'.repeat(20)]) {
        const path = join(folder, 'locked.pdf');
        const args = [password, 'owner', bits, ...options, '--'];
        // Exit code 3 is a warning: 40 bits are weak.
        await run('qpdf', ['--allow-weak-crypto', '--encrypt', ...args, new URL(source, FIXTURES).pathname, path]);
        const found = await outcome(await readFile(path));
        expect(found, `${source} ${password}`).toBe(password === '' ? 'file-restricted' : 'file-encrypted');
      }
    }
  });

  test.each(['restricted.pdf'])('%s is told', async (name) => {
    expect(await outcome(await fixture(name))).toBe('file-restricted');
    expect(await outcome(await fixture(name), ZEROS)).toBe('file-restricted');
  });

  test('of which only the attachments are encrypted opens for everybody', async () => {
    const file = (await fixture('encrypted.pdf')).toString('latin1');
    expect(await outcome(binary(file.replace('/StmF /StdCF', '/StmF /Identity')))).toBe('file-restricted');
  });

  test('for named people, or in a way nobody knows, is refused', async () => {
    const file = (await fixture('restricted.pdf')).toString('latin1');
    expect(await outcome(binary(file.replace('/Filter /Standard', '/Filter /Adobe.PS')))).toBe('file-encrypted');
    expect(await outcome(binary(file.replace('/R 6', '/R 9')))).toBe('file-encrypted');
    expect(await outcome(binary(file.replace(/\/U </, '/V <')))).toBe('file-encrypted');
  });
});
