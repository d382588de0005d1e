import type { StoredProduct, StoredTrainer } from '@enrollkit/core';
import { toCamelKeys, type WirePage } from '@enrollkit/core/wire';
import { byId, h, notify, whileBusy } from './dom.js';
import { jsonBody, type CallApi } from './importing/server-api.js';
import { forgetFailure, tellFailure } from './portal.js';
import { text } from './texts/language.js';

interface Ask {
  readonly email: string;
  readonly name: string;
  readonly productId: string;
  readonly course: string;
}

/** Shows the provider which trainers ask to be shown with a course, each to accept or decline. */
export async function showTrainerAsks(call: CallApi, products: readonly StoredProduct[]): Promise<void> {
  const page = (await call('/trainers?has_asked=true&size=500')) as WirePage<object>;
  const trainers = page.items.map((item) => toCamelKeys(item) as StoredTrainer);
  const asks = trainers.flatMap((trainer) => asksOf(trainer, products));
  byId('asks').hidden = asks.length === 0;
  byId('asks-list').replaceChildren(
    ...asks.map((ask) =>
      askRow(ask, async (decision) => {
        const { email, productId: product_id } = ask;
        await call('/trainers/link-decisions', { method: 'POST', ...jsonBody({ email, product_id, decision }) });
        await showTrainerAsks(call, products);
      }),
    ),
  );
}

/** Of courses that are on offer: about others there is nothing to decide. */
function asksOf(
  { email, firstName = '', lastName = '', links = [] }: StoredTrainer,
  products: readonly StoredProduct[],
): Ask[] {
  const name = `${firstName} ${lastName}`.trim() || email;
  return links.flatMap(({ productId, state }) => {
    const product = products.find(({ id }) => id === productId);
    return product && state === 'asked' ? [{ email, name, productId, course: product.name }] : [];
  });
}

function askRow(
  { email, name, course }: Ask,
  decide: (decision: 'accept' | 'decline') => Promise<void>,
): HTMLLIElement {
  const button = (decision: 'accept' | 'decline'): HTMLButtonElement => {
    const words = text(decision === 'accept' ? 'acceptAsk' : 'declineAsk');
    const made = h('button', { className: 'button', type: 'button' }, words);
    made.setAttribute('aria-label', text('actionOn', { action: words, what: `${name}, ${course}` }));
    made.addEventListener('click', () => {
      forgetFailure();
      void whileBusy([made], () =>
        decide(decision)
          .then(() =>
            notify(text(decision === 'accept' ? 'askAccepted' : 'askDeclined', { name, course }), { takesFocus: true }),
          )
          .catch((error: unknown) => tellFailure(error, made)),
      );
    });
    return made;
  };
  const sentence = text('trainerAsksFor', { name, course });
  return h(
    'li',
    {},
    h('p', {}, sentence),
    name !== email && h('p', { className: 'soft' }, email),
    h('div', { className: 'actions' }, button('accept'), button('decline')),
  );
}
