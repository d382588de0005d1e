/** Where a platform keeps things for the pages that it frames. Source: LTI client side postMessages, LTI postMessage storage. */
export interface PlatformStorage {
  readonly key: string;
  /** Name of the platform's frame that answers; `_parent` for the page around this one. */
  readonly target: string;
  readonly origin: string;
}

/** A platform that offers storage and then says nothing is not waited for longer: the login goes on without. */
const PUT_PATIENCE_MS = 10_000;
/** Without what was kept the page can't be opened, so a busy browser has its time. */
const GET_PATIENCE_MS = 60_000;

/** Keeps a text there. False when the platform didn't say that it has. */
export async function putInStorage(storage: PlatformStorage, value: string): Promise<boolean> {
  const answer = await ask(storage, { subject: 'lti.put_data', key: storage.key, value }, PUT_PATIENCE_MS);
  return answer !== undefined && answer.error === undefined;
}

/** What is kept there under this name. */
export async function getFromStorage(storage: PlatformStorage): Promise<string | undefined> {
  const answer = await ask(storage, { subject: 'lti.get_data', key: storage.key }, GET_PATIENCE_MS);
  return typeof answer?.value === 'string' ? answer.value : undefined;
}

interface StorageAnswer {
  readonly value?: unknown;
  readonly error?: unknown;
}

/** Asks the platform and nobody else: the message names its origin, and only its answers are heard. */
function ask(
  { target, origin }: PlatformStorage,
  message: { readonly subject: string; readonly key: string; readonly value?: string },
  patienceMs: number,
): Promise<StorageAnswer | undefined> {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const settle = (answer: StorageAnswer | undefined): void => {
      clearTimeout(timer);
      window.removeEventListener('message', hear);
      resolve(answer);
    };
    const hear = ({ data, origin: from }: MessageEvent<unknown>): void => {
      const heard = (data ?? {}) as StorageAnswer & { readonly subject?: unknown; readonly message_id?: unknown };
      if (from !== origin || heard.subject !== `${message.subject}.response` || heard.message_id !== id) return;
      settle(heard);
    };
    const timer = setTimeout(() => settle(undefined), patienceMs);
    window.addEventListener('message', hear);
    frameNamed(target).postMessage({ ...message, message_id: id }, origin);
  });
}

function frameNamed(target: string): Window {
  const around = window.parent === window ? ((window.opener as Window | null) ?? window) : window.parent;
  if (target === '_parent' || target === '') return around;
  // Frames of another origin can be asked for by name and by nothing else.
  return (around.frames as unknown as Readonly<Record<string, Window | undefined>>)[target] ?? around;
}
