// Files that are two things at once, or not what they are called.
import { deflateRawSync } from 'node:zlib';
import { pdf } from './records.js';

const SCRIPT = '<script>window.hit=1;document.title="hit";fetch("/hit")</script>';

const pngHead = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02', 'hex');
const pngBody = Buffer.from('0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082', 'hex');

/** A picture that carries a text. */
function png(text: string): Buffer<ArrayBuffer> {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('tEXt'), Buffer.from(text), Buffer.alloc(4)]);
  chunk.writeUInt32BE(text.length, 0);
  return Buffer.concat([pngHead, chunk, pngBody]);
}

/** A zip file with one entry, as a Java archive is. */
function zip(name = 'META-INF/MANIFEST.MF', content = 'Main-Class: Hit'): Buffer<ArrayBuffer> {
  const data = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([local, Buffer.from(name), data, end]);
}

export const REFUSED: Readonly<Record<string, Buffer<ArrayBuffer>>> = {
  'a web page': Buffer.from(`<!doctype html>${SCRIPT}`),
  'a web page after spaces': Buffer.from(`  \n\t<html>${SCRIPT}</html>`),
  'a web page after a byte order mark': Buffer.from(`\ufeff<html>${SCRIPT}</html>`),
  'a web page that carries a PDF': Buffer.concat([Buffer.from(`<html>${SCRIPT}`), pdf()]),
  'a comment of HTML and then a PDF': Buffer.concat([Buffer.from('<!-- '), pdf(), Buffer.from(' -->')]),
  'an SVG picture': Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
  'an SVG picture with a declaration': Buffer.from(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>`),
  'an XML document with a style of its own': Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="x"?><a/>'),
  'a script': Buffer.from('window.hit=1//%%EOF'),
  'a script of a shell': Buffer.from('#!/bin/sh\nrm -rf /\n%%EOF'),
  'a program of Windows': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('%%EOF')]),
  'a program of Linux': Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(200)]),
  'a zip file': zip(),
  'a picture that is a Java archive': Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(30), zip()]),
  'a zip file that carries a PDF': Buffer.concat([zip('a.pdf'), pdf()]),
  'a Word document': zip('word/document.xml', '<w/>'),
  'a PDF of which the end is missing': pdf().subarray(0, 20),
  'a PDF that needs a password': Buffer.from('%PDF-1.7\ntrailer\n<< /Encrypt 5 0 R /Size 1 >>\nstartxref\n0\n%%EOF\n'),
  'the name of a PDF and nothing else': Buffer.from('%PDF-'),
  nothing: Buffer.alloc(0),
};

/** What is a certificate by its bytes, and something else as well. */
export const KEPT: Readonly<
  Record<string, { readonly bytes: Buffer<ArrayBuffer>; readonly name: string; readonly type: string }>
> = {
  'a PDF called a web page': { bytes: pdf(SCRIPT), name: 'x.html', type: 'application/pdf' },
  'a PDF that ends in a web page': {
    bytes: Buffer.concat([pdf(), Buffer.from(`<html>${SCRIPT}</html>`)]),
    name: 'x.htm',
    type: 'application/pdf',
  },
  'a PDF that ends in a Java archive': {
    bytes: Buffer.concat([pdf(), zip(), pdf().subarray(-30)]),
    name: 'x.jar',
    type: 'application/pdf',
  },
  'a picture with a script inside': { bytes: png(SCRIPT), name: 'x.svg', type: 'image/png' },
  'a PDF called a script': { bytes: pdf('script'), name: 'x.js', type: 'application/pdf' },
  'a PDF called a program': { bytes: pdf('program'), name: 'diploma.pdf\u202efdp.exe', type: 'application/pdf' },
};
