import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { DEFAULT_READ_LIMITS } from '@enrollkit/feed';
import { TextWindow } from '../../../packages/feed/src/xml/text-window.js';
import { XmlReader } from '../../../packages/feed/src/xml/xml-reader.js';

const encoder = new TextEncoder();

/** What a parser makes of a document: its events, neighbouring texts as one, or that it is refused. */
type Reading = readonly string[] | 'refused';

class Events {
  readonly list: string[] = [];
  readonly #dropsBlank: boolean;
  #text = '';
  #isBehindTag = false;

  constructor({ dropsBlank }: { readonly dropsBlank: boolean }) {
    this.#dropsBlank = dropsBlank;
  }

  open = (name: string) => {
    this.#tag(`<${name}>`);
  };
  attribute = (name: string) => {
    this.list.push(`@${name}`);
  };
  close = () => {
    this.#tag('</>');
  };
  element = (name: string, text: string) => {
    this.open(name);
    this.text(text);
    this.close();
    return true;
  };
  text = (text: string) => {
    this.#text += text;
  };
  /** Anything between two tags that isn't text. */
  other = () => {
    this.#isBehindTag = false;
  };

  /** White space between two tags isn't told by ours. */
  #tag(event: string): void {
    const isDropped = this.#dropsBlank && this.#isBehindTag && /^[ \n\t]*$/.test(this.#text);
    if (this.#text !== '' && !isDropped) this.list.push(this.#text);
    this.#text = '';
    this.#isBehindTag = true;
    this.list.push(event);
  }

  /** What ours reads all the same is refused by whoever is strict. */
  readonly report = (code: string): void => {
    throw new Error(code);
  };
}

function readOurs(pieces: readonly string[]): Reading {
  const events = new Events({ dropsBlank: false });
  const window = new TextWindow();
  const reader = new XmlReader(events, window, DEFAULT_READ_LIMITS);
  try {
    for (const piece of pieces) if (window.append(encoder.encode(piece))) reader.read();
    reader.end();
  } catch {
    return 'refused';
  }
  return events.list;
}

function readTheirs(text: string): Reading {
  const events = new Events({ dropsBlank: true });
  const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    events.open(name);
    for (const attribute of Object.keys(attributes)) events.attribute(attribute);
  });
  parser.on('closetag', () => {
    depth -= 1;
    events.close();
  });
  parser.on('text', (each) => (depth > 0 ? events.text(each) : undefined));
  parser.on('cdata', (each) => {
    events.other();
    events.text(each);
  });
  parser.on('comment', events.other);
  parser.on('processinginstruction', events.other);
  try {
    parser.write(text).close();
  } catch {
    return 'refused';
  }
  return events.list;
}

/**
 * Where ours is stricter, or says no to what saxes takes. Everything else must agree.
 * - A document type that is more than a name: refused, because nothing is ever defined or fetched.
 * - A reference with more digits than any character needs.
 * - What saxes lets pass and XML 1.0 doesn't: see each pattern.
 */
const REFUSED_BY_US: readonly RegExp[] = [
  /<!DOCTYPE/,
  /&#\d{8,};|&#x[\dA-Fa-f]{7,};/,
  // saxes takes a question mark behind the target of an instruction for white space.
  /<\?[^\s?>]+\?[^>]/,
];

function isListed(text: string): boolean {
  return REFUSED_BY_US.some((pattern) => pattern.test(text));
}

const name = fc.constantFrom('a', 'b', 'Name', 'x-1', 'é', '_:y', '𐐀');
const space = fc.constantFrom('', '', ' ', '\n', '\t ', '\n  ');
const characters = fc.constantFrom(
  'x',
  'é',
  '𝄞',
  ' ',
  '\n',
  ']',
  '>',
  '&amp;',
  '&#65;',
  '&#x1D11E;',
  '&lt;',
  '"',
  "'",
  '-',
);
const content = fc.array(characters, { maxLength: 8 }).map((each) => each.join('').replaceAll(']]>', ''));
const attributes = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'xml:lang', 'é'), { maxLength: 3 })
  .map((names) => names.map((each) => ` ${each} = "1 &amp; 2"`).join(''));
const other = fc.constantFrom(
  '<!-- c -->',
  '<!---->',
  '<?p?>',
  '<?p x ? > ?>',
  '<![CDATA[ <a> & ]] ]]>',
  '<![CDATA[]]>',
);
const { element } = fc.letrec<{ element: string; children: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, space, fc.oneof({ depthSize: 'small' }, content, tie('children'), fc.constant(undefined)))
    .map(([tag, attribute, gap, inner]) =>
      inner === undefined ? `<${tag}${attribute}${gap}/>` : `<${tag}${attribute}${gap}>${inner}</${tag}${gap}>`,
    ),
  children: fc
    .array(fc.oneof(tie('element'), tie('element'), content, space, other), { maxLength: 5 })
    .map((each) => each.join('')),
}));
const declaration = fc.constantFrom(
  '',
  '',
  '<?xml version="1.0"?>',
  `<?xml version='1.0' encoding='utf-8'  standalone="no" ?>`,
  '<!-- c -->\n',
);
const documents = fc.tuple(declaration, element, space).map((parts) => parts.join(''));

/** Pieces that break things, put in, put over or taken out anywhere. */
const broken = fc.constantFrom(
  ...['<', '>', '&', ';', '"', "'", '=', '/', '!', '?', '-', '--', ']]>', '<a', '</a>', '<!--', '-->', '<![CDATA['],
  ...[
    '<?',
    '?>',
    '<?xml version="1.0"?>',
    '\0',
    '\x1f',
    '\uFFFE',
    '&#0;',
    '&#xD800;',
    '&nbsp;',
    '&#00000065;',
    ' ',
    '\r',
    'a="1"',
  ],
);
const mutations = fc.array(fc.tuple(fc.nat(), fc.nat(3), broken), { minLength: 1, maxLength: 3 });
const mutated = fc.tuple(documents, mutations).map(([text, changes]) =>
  changes.reduce((result, [place, removed, added]) => {
    const at = place % (result.length + 1);
    return (result.slice(0, at) + added + result.slice(at + removed)).replace(/\p{Surrogate}/gu, '');
  }, text),
);

describe('our reader of XML', () => {
  it('tells what saxes tells of well-formed documents', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const theirs = readTheirs(text);
        expect(theirs).not.toBe('refused');
        expect(readOurs([text])).toEqual(theirs);
      }),
      { seed: 4, numRuns: 1_500 },
    );
  });

  it('takes and refuses what saxes does when documents are damaged, or the difference is listed', () => {
    let refused = 0;
    fc.assert(
      fc.property(mutated, (text) => {
        const ours = readOurs([text]);
        if (ours === 'refused') refused += 1;
        if (!isListed(text)) expect(ours).toEqual(readTheirs(text));
      }),
      { seed: 4, numRuns: 4_000 },
    );
    expect(refused).toBeGreaterThan(1_000);
  });

  it('makes the same of a document whatever pieces it comes in', () => {
    fc.assert(
      fc.property(fc.oneof(documents, mutated), fc.integer({ min: 1, max: 7 }), (text, length) => {
        const units = [...text];
        const pieces = units.flatMap((_, at) => (at % length === 0 ? [units.slice(at, at + length).join('')] : []));
        expect(readOurs(pieces)).toEqual(readOurs([text]));
      }),
      { seed: 4, numRuns: 1_500 },
    );
  });
});
