import { byId, h, notify, typed } from '../dom.js';
import { serverApi } from '../importing/server-api.js';
import { forgetFailure, startPage, tellBeside, tellFailure } from '../portal.js';
import { tokenGiver } from '../session.js';
import { codeText, isTextKey, text } from '../texts/language.js';
import { WebhookApi } from '../webhooks/webhook-api.js';
import { WebhookCard } from '../webhooks/webhook-card.js';

const form = byId<HTMLFormElement>('add-form');
const kinds = byId('kinds');
const list = byId('webhooks');
const cards = new Map<string, WebhookCard>();
/** Absent where the records are in this browser: nothing sends anything then. */
let api: WebhookApi | undefined;
/** Of what is filled in now: when an answer is lost, sending it again makes no second one. */
let key = crypto.randomUUID();

await startPage({
  wire(backend, role) {
    if (!('listImports' in backend)) api = new WebhookApi(serverApi(tokenGiver(role)));
    byId('with-server').hidden = api === undefined;
    byId('no-server').hidden = api !== undefined;
    form.addEventListener('input', () => (key = crypto.randomUUID()));
    for (const which of form.querySelectorAll<HTMLInputElement>('[name="which"]'))
      which.addEventListener('change', () => void showKinds().catch(tellFailure));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      forgetFailure();
      add().catch((error: unknown) => tellFailure(error, byId('add')));
    });
    byId('copy-secret').addEventListener('click', () => {
      forgetFailure();
      navigator.clipboard.writeText(byId('secret-value').textContent).then(
        () => notify(text('webhookCopied')),
        (error: unknown) => tellFailure(error, byId('copy-secret')),
      );
    });
    byId('hide-secret').addEventListener('click', hideSecret);
  },
  show: () => showList(),
});

async function showList(): Promise<void> {
  if (!api) return;
  const host = { api, showSecret, refresh: showList };
  const found = await api.list();
  for (const webhook of found) {
    const card = cards.get(webhook.id);
    if (card) card.update(webhook);
    else cards.set(webhook.id, new WebhookCard(webhook, host));
  }
  for (const [id, card] of cards) {
    if (found.some((webhook) => webhook.id === id)) {
      // What is there stays where it is: moving it would take the focus away.
      if (!card.element.isConnected) list.append(card.element);
    } else {
      card.element.remove();
      cards.delete(id);
    }
  }
  byId('no-webhooks').hidden = found.length > 0;
  for (const legend of kinds.querySelectorAll('legend')) legend.textContent = kindName(legend.dataset.kind ?? '');
  for (const box of kinds.querySelectorAll('input')) box.nextElementSibling?.replaceChildren(eventName(box.value));
}

/** The types to choose from, once somebody wants to. */
async function showKinds(): Promise<void> {
  kinds.hidden = !isSome();
  if (kinds.hidden || !api || kinds.childElementCount > 0) return;
  for (const [kind, types] of await api.types()) {
    const legend = h('legend', {}, kindName(kind));
    legend.dataset.kind = kind;
    const boxes = types.map((type) =>
      h(
        'label',
        { className: 'check' },
        h('input', { type: 'checkbox', name: 'type', value: type }),
        h('span', {}, eventName(type)),
      ),
    );
    kinds.append(h('fieldset', {}, legend, ...boxes));
  }
}

async function add(): Promise<void> {
  if (!api) return;
  const chosen = [...form.querySelectorAll<HTMLInputElement>('[name="type"]:checked')].map(({ value }) => value);
  if (isSome() && chosen.length === 0) {
    tellBeside(byId('add'), text('webhookNoTypes'));
    return;
  }
  const webhook = {
    url: typed(form, 'url'),
    description: typed(form, 'description'),
    email: typed(form, 'email'),
    types: isSome() ? chosen : null,
  };
  const secret = await api.add(webhook, key);
  key = crypto.randomUUID();
  form.reset();
  kinds.hidden = true;
  await showList();
  notify(text('webhookAdded'));
  showSecret(secret);
}

function isSome(): boolean {
  return new FormData(form).get('which') === 'some';
}

/** Once, and the focus goes there: nobody can read it back. */
function showSecret(secret: string): void {
  byId('secret-value').textContent = secret;
  byId('secret').hidden = false;
  byId('secret').focus();
}

function hideSecret(): void {
  byId('secret-value').textContent = '';
  byId('secret').hidden = true;
  notify(text('webhookSecretHidden'), { takesFocus: true });
}

function kindName(kind: string): string {
  const name = `kind-${kind}`;
  return isTextKey(name) ? text(name) : kind;
}

function eventName(type: string): string {
  return codeText('event', type) ?? type;
}
