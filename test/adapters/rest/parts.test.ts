import type { Change } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { Changes } from '../../../packages/adapters/src/rest/events/changes.js';
import { parseRetryAfter, retryDelayMs } from '../../../packages/adapters/src/rest/http/retry.js';
import { SseParser, type ServerEvent } from '../../../packages/adapters/src/rest/events/sse-parser.js';
import { subjectOf } from '../../../packages/adapters/src/rest/token/subject-of.js';
import { xmlReader } from '../../../packages/adapters/src/rest/xml/read-xml.js';
import { expectRejection } from '../../contract/assertions.js';

describe('Waiting before a request is repeated', () => {
  it('takes longer each time, up to a bound, and is spread over all of it', () => {
    const longest = { retries: 9, firstDelayMs: 100, maxDelayMs: 500, random: () => 1 };
    expect([0, 1, 2, 3, 30].map((retry) => retryDelayMs(retry, longest))).to.deep.equal([100, 200, 400, 500, 500]);
    expect(retryDelayMs(2, { ...longest, random: () => 0.25 })).to.equal(100);
  });

  it('takes what the server asks for, in seconds or until a moment', () => {
    const nowMs = Date.parse('2026-08-20T10:00:00Z');
    expect(parseRetryAfter('120', nowMs)).to.equal(120_000);
    expect(parseRetryAfter('Thu, 20 Aug 2026 10:00:30 GMT', nowMs)).to.equal(30_000);
    expect(parseRetryAfter('Thu, 20 Aug 2026 09:00:00 GMT', nowMs)).to.equal(0);
    expect([null, 'soon', ''].map((header) => parseRetryAfter(header, nowMs))).to.deep.equal(Array(3).fill(undefined));
  });
});

describe('Server-sent events', () => {
  const STREAM = ': hello\nretry: 10\n\ndata: one\r\ndata:two\r\r\nevent: other\ndata\n\nid: 7\n\ndata: lost';
  const EVENTS: ServerEvent[] = [
    { type: 'message', data: 'one\ntwo' },
    { type: 'other', data: '' },
  ];

  it('are the same wherever the stream is cut', () => {
    for (let cut = 0; cut <= STREAM.length; cut += 1) {
      const events: ServerEvent[] = [];
      const parser = new SseParser((event) => events.push(event));
      parser.push(STREAM.slice(0, cut));
      parser.push(STREAM.slice(cut));
      expect(events, `cut at ${cut}`).to.deep.equal(EVENTS);
    }
  });

  it('say how much of an unfinished one is held', () => {
    const parser = new SseParser(() => undefined);
    parser.push('data: 12345\ndata: 678');
    expect(parser.heldLength).to.equal('12345data: 678'.length);
  });
});

describe('The owner of a token', () => {
  const token = (payload: object) => `e30.${btoa(JSON.stringify(payload)).replace(/=+$/, '')}.signature`;

  it('is its subject, at its issuer', () => {
    expect(subjectOf(token({ sub: 'jan', iss: 'portal' }))).to.equal('["portal","jan"]');
    expect(subjectOf(token({ sub: 'jan' }))).to.equal('["","jan"]');
  });

  it('is not known when it says nothing of the kind', () => {
    for (const other of [undefined, '', 'opaque', 'a.b.c', token({ sub: 7 }), token({})]) {
      expect(subjectOf(other)).to.equal(undefined);
    }
  });
});

describe('Telling changes', () => {
  const e1 = { kind: 'enrollment', id: 'e1' } as const;
  const e2 = { kind: 'enrollment', id: 'e2' } as const;

  function listening() {
    const told: Change[] = [];
    const changes = new Changes(() => undefined);
    changes.subscribe((change) => told.push(change));
    changes.connected();
    return { changes, told };
  }
  const write = (changes: Changes, version: number) =>
    changes.write(
      async () => version,
      () => [{ ...e1, version }],
    );

  it('happens once for what was made here, whichever way it is heard first', async () => {
    const { changes, told } = listening();
    await write(changes, 2);
    changes.hear(e1);
    expect(told).to.deep.equal([e1]);
    await changes.write(
      async () => changes.hear(e1),
      () => [{ ...e1, version: 3 }],
    );
    expect(told).to.deep.equal([e1, e1]);
    changes.hear(e1);
    expect(told).to.have.length(3);
  });

  it('leaves out an answer that is no newer than what was known', async () => {
    const { changes, told } = listening();
    changes.saw({ ...e1, version: 4 });
    await write(changes, 4);
    expect(told).to.deep.equal([]);
  });

  it('tells after a gap what was read before and in it, and before the first connection what was read since', () => {
    const { changes, told } = listening();
    changes.saw({ ...e1, version: 1 });
    changes.disconnected();
    changes.saw({ ...e2, version: 1 });
    changes.connected();
    expect(told).to.deep.equal([e1, e2]);

    const fresh = new Changes(() => undefined);
    fresh.saw({ ...e1, version: 1 });
    const heard: Change[] = [];
    fresh.subscribe((change) => heard.push(change));
    fresh.saw({ ...e2, version: 1 });
    fresh.connected();
    expect(heard).to.deep.equal([e2]);
  });

  it('listens only as long as anybody does', () => {
    const states: boolean[] = [];
    const changes = new Changes((isListening) => states.push(isListening));
    const stops = [changes.subscribe(() => undefined), changes.subscribe(() => undefined)];
    for (const stop of [...stops, ...stops]) stop();
    expect(states).to.deep.equal([true, false]);
  });
});

describe('Reading XML', () => {
  const read = (xml: string, contentType = 'application/xml; charset=utf-8') =>
    xmlReader().body({ status: 200, contentType, retryAfter: null, isRedirected: false, body: new Blob([xml]) });

  it('gives text as it is, numbers where there are numbers, and a list where there is one item', async () => {
    const page =
      '<certificates total="1" size="50" offset="0">\n <certificate><id>007</id><version>3</version></certificate></certificates>';
    expect(await read(page)).to.deep.equal({ items: [{ id: '007', version: 3 }], total: 1, size: 50, offset: 0 });
    expect(await read('<certificates total="0" size="50" offset="0"/>')).to.deep.include({ items: [], total: 0 });
    const name = '<certificate><name> A &amp;lt; B &#x41;&#13; &unknown;</name><note/></certificate>';
    expect(await read(name)).to.deep.equal({ name: ' A &lt; B A\r &unknown;', note: '' });
  });

  it('refuses what is not whole, is something else, or brings entities of its own', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>';
    for (const xml of ['<a><b></a>', '<a>', '', 'text', '<a/><b/>', bomb])
      await expectRejection(read(xml), 'bad-answer');
    await expectRejection(read('<html/>', 'text/html'), 'bad-answer');
  });
});
