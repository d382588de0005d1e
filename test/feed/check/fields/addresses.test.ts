import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf } from '../support.js';

const page = async (url: string) =>
  (await codesOf({ WebAddress: `<![CDATA[${url}]]>` })).map((code) => code.split(' ')[0]);

describe('a web address', () => {
  it.each([
    'https://www.duinweg.example/cursus',
    'http://duinweg.example',
    'https://duinweg.example:8443/a/b.html?x=1&y=2#z',
    'https://duinweg.example/caf%C3%A9',
    'https://café.example/ü?q=[1]',
    'HTTPS://WWW.DUINWEG.EXAMPLE/',
    'https://93.184.216.34/cursus',
  ])('is in order: %s', async (url) => {
    expect(await page(url)).toEqual([]);
  });

  it.each([
    ['n.v.t.', 'url-invalid'],
    ['geen', 'url-invalid'],
    ['info@duinweg.example', 'url-invalid'],
    ['mailto:info@duinweg.example', 'url-invalid'],
    ['javascript:alert(1)', 'url-invalid'],
    ['ftp://duinweg.example/a', 'url-invalid'],
    ['https://', 'url-invalid'],
    ['https:/www.duinweg.example', 'url-invalid'],
    ['http:\\\\www.duinweg.example', 'url-invalid'],
    ['https://https://www.duinweg.example', 'url-invalid'],
    ['https://www..duinweg.example', 'url-invalid'],
    ['<iframe src="https://duinweg.example"></iframe>', 'url-invalid'],
    ['www.duinweg.example/cursus', 'url-without-scheme'],
    ['//duinweg.example', 'url-without-scheme'],
    ['https://duinweg.example/een cursus', 'url-has-spaces'],
    ['https://duinweg.example/?a=1&amp;b=2', 'url-escaped-twice'],
    ['http://localhost:8080/cursus', 'url-not-public'],
    ['http://intranet/cursus', 'url-not-public'],
    ['http://server.local/', 'url-not-public'],
    ['http://192.168.1.20/', 'url-not-public'],
    ['http://10.0.0.1/', 'url-not-public'],
    ['http://172.20.0.1/', 'url-not-public'],
    ['http://[::1]/', 'url-not-public'],
    ['http://[fd00::1]/', 'url-not-public'],
    ['https://www.example.com/cursus', 'url-placeholder'],
    ['https://www.uwdomein.nl/cursus', 'url-placeholder'],
  ])('is not: %s is %s', async (url, code) => {
    expect(await page(url)).toEqual([code]);
  });

  it('without its beginning comes with the whole one', async () => {
    const [finding] = await findingsOf({ WebAddress: 'www.duinweg.example/cursus' });
    expect(finding?.params).toEqual({ url: 'www.duinweg.example/cursus', use: 'https://www.duinweg.example/cursus' });
  });

  it.each(['172.15.0.1', '172.32.0.1', '193.168.0.1', '11.0.0.1'])('%s is open to everybody', async (host) => {
    expect(await page(`http://${host}/`)).toEqual([]);
  });
});

describe('the address of an image', () => {
  it('may not be escaped, which that of a page may', async () => {
    const Images = '<ImageUrl>https://duinweg.example/a%20b.jpg</ImageUrl>';
    expect(await codesOf({ Images })).toEqual(['url-escaped imageUrls[0]']);
  });
});

describe('the address of a video', () => {
  it.each(['https://www.youtube.com/watch?v=x', 'https://youtu.be/x', 'https://player.vimeo.com/video/1'])(
    'is of YouTube or Vimeo: %s',
    async (VideoEmbed) => {
      expect(await codesOf({ VideoEmbed })).toEqual([]);
    },
  );

  it('of another site is pointed out', async () => {
    expect(await codesOf({ VideoEmbed: 'https://duinweg.example/film.mp4' })).toEqual(['video-host videoUrl']);
    expect(await codesOf({ VideoEmbed: 'https://notyoutube.com/x' })).toEqual(['video-host videoUrl']);
  });
});

describe('an e-mail address', () => {
  const trainers = (...emails: readonly string[]) => ({
    Trainers: emails.map((email) => `<Trainer><Email><![CDATA[${email}]]></Email></Trainer>`).join(''),
  });

  it.each(['h.brandsma@duinweg.example', "o'neill+x@mail.duinweg.example", 'josé@café.example'])(
    'is in order: %s',
    async (email) => {
      expect(await codesOf(trainers(email))).toEqual([]);
    },
  );

  it.each([
    'geen',
    'a@b',
    'a@@duinweg.example',
    'a b@duinweg.example',
    'a@duinweg..example',
    'a.@duinweg.example',
    '@duinweg.example',
    'Hanneke <h@duinweg.example>',
    'a@duinweg.example, b@duinweg.example',
    `${'a'.repeat(250)}@duinweg.example`,
  ])('is an error: %s', async (email) => {
    expect(await codesOf(trainers(email))).toEqual(['email-invalid trainerEmails[0]']);
  });

  it('of a contact person is looked at too', async () => {
    const ContactPerson = '<Name>H</Name><Telephone>1</Telephone><EmailAddress>geen</EmailAddress>';
    expect(await codesOf({ ContactPerson })).toEqual(['email-invalid contactPerson.email']);
  });

  it('of a trainer that is listed twice is pointed out, in any case of letters', async () => {
    expect(await codesOf(trainers('h@duinweg.example', 'H@Duinweg.example'))).toEqual([
      'duplicate-trainer trainerEmails[1]',
    ]);
  });
});
