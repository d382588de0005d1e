import { calculatePrice, dayOf, DEFAULT_TIME_ZONE, type PricedProduct, type StoredProduct } from '@enrollkit/core';
import { toSchemaOrg } from '@enrollkit/core/schema-org.js';
import { pageSlot } from '../base/page-slot.js';
import { warnOnce } from '../base/warn-once.js';
import type { ToldProduct } from './json-ld-controller.js';

/** One script in the head, and who wants it there: two elements may show the same product. */
interface Script {
  readonly element: HTMLScriptElement;
  readonly text: Text;
  readonly owners: Set<object>;
}

/** What the head of the page tells search engines. */
export interface PageJsonLd {
  tell(owner: object, what: ToldProduct): void;
  withdraw(owner: object): void;
}

const scripts = (): Map<string, Script> => pageSlot('json-ld', () => new Map<string, Script>());

export const pageJsonLd: PageJsonLd = {
  tell(owner, { product, site, provider }) {
    if (!isWhole(product)) {
      warnOnce(`json-ld needs the whole product "${product.id}", as a backend has it: its price alone isn't enough.`);
      return;
    }
    const data = toSchemaOrg(product, {
      // What anybody pays who chooses nothing extra.
      price: calculatePrice(product, { site }),
      organization: provider ? { name: provider } : undefined,
      today: dayOf(new Date().toISOString(), DEFAULT_TIME_ZONE),
    });
    const script = scripts().get(product.id) ?? createScript(product.id);
    script.owners.add(owner);
    // Whoever copies the page's markup must not find the end of the script in a name.
    script.text.data = JSON.stringify(data).replaceAll('<', '\\u003c');
  },

  withdraw(owner) {
    for (const [id, { element, owners }] of scripts()) {
      if (!owners.delete(owner) || owners.size > 0) continue;
      element.remove();
      scripts().delete(id);
    }
  },
};

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

/** Hosts may hand in, or answer, no more than a price depends on. */
function isWhole(product: PricedProduct): product is StoredProduct {
  const { name, description, imageUrls, startingDates, regions } = product as Partial<StoredProduct>;
  return (
    typeof name === 'string' &&
    typeof description === 'string' &&
    [imageUrls, startingDates, regions].every((list) => Array.isArray(list))
  );
}
