import { calculatePrice, DEFAULT_TIME_ZONE, toJson, type PricedProduct, type StoredProduct } from '@enrollkit/core';
import { toSchemaOrg } from '@enrollkit/core/schema-org.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageSlot } from '../base/page-slot.js';
import { warnOnce } from '../base/warn-once.js';

/** What search engines are told of. */
interface ToldProduct {
  readonly product: PricedProduct;
  readonly site: string | undefined;
  /** Name of the provider. */
  readonly provider: string | undefined;
}

/** One script in the head, and what each who wants it there tells: two elements may show the same product. */
interface Script {
  readonly element: HTMLScriptElement;
  readonly text: Text;
  readonly owners: Map<object, string>;
}

const scripts = (): Map<string, Script> => pageSlot('json-ld', () => new Map<string, Script>());

/** Tells search engines of a product, in the head of the page, for as long as its element is there. */
export class PageJsonLd implements ReactiveController {
  readonly #what: () => ToldProduct | undefined;
  #told: ToldProduct | undefined;

  /** `what` answers undefined when there is nothing to tell. */
  constructor(host: ReactiveControllerHost, what: () => ToldProduct | undefined) {
    this.#what = what;
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    const what = this.#what();
    const told = this.#told;
    if (what?.product === told?.product && what?.site === told?.site && what?.provider === told?.provider) return;
    this.#withdraw();
    if (what) this.#tell(what);
    this.#told = what;
  }

  hostDisconnected(): void {
    this.#withdraw();
    this.#told = undefined;
  }

  #tell(told: ToldProduct): void {
    const { id } = told.product;
    const json = jsonOf(told);
    if (json === undefined) {
      warnOnce(`json-ld needs the whole product "${id}", as a backend has it: its price alone isn't enough.`);
      return;
    }
    const script = scripts().get(id) ?? createScript(id);
    script.owners.set(this, json);
    show(script);
  }

  #withdraw(): void {
    for (const [id, script] of scripts()) {
      if (!script.owners.delete(this)) continue;
      if (script.owners.size > 0) {
        // What this one told, with the discount of its site, isn't on the page any more.
        show(script);
        continue;
      }
      script.element.remove();
      scripts().delete(id);
    }
  }
}

/** Undefined when it can't be told. */
function jsonOf({ product, site, provider }: ToldProduct): string | undefined {
  if (!isWhole(product)) return undefined;
  try {
    const data = toSchemaOrg(product, {
      // What anybody pays who chooses nothing extra.
      price: calculatePrice(product, { site }),
      organization: provider ? { name: provider } : undefined,
      today: today(),
    });
    // Whoever copies the page's markup must not find the end of the script in a name.
    return toJson(data).replaceAll('<', '\\u003c');
  } catch {
    // A host's own object may lack more than a first look at it shows; that is no fault to stop the page for.
    return undefined;
  }
}

/** Tells what the last one told who is still there. */
function show({ text, owners }: Script): void {
  text.data = [...owners.values()].at(-1) ?? '';
}

function createScript(productId: string): Script {
  const element = scriptThatHasRun();
  element.type = 'application/ld+json';
  const text = document.createTextNode('');
  element.append(text);
  document.head.append(element);
  const script = { element, text, owners: new Map<object, string>() };
  scripts().set(productId, script);
  return script;
}

/**
 * Trusted Types object to any script with a text that they don't know, also to one that holds data and is never run: but
 * not to a script that has run, nor to a copy of it. Where no script is left on the page, a new one has to do.
 */
function scriptThatHasRun(): HTMLScriptElement {
  const run = [...document.scripts].find(({ type }) => ['', 'module', 'text/javascript'].includes(type));
  const script = (run?.cloneNode() ?? document.createElement('script')) as HTMLScriptElement;
  for (const name of script.getAttributeNames()) script.removeAttribute(name);
  return script;
}

/** Sweden writes a day as core does. Core's own way is not here: bundlers would load it with every price. */
function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: DEFAULT_TIME_ZONE });
}

/** Hosts may hand in, or answer, no more than a price depends on. */
function isWhole(product: PricedProduct): product is StoredProduct {
  const { name, description, imageUrls, startingDates, regions } = product as Partial<StoredProduct>;
  return (
    typeof name === 'string' &&
    typeof description === 'string' &&
    [imageUrls, startingDates, regions].every((list) => Array.isArray(list))
  );
}
