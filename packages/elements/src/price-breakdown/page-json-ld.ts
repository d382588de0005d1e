import type { calculatePrice, PricedProduct, StoredProduct, toJson } from '@enrollkit/core';
import { toSchemaOrg } from '@enrollkit/core/schema-org.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { pageSlot } from '../base/page-slot.js';
import type { warnOnce } from '../base/warn-once.js';

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

/**
 * Of the element's own modules. Handed over: what two files import goes into a third, which would be loaded at first by
 * pages that tell search engines nothing.
 */
interface Kit {
  readonly calculatePrice: typeof calculatePrice;
  readonly toJson: typeof toJson;
  readonly pageSlot: typeof pageSlot;
  readonly warnOnce: typeof warnOnce;
  readonly timeZone: string;
}

/** Tells search engines of a product, in the head of the page, for as long as its element is there. */
export class PageJsonLd implements ReactiveController {
  readonly #what: () => ToldProduct | undefined;
  readonly #kit: Kit;
  #told: ToldProduct | undefined;

  /** `what` answers undefined when there is nothing to tell. */
  constructor(host: ReactiveControllerHost, kit: Kit, what: () => ToldProduct | undefined) {
    this.#what = what;
    this.#kit = kit;
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

  get #scripts(): Map<string, Script> {
    return this.#kit.pageSlot('json-ld', () => new Map<string, Script>());
  }

  #tell(told: ToldProduct): void {
    const { id } = told.product;
    const json = this.#jsonOf(told);
    if (json === undefined) {
      this.#kit.warnOnce('json-ld-incomplete', [id]);
      return;
    }
    const script = this.#scripts.get(id) ?? createScript();
    this.#scripts.set(id, script);
    script.owners.set(this, json);
    show(script);
  }

  #withdraw(): void {
    for (const [id, script] of this.#scripts) {
      if (!script.owners.delete(this)) continue;
      if (script.owners.size > 0) {
        // What this one told, with the discount of its site, isn't on the page any more.
        show(script);
        continue;
      }
      script.element.remove();
      this.#scripts.delete(id);
    }
  }

  /** Undefined when it can't be told. */
  #jsonOf({ product, site, provider }: ToldProduct): string | undefined {
    if (!isWhole(product)) return undefined;
    try {
      const data = toSchemaOrg(product, {
        // What anybody pays who chooses nothing extra.
        price: this.#kit.calculatePrice(product, { site }),
        organization: provider ? { name: provider } : undefined,
        // Sweden writes a day as core does.
        today: new Date().toLocaleDateString('sv-SE', { timeZone: this.#kit.timeZone }),
      });
      // Whoever copies the page's markup must not find the end of the script in a name.
      return this.#kit.toJson(data).replaceAll('<', '\\u003c');
    } catch {
      // A host's own object may lack more than a first look at it shows; that is no fault to stop the page for.
      return undefined;
    }
  }
}

/** Tells what the last one told who is still there. */
function show({ text, owners }: Script): void {
  text.data = [...owners.values()].at(-1) ?? '';
}

function createScript(): Script {
  const element = scriptThatHasRun();
  element.type = 'application/ld+json';
  const text = document.createTextNode('');
  element.append(text);
  document.head.append(element);
  return { element, text, owners: new Map<object, string>() };
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

/** Hosts may hand in, or answer, no more than a price depends on. */
function isWhole(product: PricedProduct): product is StoredProduct {
  const { name, description, imageUrls, startingDates, regions } = product as Partial<StoredProduct>;
  return (
    typeof name === 'string' &&
    typeof description === 'string' &&
    [imageUrls, startingDates, regions].every((list) => Array.isArray(list))
  );
}
