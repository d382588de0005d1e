import { expect } from '@open-wc/testing';
import { readSize } from '../../../packages/elements/src/base/files/read-size.js';
import { readAccept } from '../../../packages/elements/src/certificate-upload/read-limits.js';
import { linkAddress } from '../../../packages/elements/src/base/link-address.js';

describe('the accept attribute', () => {
  for (const [text, value] of [
    [undefined, ['application/pdf']],
    ['', ['application/pdf']],
    ['application/pdf image/png', ['application/pdf', 'image/png']],
    ['.pdf,.PNG , .jpg', ['application/pdf', 'image/png', 'image/jpeg']],
    ['.jpeg', ['image/jpeg']],
    ['image/*', ['image/png', 'image/jpeg']],
  ] as const) {
    it(`reads ${text}`, () => expect(readAccept(text)).to.deep.equal({ value }));
  }

  it('leaves out and names what a certificate can never be', () => {
    expect(readAccept('.pdf .docx .exe')).to.deep.equal({ value: ['application/pdf'], invalid: '.docx .exe' });
    expect(readAccept('nothing')).to.deep.equal({ value: ['application/pdf'], invalid: 'nothing' });
  });
});

describe('the max-size attribute', () => {
  const DEFAULT = 10 * 1024 * 1024;

  for (const [size, value] of [
    [undefined, DEFAULT],
    ['', DEFAULT],
    ['500', 500],
    [2000, 2000],
    ['10MB', 10e6],
    ['1.5 mb', 1.5e6],
    ['500kB', 5e5],
    ['2MiB', 2 * 1024 * 1024],
    ['1.5 GB', 1.5e9],
  ] as const) {
    it(`reads ${size}`, () => expect(readSize(size, DEFAULT)).to.deep.equal({ value }));
  }

  for (const size of ['large', '0', '-5', '10 TB', 'MB']) {
    it(`names ${size} as no size`, () => expect(readSize(size, DEFAULT).invalid).to.equal(size));
  }
});

describe('the setup-url attribute', () => {
  const base = 'https://portal.example/enrollments/';
  for (const address of ['/products/1', 'https://other.example/', '?product=1']) {
    it(`links to ${address}`, () => expect(linkAddress(address, base)).to.equal(address));
  }
  for (const address of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'http://']) {
    it(`doesn't link to ${address}`, () => expect(linkAddress(address, base)).to.equal(undefined));
  }
});
