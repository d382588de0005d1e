// What a host and its tools may count on of every element: which methods it calls, and what translators leave alone.
import { BACKEND_METHODS, type HostBackend } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { settle, watchPageErrors } from '../../security/page-errors.js';
import { waitUntil } from '../../support/wait-until.js';
import { EVERY_ELEMENT, visit, type Tag } from './every-element.js';
import { everyRecord, NAMES } from './every-record.js';
import { BY_RECORD, GOVERNED, OFFERS, SAME, type Offer } from './what-methods-add.js';

const TAGS = Object.keys(BACKEND_METHODS) as Tag[];
/** Every element looks at these. */
const FACTS = ['subscribe', 'clock', 'timeZone', 'rules'];

/** Says of every record that nothing may be done with it, and writes down what is done all the same. */
function forbidding(backend: object, calls: string[]): HostBackend {
  const closed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(closed);
    if (typeof value !== 'object' || value === null || value instanceof Blob) return value;
    const fields = Object.entries(value).map(
      ([name, field]) => [name, name === 'allowed' ? [] : closed(field)] as const,
    );
    return Object.fromEntries(fields);
  };
  const methods = Object.entries(backend).map(([name, method]: [string, unknown]): readonly [string, unknown] => {
    if (typeof method !== 'function' || FACTS.includes(name)) return [name, method];
    if (!/^(get|list|open)/.test(name)) return [name, async () => void calls.push(name)];
    return [name, async (...args: unknown[]) => closed(await (method as (...all: unknown[]) => unknown)(...args))];
  });
  return Object.fromEntries(methods) as HostBackend;
}

function sees(element: Element, path: string): boolean {
  if (path.startsWith('“')) return element.shadowRoot!.textContent.includes(path.slice(1, -1));
  const [first = '', ...inner] = path.split(' >> ');
  const found = [...element.shadowRoot!.querySelectorAll(first)];
  return inner.length === 0 ? found.length > 0 : found.some((each) => sees(each, inner.join(' >> ')));
}

/** As a host would write it that has only some of the methods: no others are there to be found. */
function withOnly(backend: object, has: (method: string) => boolean): HostBackend {
  const methods = Object.entries(backend).filter(([name]) => FACTS.includes(name) || has(name));
  return Object.fromEntries(methods) as HostBackend;
}

/** Text as a translator finds it, in the element and in those that it is made of. */
function textsIn(root: ShadowRoot): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) texts.push(node);
    else if ((node as Element).shadowRoot) texts.push(...textsIn((node as Element).shadowRoot!));
  }
  return texts.filter(({ data, parentElement }) => data.trim() !== '' && parentElement?.localName !== 'style');
}

/** What was found while people did with every element what it is for. */
interface Found {
  readonly asked: Map<Tag, Set<string>>;
  /** Where each name was seen. */
  readonly named: Map<string, Set<Tag>>;
  /** Texts that a translator would change. */
  readonly open: Set<string>;
}

let found: Promise<Found> | undefined;

async function visitAll(): Promise<Found> {
  const asked = new Map<Tag, Set<string>>();
  const named = new Map<string, Set<Tag>>();
  const open = new Set<string>();
  for (const tag of TAGS) {
    const calls = new Set<string>();
    asked.set(tag, calls);
    for (const shown of EVERY_ELEMENT[tag]) {
      const records = await everyRecord();
      const backend = new Proxy<HostBackend>(records[shown.as ?? 'provider'], {
        get(target, name, receiver): unknown {
          const value: unknown = Reflect.get(target, name, receiver);
          if (typeof value === 'function' && !FACTS.includes(String(name))) calls.add(String(name));
          return value;
        },
      });
      await visit(shown, records, backend, (element) => {
        for (const node of textsIn(element.shadowRoot!)) {
          const text = node.data.replaceAll(/\s+/g, ' ').trim();
          const names = [...NAMES.filter((name) => text.includes(name)), ...(/€ ?\d/.test(text) ? ['amount'] : [])];
          for (const name of names) named.set(name, (named.get(name) ?? new Set()).add(tag));
          if (names.length > 0 && !node.parentElement!.closest('[translate=no]')) open.add(`${tag}: ${text}`);
        }
      });
    }
  }
  return { asked, named, open };
}

describe('Every element', () => {
  const errors = watchPageErrors();
  const all = (): Promise<Found> => (found ??= visitAll());
  beforeEach(() => sessionStorage.clear());

  it('tells translators to leave names, places, codes and amounts alone', async () => {
    const { open, named } = await all();
    expect([...open]).to.deep.equal([]);
    // The test sees what it looks for.
    for (const name of [...NAMES, 'amount']) expect([...(named.get(name) ?? [])], name).not.to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });

  it('calls the methods that the table says, and no others', async () => {
    const { asked } = await all();
    const sorted = (methods: Iterable<string>): readonly string[] => [...methods].sort();
    const table = TAGS.map((tag) => [tag, sorted([...BACKEND_METHODS[tag].needs, ...BACKEND_METHODS[tag].uses])]);
    expect(TAGS.map((tag) => [tag, sorted(asked.get(tag)!)])).to.deep.equal(table);
  });

  it('has each thing that a method adds with it, and without it everything else', async () => {
    const wrong: string[] = [];
    const records = await everyRecord();
    const show = async (
      tag: Tag,
      { at = 0, after = 0 }: Omit<Offer, 'seen'>,
      options: { readonly lacks?: string; readonly until?: (element: Element) => boolean },
      look: (element: Element) => unknown = () => undefined,
    ): Promise<void> => {
      const shown = EVERY_ELEMENT[tag][at]!;
      const backend = withOnly(records[shown.as ?? 'provider'], (method) => method !== options.lacks);
      const { until } = options;
      const last = until ? [(element: Element) => waitUntil(() => until(element), `${tag} ${at} ${after}`)] : [];
      const steps = [...(shown.steps ?? []).slice(0, after), ...last];
      await visit({ ...shown, steps }, records, backend, look);
    };
    for (const tag of TAGS) {
      const all = Object.entries<Offer | typeof SAME>(OFFERS[tag]);
      const offers = all.filter((each): each is [string, Offer] => each[1] !== SAME);
      // What methods add may come a moment after the rest; what they don't add never does.
      const placeOf = ([, { at = 0, after = 0 }]: [string, Offer]): string => `${at} ${after}`;
      const places = [...new Set(offers.map(placeOf))].map((place) => offers.filter((each) => placeOf(each) === place));
      await Promise.all([
        ...places.map((there) =>
          show(tag, there[0]![1], { until: (element) => there.every(([, { seen }]) => sees(element, seen)) }),
        ),
        ...all.map(async ([method, offer]) => {
          const [place, unseen] = offer === SAME ? [{}, '[part~=problem]'] : [offer, offer.seen];
          const looks: boolean[] = [];
          await show(tag, place, { lacks: method }, (element) => looks.push(sees(element, unseen)));
          if (looks.at(-1) !== false) wrong.push(`${tag} without ${method}: ${unseen}`);
        }),
      ]);
    }
    expect(wrong).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });

  it('offers nothing that a record says may not be done', async () => {
    const wrong: string[] = [];
    const records = await everyRecord();
    const calls: string[] = [];
    const look = async (tag: Tag, { at = 0, after = 0, seen }: Offer): Promise<void> => {
      const shown = EVERY_ELEMENT[tag][at]!;
      const backend = forbidding(records[shown.as ?? 'provider'], calls);
      const looks: boolean[] = [];
      const steps = (shown.steps ?? []).slice(0, after);
      await visit({ ...shown, steps }, records, backend, (element) => looks.push(sees(element, seen)));
      if (looks.at(-1) !== false) wrong.push(`${tag}: ${seen}`);
    };
    for (const tag of TAGS) {
      const offers = Object.entries<Offer | typeof SAME>(OFFERS[tag]).flatMap(([method, offer]) =>
        offer !== SAME && GOVERNED.has(method) ? [offer] : [],
      );
      await Promise.all([...offers, ...(BY_RECORD[tag] ?? [])].map((offer) => look(tag, offer)));
    }
    expect(wrong).to.deep.equal([]);

    // A list has its buttons for those who may be marked: for nobody they do nothing.
    const mark = async (element: Element): Promise<void> => {
      for (const each of element.shadowRoot!.querySelectorAll<HTMLElement>('[part~=mark-button]')) each.click();
      await settle();
    };
    const [roster] = EVERY_ELEMENT['enrollment-roster'];
    const steps = [...roster!.steps!.slice(0, 1), mark];
    await visit({ ...roster!, steps }, records, forbidding(records.provider, calls));
    expect(calls).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });

  it('has no button that does nothing, where a host has only what is needed', async () => {
    const dead: string[] = [];
    const records = await everyRecord();
    for (const tag of TAGS) {
      for (const shown of EVERY_ELEMENT[tag]) {
        const { needs } = BACKEND_METHODS[tag];
        const backend = withOnly(records[shown.as ?? 'provider'], (method) =>
          (needs as readonly string[]).includes(method),
        );
        const pressed = async (element: Element): Promise<void> => {
          const buttons = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button:enabled')];
          for (const button of buttons.filter(({ isConnected }) => isConnected)) {
            if (button.closest('dialog:not([open])')) continue;
            button.click();
            await settle();
            if (/kunnen hier niet worden opgehaald|ging iets mis/.test(element.shadowRoot!.textContent)) {
              dead.push(`${tag}: ${button.textContent.trim()}`);
            }
          }
        };
        await visit({ ...shown, steps: [pressed] }, records, backend);
      }
    }
    expect(dead).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });
});
