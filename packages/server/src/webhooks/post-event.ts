import type { LookupFunction } from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { WebhookFaultCode } from '../http/issue-codes.js';
import { outboundAddress, type AddressFault, type AddressPolicy } from '../outbound/outbound-address.js';
import { sendRequest } from '../outbound/send-request.js';
import { socketFault, type SocketFault } from '../outbound/socket-fault.js';
import { signedHeaders } from './signature.js';

/** How receivers are asked. */
export interface PostOptions extends AddressPolicy {
  readonly timeoutMs?: number;
  readonly lookup?: LookupFunction | undefined;
  readonly ca?: string | undefined;
}

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly url: string;
  readonly secrets: readonly string[];
  readonly atMs: number;
}

/** What a receiver answered, or why it wasn't told. */
export interface PostOutcome {
  readonly status?: number;
  readonly fault?: WebhookFaultCode;
  /** How long it asks to be left alone. */
  readonly retryAfterMs?: number;
}

/** Source: Standard Webhooks, 1.0: 15 to 30 s. */
export const TIMEOUT_MS = 15_000;
/** Nothing of an answer is kept. A little is read, so that a receiver that answers in words isn't cut off in the middle. */
const MOST_ANSWER_BYTES = 16 * 1024;
const MOST_RETRY_AFTER_SECONDS = 60 * 60;

const ADDRESS_FAULTS: Readonly<Record<AddressFault, WebhookFaultCode>> = {
  invalid: 'webhook-unreachable',
  credentials: 'webhook-unreachable',
  // Of before the setting was changed.
  insecure: 'webhook-address-private',
  private: 'webhook-address-private',
};
const SOCKET_FAULTS: Readonly<Record<SocketFault, WebhookFaultCode>> = {
  private: 'webhook-address-private',
  'host-unknown': 'webhook-host-unknown',
  'too-slow': 'webhook-too-slow',
  'cut-off': 'webhook-unreachable',
  certificate: 'webhook-certificate-invalid',
  unreachable: 'webhook-unreachable',
};

/**
 * Sends a signed event once. Only 2xx means that it was taken; a redirect isn't followed, since nobody said that what it leads to
 * may know of this. Rejects only when `signal` says to stop.
 */
export async function postEvent(
  { id, body, url, secrets, atMs }: Message,
  { timeoutMs = TIMEOUT_MS, signal, ...policy }: PostOptions & { readonly signal: AbortSignal },
): Promise<PostOutcome> {
  const address = outboundAddress(url, policy);
  if (typeof address === 'string') return { fault: ADDRESS_FAULTS[address] };
  const timeout = AbortSignal.timeout(timeoutMs);
  let answer: IncomingMessage;
  try {
    answer = await sendRequest(address, {
      ...policy,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(body)),
        ...signedHeaders({ id, body, atMs }, secrets),
      },
      body,
      signal: AbortSignal.any([signal, timeout]),
    });
  } catch (error) {
    if (signal.aborted) throw error;
    return { fault: timeout.aborted ? 'webhook-too-slow' : SOCKET_FAULTS[socketFault(error)] };
  }
  await readALittle(answer);
  return outcomeOf(answer);
}

/** What it says doesn't matter, and neither does how it ends: the status was there first. */
async function readALittle(answer: IncomingMessage): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_ANSWER_BYTES) break;
    }
  } catch {
    // Cut off, or too slow: it has answered all the same.
  }
  answer.destroy();
}

function outcomeOf({ statusCode: status = 0, headers }: IncomingMessage): PostOutcome {
  if (status >= 200 && status <= 299) return { status };
  if (status === 410) return { status, fault: 'webhook-gone' };
  if (status >= 300 && status <= 399) return { status, fault: 'webhook-redirect' };
  const [, seconds] = /^(\d{1,9})$/.exec(headers['retry-after'] ?? '') ?? [];
  const retryAfterMs = Math.min(Number(seconds), MOST_RETRY_AFTER_SECONDS) * 1000;
  return { status, fault: 'webhook-status', ...(seconds !== undefined && { retryAfterMs }) };
}
