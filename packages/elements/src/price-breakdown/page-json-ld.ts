import { calculatePrice, DEFAULT_TIME_ZONE, type PricedProduct, type StoredProduct } from '@enrollkit/core';
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

/** One script in the head, and who wants it there: two elements may show the same product. */
interface Script {
  readonly element: HTMLScriptElement;
  readonly text: Text;
  readonly owners: Set<object>;
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

  #tell({ product, site, provider }: ToldProduct): void {
    if (!isWhole(product)) {
      warnOnce(`json-ld needs the whole product "${product.id}", as a backend has it: its price alone isn't enough.`);
      return;
    }
    const data = toSchemaOrg(product, {
      // What anybody pays who chooses nothing extra.
      price: calculatePrice(product, { site }),
      organization: provider ? { name: provider } : undefined,
      today: today(),
    });
    const script = scripts().get(product.id) ?? createScript(product.id);
    script.owners.add(this);
    // Whoever copies the page's markup must not find the end of the script in a name.
    script.text.data = JSON.stringify(data).replaceAll('<', '\\u003c');
  }

  #withdraw(): void {
    for (const [id, { element, owners }] of scripts()) {
      if (!owners.delete(this) || owners.size > 0) continue;
      element.remove();
      scripts().delete(id);
    }
  }
}

function createScript(productId: string): Script {
  const element = scriptThatHasRun();
  element.type = 'application/ld+json';
  const text = document.createTextNode('');
  element.append(text);
  document.head.append(element);
  const script = { element, text, owners: new Set<object>() };
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
