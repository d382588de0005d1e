import { CliError, systemCode } from '../cli-error.js';
import { userAgent } from '../version.js';
import type { Input } from './input.js';

const MOST_REDIRECTS = 5;
const MOST_BYTES = 2 * 1024 ** 3;
/** To answer at all, and between two pieces of the answer. */
const TIMEOUT_MS = 30_000;

/** Asks for a feed at an address. User and password in the address are sent to that server only, and never shown. */
export async function fetchInput(address: string, { signal }: { readonly signal: AbortSignal }): Promise<Input> {
  const url = parseUrl(address);
  const authorization = takeCredentials(url);
  const name = url.href;
  const stop = new AbortController();
  const patience = setTimeout(() => stop.abort(), TIMEOUT_MS).unref();
  const request = { redirect: 'manual', signal: AbortSignal.any([signal, stop.signal]) } as const;
  try {
    let at = url;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      // Unpacked on the way the size would not be that of what arrives; a feed that is packed itself is recognized.
      const headers = {
        'accept-encoding': 'identity',
        'user-agent': userAgent(),
        ...(authorization && at.origin === url.origin && { authorization }),
      };
      const response = await fetch(at, { ...request, headers });
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (next === null) return toInput(response, name, { stop, patience });
      await response.body?.cancel();
      at = parseUrl(new URL(next, at).href);
    }
  } catch (error) {
    clearTimeout(patience);
    throw stop.signal.aborted ? new CliError((texts) => texts.urlTooSlow({ url: name }), error) : failure(name, error);
  }
  clearTimeout(patience);
  throw new CliError((texts) => texts.urlRedirects({ url: name, most: MOST_REDIRECTS }));
}

interface Watch {
  readonly stop: AbortController;
  readonly patience: NodeJS.Timeout;
}

function toInput({ ok, status, headers, body }: Response, name: string, watch: Watch): Input {
  if (!ok || !body) throw new CliError((texts) => texts.urlRefused({ url: name, status }));
  const length = headers.get('content-encoding') === null ? Number(headers.get('content-length') ?? NaN) : NaN;
  if (length > MOST_BYTES) throw tooLarge(name);
  return { name, size: Number.isFinite(length) ? length : undefined, bytes: watched(body, name, watch) };
}

async function* watched(
  body: AsyncIterable<Uint8Array>,
  url: string,
  { stop, patience }: Watch,
): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  try {
    for await (const piece of body) {
      read += piece.byteLength;
      if (read > MOST_BYTES) throw tooLarge(url);
      yield piece;
      patience.refresh();
    }
  } catch (error) {
    throw stop.signal.aborted ? new CliError((texts) => texts.urlTooSlow({ url }), error) : failure(url, error);
  } finally {
    clearTimeout(patience);
  }
}

function tooLarge(url: string): CliError {
  return new CliError((texts) => texts.urlTooLarge({ url, gigabytes: MOST_BYTES / 1024 ** 3 }));
}

function failure(url: string, error: unknown): unknown {
  if (error instanceof CliError || (error as { readonly name?: unknown }).name === 'AbortError') return error;
  return new CliError((texts) => texts.urlUnreachable({ url, reason: systemCode(error) ?? '' }), error);
}

function parseUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new CliError((texts) => texts.urlInvalid({ url: address }));
}

/** Takes user and password out of an address, and answers them as a header. */
function takeCredentials(url: URL): string | undefined {
  const { username, password } = url;
  if (username === '' && password === '') return undefined;
  url.username = '';
  url.password = '';
  const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(text).toString('base64')}`;
}
