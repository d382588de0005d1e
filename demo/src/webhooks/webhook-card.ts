import { forgetNotice, h, notify } from '../dom.js';
import { formatMoment, formatNumber } from '../format.js';
import { forgetFailure, tellBeside, tellFailure } from '../portal.js';
import { codeText, listText, text } from '../texts/language.js';
import { CardForm } from './card-form.js';
import type { Delivery, Webhook, WebhookApi } from './webhook-api.js';

/** What a card leaves to its page. */
export interface CardHost {
  readonly api: WebhookApi;
  showSecret(secret: string): void;
  /** Shows the list as it is now. */
  refresh(): Promise<void>;
}

/** What was missed is mostly of the last days. */
const MISSED_DAYS = 3;
const LOOK_MS = 1000;
/** What isn't answered by then is shown as what it is: waited for. */
const MOST_LOOKS = 120;

/** One receiver: what it is told, its buttons, and what it was told last. It stays the same element while its webhook changes. */
export class WebhookCard {
  readonly element = h('li', { className: 'webhook' });
  readonly #host: CardHost;
  readonly #name = h('h3', { className: 'webhook__name' });
  readonly #url = h('code', {});
  readonly #state = h('p', { className: 'webhook__state' });
  readonly #buttons: Readonly<Record<'test' | 'rotate' | 'turn' | 'remove', HTMLButtonElement>>;
  readonly #summary = h('summary', {});
  readonly #list = h('ul', { className: 'deliveries' });
  readonly #details = h('details', {}, this.#summary, this.#list);
  #webhook: Webhook;

  constructor(webhook: Webhook, host: CardHost) {
    this.#webhook = webhook;
    this.#host = host;
    this.#name.id = `webhook-${webhook.id}`;
    this.#url.translate = false;
    this.#buttons = {
      test: this.#button((button) => this.#test(button)),
      rotate: this.#button(() => this.#rotate()),
      turn: this.#button(() => this.#turn()),
      remove: this.#button(() => this.#remove()),
    };
    this.#buttons.remove.classList.add('button--danger');
    this.#details.addEventListener('toggle', () => {
      if (this.#details.open) this.#showDeliveries().catch(tellFailure);
    });
    const describedBy = this.#name.id;
    const change = new CardForm({
      opener: 'webhookChange',
      submit: 'webhookSave',
      describedBy,
      fields: {
        url: { type: 'url', label: 'webhookUrl', required: true, value: () => this.#webhook.url },
        description: { type: 'text', label: 'webhookDescription', value: () => this.#webhook.description },
        email: { type: 'email', label: 'webhookEmail', value: () => this.#webhook.email ?? '' },
      },
      send: (values) => this.#change(values),
    });
    const recover = new CardForm({
      opener: 'webhookRecover',
      submit: 'webhookRecoverSend',
      describedBy,
      fields: { since: { type: 'date', label: 'webhookSince', required: true, value: someDaysAgo } },
      explained: { 'out-of-range': 'webhookTooLongAgo' },
      send: ({ since }) => this.#recover(since),
    });
    const { test, rotate, turn, remove } = this.#buttons;
    this.element.append(
      this.#name,
      this.#url,
      this.#state,
      h('div', { className: 'buttons buttons--start' }, test, change.opener, rotate, recover.opener, turn, remove),
      change.element,
      recover.element,
      this.#details,
    );
    this.update(webhook);
  }

  /** As it is now, in the language of the page. */
  update(webhook: Webhook): void {
    this.#webhook = webhook;
    const { url, description, types, enabled, problem, disabledAt } = webhook;
    this.#name.textContent = description.trim() || new URL(url).host;
    this.#url.textContent = url;
    const off =
      disabledAt === undefined ? text('webhookOff') : text('webhookOffBecause', { problem: problem?.text ?? '' });
    const about =
      types === null
        ? text('webhookTypesAll')
        : text('webhookTypesSome', { types: listText(types.map((type) => codeText('event', type) ?? type)) });
    this.#state.textContent = `${enabled ? text('webhookOn') : off} ${about}`;
    this.element.dataset.state = enabled ? 'on' : 'off';
    this.#buttons.test.textContent = text('webhookTest');
    this.#buttons.rotate.textContent = text('webhookRotate');
    this.#buttons.turn.textContent = text(enabled ? 'webhookTurnOff' : 'webhookTurnOn');
    this.#buttons.remove.textContent = text('webhookRemove');
    this.#summary.textContent = text('webhookDeliveries');
    if (this.#details.open) this.#showDeliveries().catch(tellFailure);
  }

  async #test(button: HTMLButtonElement): Promise<void> {
    await this.#follow(await this.#host.api.test(this.#webhook.id), button);
  }

  async #rotate(): Promise<void> {
    if (!confirm(text('webhookRotateQuestion'))) return;
    this.#host.showSecret(await this.#host.api.rotate(this.#webhook.id));
  }

  async #change(values: Readonly<Record<'url' | 'description' | 'email', string>>): Promise<void> {
    await this.#host.api.change(this.#webhook.id, values);
    await this.#host.refresh();
    notify(text('webhookChanged'));
  }

  /** Sends again what did not arrive since the beginning of a day. */
  async #recover(day: string): Promise<void> {
    const count = await this.#host.api.recover(this.#webhook.id, new Date(`${day}T00:00`).toISOString());
    notify(count === 0 ? text('webhookNothingMissed') : text('webhookRecovered', { count: formatNumber(count) }), {
      tone: count === 0 ? 'plain' : 'good',
    });
    this.#details.open = true;
    await this.#showDeliveries();
  }

  async #turn(): Promise<void> {
    const enabled = !this.#webhook.enabled;
    await this.#host.api.turn(this.#webhook.id, enabled);
    await this.#host.refresh();
    notify(text(enabled ? 'webhookTurnedOn' : 'webhookTurnedOff'));
  }

  async #remove(): Promise<void> {
    if (!confirm(text('webhookRemoveQuestion', { name: this.#name.textContent }))) return;
    await this.#host.api.remove(this.#webhook.id);
    await this.#host.refresh();
    // The button has gone with its webhook.
    notify(text('webhookRemoved'), { takesFocus: true });
  }

  /** Says what comes of a message that was just sent, beside the button that sent it when it did not arrive. */
  async #follow({ eventId }: Delivery, button: HTMLButtonElement): Promise<void> {
    notify(text('webhookSent'), { tone: 'plain' });
    this.#details.open = true;
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      const sent = (await this.#showDeliveries()).find((each) => each.eventId === eventId);
      if (!sent || (sent.state === 'waiting' && sent.problem === undefined)) continue;
      if (sent.state === 'delivered') notify(text('webhookArrived', { status: sent.status ?? '' }));
      else {
        forgetNotice();
        tellBeside(button.isConnected ? button : this.#buttons.test, sent.problem?.text ?? text('delivery-failed'));
      }
      return;
    }
  }

  async #showDeliveries(): Promise<readonly Delivery[]> {
    const deliveries = await this.#host.api.deliveries(this.#webhook.id);
    const shown = JSON.stringify(deliveries) + document.documentElement.lang;
    // Nobody loses the button that they are at because nothing has changed.
    if (this.#list.dataset.shown === shown) return deliveries;
    this.#list.dataset.shown = shown;
    const focused = this.#list.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.#list.replaceChildren(
      ...(deliveries.length === 0 ? [h('li', {}, text('noDeliveries'))] : deliveries.map((each) => this.#line(each))),
    );
    if (focused) document.getElementById(focused)?.focus();
    return deliveries;
  }

  #line(delivery: Delivery): HTMLLIElement {
    const { eventId, type, at, state, status, problem, nextAt } = delivery;
    const isRetried = state === 'waiting' && problem !== undefined;
    const again = isRetried && nextAt !== undefined && text('deliveryNext', { at: formatMoment(nextAt) });
    const name = h('span', { id: `event-${eventId}`, className: 'deliveries__what' }, codeText('event', type) ?? type);
    const replay = this.#button(async (button) => {
      await this.#follow(await this.#host.api.replay(this.#webhook.id, eventId), button);
    }, name.id);
    replay.id = `replay-${eventId}`;
    replay.textContent = text('webhookReplay');
    const line = h(
      'li',
      {},
      name,
      h('span', { className: 'deliveries__at' }, formatMoment(at)),
      h(
        'strong',
        {},
        [text(`delivery-${isRetried ? 'retried' : state}`), status].filter((part) => part !== undefined).join(' · '),
      ),
      replay,
      (problem !== undefined || Boolean(again)) &&
        h('p', {}, [state === 'delivered' ? '' : problem?.text, again].filter(Boolean).join(' ')),
    );
    line.dataset.state = isRetried ? 'failed' : state;
    return line;
  }

  /** One thing at a time; what fails is told beside it. */
  #button(work: (button: HTMLButtonElement) => Promise<void>, describedBy = this.#name.id): HTMLButtonElement {
    const button = h('button', { className: 'button', type: 'button' });
    button.setAttribute('aria-describedby', describedBy);
    let isBusy = false;
    button.addEventListener('click', () => {
      if (isBusy) return;
      isBusy = true;
      forgetFailure();
      work(button)
        .catch((error: unknown) => tellFailure(error, button))
        .finally(() => (isBusy = false));
    });
    return button;
  }
}

/** As fields for dates have it, in the time zone of who looks. */
function someDaysAgo(): string {
  const day = new Date();
  day.setDate(day.getDate() - MISSED_DAYS);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
