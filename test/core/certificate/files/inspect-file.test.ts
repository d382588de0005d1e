import { inspectFile, type Binary, type CertificateMediaType } from '@enrollkit/core';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

const ALL: readonly CertificateMediaType[] = ['application/pdf', 'image/png', 'image/jpeg'];

async function fixture(name: string): Promise<Blob> {
  return new Blob([await readFile(new URL(`../../../fixtures/certificates/${name}`, import.meta.url))]);
}

/** Bytes written as one character each. */
function bytes(text: string): Blob {
  return new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))]);
}

async function refusal(file: Binary, accept?: readonly CertificateMediaType[]) {
  const { issues } = await inspectFile(file, accept ? { accept } : {});
  return issues?.[0] && { code: issues[0].code, ...issues[0].params };
}

describe('real files', () => {
  test.each([
    ['certificate.pdf', 'application/pdf'],
    ['xref-stream.pdf', 'application/pdf'],
    ['linearized.pdf', 'application/pdf'],
    ['certificate.png', 'image/png'],
    ['certificate.jpg', 'image/jpeg'],
  ])('%s is accepted as %s', async (name, mediaType) => {
    expect(await inspectFile(await fixture(name), { accept: ALL })).toEqual({ mediaType });
  });

  test.each([
    ['encrypted.pdf', { code: 'file-encrypted' }],
    ['encrypted-xref-stream.pdf', { code: 'file-encrypted' }],
    ['encrypted-linearized.pdf', { code: 'file-encrypted' }],
    ['truncated.pdf', { code: 'file-truncated', found: 'pdf' }],
    ['empty.pdf', { code: 'file-empty' }],
    ['diploma.docx', { code: 'file-not-pdf', found: 'word' }],
    ['web-page.pdf', { code: 'file-not-pdf', found: 'html' }],
    ['web-page-then-pdf.pdf', { code: 'file-not-pdf', found: 'html' }],
    ['certificate.png', { code: 'file-not-pdf', found: 'png' }],
    ['certificate.jpg', { code: 'file-not-pdf', found: 'jpeg' }],
  ])('%s is refused: %o', async (name, expected) => {
    expect(await refusal(await fixture(name))).toEqual(expected);
  });

  test.each(['truncated.png', 'truncated.jpg'])('%s is refused as not complete', async (name) => {
    expect(await refusal(await fixture(name), ALL)).toMatchObject({ code: 'file-truncated' });
  });
});

describe('crafted bytes', () => {
  test.each([
    ['nothing before the header', '%PDF-1.7\n%%EOF'],
    ['lines of a mail system before the header', `From: school\r\n${'x'.repeat(900)}\r\n%PDF-1.4\n%%EOF\n`],
    ['blanks after the end', `%PDF-1.4\n%%EOF${' '.repeat(500)}`],
    ['a message of a mail system before the header', `Message-ID: <a1b2@mail.example.nl>\r\n\r\n%PDF-1.4\n%%EOF\n`],
    ['a text about /Encrypt', '%PDF-1.4\n(how to /Encrypt files)\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF'],
    ['a pointer past the end', '%PDF-1.4\ntrailer <</Root 1 0 R>>\nstartxref\n99999999\n%%EOF'],
    ['no number after startxref', '%PDF-1.4\nstartxref\nnone\n%%EOF'],
  ])('a PDF with %s is accepted', async (_, text) => {
    expect(await inspectFile(bytes(text))).toEqual({ mediaType: 'application/pdf' });
  });

  test.each([
    ['a header after the first 1024 bytes', `${'x'.repeat(1024)}%PDF-1.4\n%%EOF`, 'unknown'],
    ['a header only in the name of something', 'PDF-1.7 %%EOF', 'unknown'],
    ['a web page with a PDF inside', '\n<!-- %PDF-1.4 --><script>alert(1)</script>%%EOF', 'html'],
    ['text, then markup, then a PDF', 'hello <script>alert(1)</script> %PDF-1.4\n%%EOF', 'html'],
    ['an SVG with a PDF inside', '<?xml version="1.0"?><svg xmlns="x"><!--%PDF-1.4--></svg>%%EOF', 'svg'],
    ['an SVG after a byte order mark', '\xef\xbb\xbf<svg onload="x()">%PDF-1.4\n%%EOF', 'svg'],
    ['a GIF with a PDF inside', 'GIF89a%PDF-1.4\n%%EOF', 'gif'],
    ['a zip with a PDF inside', 'PK\x03\x04%PDF-1.4\n%%EOF', 'zip'],
    ['a photo of an iPhone', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
    ['a WebP picture', 'RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['a scan as TIFF', 'II*\0\b\0\0\0', 'tiff'],
    ['an old office file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'office'],
    ['an old Word file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0', 'word'],
    ['a message of Outlook', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1_\0_\0s\0u\0b\0s\0t\0g\0', 'mail'],
    [
      'a message as mail programs save it',
      'From: school <s@example.nl>\r\nSubject: diploma\r\n x\r\nMIME-Version: 1.0\r\n',
      'mail',
    ],
    ['an AVIF picture', '\0\0\0\x18ftypavif', 'avif'],
    ['a film', '\0\0\0\x18ftypqt  ', 'video'],
    ['a BMP picture', 'BM\x10\x10\0\0\0\0\0\0', 'bmp'],
    ['a document of Pages', 'PK\x03\x04\x14\0Index/Document.iwa', 'pages'],
    ['an RTF file', '{\\rtf1\\ansi', 'rtf'],
    ['a spreadsheet', 'PK\x03\x04\x14\0xl/workbook.xml', 'spreadsheet'],
    ['a LibreOffice text', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text', 'word'],
    ['slides', 'PK\x03\x04\x14\0ppt/presentation.xml', 'presentation'],
  ])('%s is not a PDF', async (_, text, found) => {
    expect(await refusal(bytes(text))).toEqual({ code: 'file-not-pdf', found });
  });

  test('what else is accepted is said when pictures are accepted too', async () => {
    expect(await refusal(bytes('GIF89a'), ['application/pdf', 'image/png'])).toEqual({
      code: 'file-type-not-accepted',
      found: 'gif',
      accepted: 'application/pdf image/png',
    });
  });

  test('markup that starts a thousand comments is told at once', async () => {
    expect(await refusal(bytes('<!---->'.repeat(600)))).toMatchObject({ found: 'html' });
  });
});

describe('size', () => {
  test('a file of exactly the limit is accepted and one byte more is not', async () => {
    const file = bytes('%PDF-1.7\n%%EOF');
    expect(await inspectFile(file, { maxSizeBytes: 14 })).toEqual({ mediaType: 'application/pdf' });
    expect(await inspectFile(file, { maxSizeBytes: 13 })).toEqual({
      issues: [
        { code: 'file-too-large', severity: 'error', path: 'file', params: { sizeBytes: 14, maxSizeBytes: 13 } },
      ],
    });
  });

  test('the limit is 10 MB when none is given', async () => {
    const sized = (size: number): Binary => ({ ...closed, size });
    expect(await refusal(sized(10 * 1024 * 1024 + 1))).toMatchObject({ code: 'file-too-large' });
    expect(await refusal(sized(10 * 1024 * 1024))).toMatchObject({ code: 'file-unreadable' });
  });

  test('what can not be read, such as a folder, is told apart from what is empty', async () => {
    expect(await refusal(closed)).toEqual({ code: 'file-unreadable' });
    expect(await refusal(new Blob([]))).toEqual({ code: 'file-empty' });
  });

  test('a large file is read once, in pieces, besides its head and tail', async () => {
    const pdf = `%PDF-1.7\n${'x'.repeat(4_000_000)}\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF`;
    const counted = new CountingBinary(bytes(pdf));
    expect(await inspectFile(counted)).toEqual({ mediaType: 'application/pdf' });
    expect(counted.read.bytes).toBeLessThan(pdf.length + 70 * 1024);
  });

  test('a file as large as most certificates is read at once', async () => {
    const pdf = `%PDF-1.7\n${'x'.repeat(200_000)}\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF`;
    const counted = new CountingBinary(bytes(pdf));
    expect(await inspectFile(counted)).toEqual({ mediaType: 'application/pdf' });
    expect(counted.read).toEqual({ bytes: pdf.length, times: 1 });
  });
});

const closed: Binary = {
  size: 4096,
  type: '',
  slice: () => closed,
  arrayBuffer: () => Promise.reject(new Error('NotReadableError')),
};

class CountingBinary implements Binary {
  readonly size: number;
  readonly type = '';
  readonly read: { bytes: number; times: number };
  readonly #blob: Blob;
  constructor(blob: Blob, read = { bytes: 0, times: 0 }) {
    this.#blob = blob;
    this.read = read;
    this.size = blob.size;
  }
  slice(start?: number, end?: number): Binary {
    return new CountingBinary(this.#blob.slice(start, end), this.read);
  }
  arrayBuffer(): Promise<ArrayBuffer> {
    this.read.bytes += this.size;
    this.read.times += 1;
    return this.#blob.arrayBuffer();
  }
}

/** A small whole PDF with these objects. */
function pdfOf(...objects: readonly string[]): string {
  return `%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj ${object} endobj\n`).join('')}trailer << /Root 1 0 R >>\n%%EOF\n`;
}
const PAGES = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page >>'];

describe('what is inside a PDF', () => {
  test('a name may be written in numbers, and protects the file all the same', async () => {
    const trailer = 'trailer << /Encryp#74 5 0 R /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';
    expect(await refusal(bytes(`%PDF-1.7\n${trailer}`))).toEqual({ code: 'file-encrypted' });
  });

  test('a PDF without pages is none that shows a certificate', async () => {
    const [catalog] = PAGES;
    expect(await refusal(bytes(pdfOf(catalog!, '<< /Type /Pages /Kids [] /Count 0 >>')))).toEqual({
      code: 'file-without-pages',
    });
    expect(await inspectFile(bytes(pdfOf(...PAGES)))).toEqual({ mediaType: 'application/pdf' });
  });

  test('a name is that name wherever it stands: it is read a slice at a time', async () => {
    const [catalog] = PAGES;
    const noPages = '<< /Type /Pages /Kids [] /Count 0 >>';
    const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
    const sliceBytes = 64 * 1024;
    const behind = (count: number, ...objects: readonly string[]) =>
      new Blob([pdfOf(`<< >> ${' '.repeat(sliceBytes - count)}`, catalog!, ...objects)]);
    for (let count = 60; count < 160; count += 1) {
      expect(await refusal(behind(count, noPages)), `${count}`).toEqual({ code: 'file-without-pages' });
      const found = await inspectFile(behind(count, '<< /Type /Page >>', script));
      expect(found, `${count}`).toMatchObject({ activeContent: ['javascript'] });
    }
  });

  test.each([
    ['<< /S /JavaScript /JS (app.alert(1)) >>', 'javascript'],
    ['<< /S/Java#53cript /JS 9 0 R >>', 'javascript'],
    ['<< /Type /Action /S /Launch /F (cmd.exe) >>', 'launch'],
    ['<< /Names << /EmbeddedFiles 8 0 R >> >>', 'embedded-file'],
    ['<< /Type/EmbeddedFile /Length 3 >> stream', 'embedded-file'],
  ])('%s is told of', async (object, content) => {
    expect(await inspectFile(bytes(pdfOf(...PAGES, object)))).toEqual({
      mediaType: 'application/pdf',
      activeContent: [content],
    });
  });

  test('also where one piece that is read ends and the next begins', async () => {
    for (const shift of [1, 8, 15]) {
      const padding = 'x'.repeat(256 * 1024 - shift - 9);
      const { activeContent } = (await inspectFile(bytes(`%PDF-1.7\n${padding}/S /JavaScript ${pdfOf(...PAGES)}`))) as {
        activeContent?: readonly string[];
      };
      expect(activeContent, String(shift)).toEqual(['javascript']);
    }
  });

  test('ordinary words and bytes are nothing to tell of', async () => {
    const words = '<< /Title (JavaScript, Launch and EmbeddedFile) /JS /Launcher /S /JavaScripts >>';
    expect(await inspectFile(bytes(pdfOf(...PAGES, words)))).toEqual({ mediaType: 'application/pdf' });
  });
});

test.each([
  ['a program for Windows', 'MZ\x90\0', 'program'],
  ['a script', '#!/bin/sh\n', 'program'],
  ['a page in UTF-16, small end first', '\xff\xfe<\0h\0t\0m\0l\0>\0', 'html'],
  ['a page in UTF-16, big end first', '\xfe\xff\0<\0h\0t\0m\0l\0>', 'html'],
  ['words and a page in UTF-16', 'a\0 \0<\0h\0t\0m\0l\0>\0', 'html'],
])('%s that carries a PDF further on is what it begins as', async (_, before, found) => {
  expect(await refusal(bytes(before + pdfOf(...PAGES)))).toEqual({ code: 'file-not-pdf', found });
});
