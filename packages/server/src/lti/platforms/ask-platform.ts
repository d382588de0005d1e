import type { IncomingMessage } from 'node:http';
import { outboundAddress, type AddressFault } from '../../outbound/outbound-address.js';
import { sendRequest } from '../../outbound/send-request.js';
import type { Settings } from '../../settings/settings.js';
import { LtiRefusal, type LtiRefusalCode } from '../lti-refusal.js';

/** What is asked of a platform. */
export interface PlatformRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxBytes?: number;
}

export interface PlatformAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

const TIMEOUT_MS = 10_000;
/** A page of a large course's members, with what platforms say of each. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Asks a platform. Only over https and only the open internet, unless the settings allow otherwise; no redirects, whose
 * targets nobody registered; a limit to time and size. Throws `platform-unreachable`, and never says what was found inside.
 */
export async function askPlatform(
  address: string,
  { method = 'GET', headers = {}, body, maxBytes = MAX_BYTES }: PlatformRequest,
  { privatePlatforms }: Pick<Settings, 'privatePlatforms'>,
): Promise<PlatformAnswer> {
  const url = platformAddress(address, { privatePlatforms });
  try {
    const answer = await sendRequest(url, {
      method,
      headers: { Accept: 'application/json', ...headers },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      allowPrivate: privatePlatforms,
    });
    const text = await readUpTo(maxBytes, answer);
    return { status: answer.statusCode ?? 0, headers: answer.headers, text };
  } catch (cause) {
    throw cause instanceof LtiRefusal ? cause : new LtiRefusal('platform-unreachable', { detail: url.host, cause });
  }
}

/** The same, for JSON of which a platform must answer some. */
export async function askPlatformForJson(
  address: string,
  request: PlatformRequest,
  settings: Pick<Settings, 'privatePlatforms'>,
  refusal: LtiRefusalCode = 'platform-refused',
): Promise<{ readonly data: unknown; readonly headers: IncomingMessage['headers'] }> {
  const { status, headers, text } = await askPlatform(address, request, settings);
  if (status < 200 || status > 299) throw new LtiRefusal(refusal, { detail: `HTTP ${status}` });
  try {
    return { data: JSON.parse(text), headers };
  } catch (cause) {
    throw new LtiRefusal(refusal, { detail: 'no JSON', cause });
  }
}

const ADDRESS_FAULTS: Readonly<Record<AddressFault, string>> = {
  invalid: 'not an address',
  credentials: 'a user name in the address',
  insecure: 'not https',
  private: 'a private address',
};

/** An address that this server may ask. What a host's name leads to, only the connection tells. */
export function platformAddress(address: string, { privatePlatforms }: Pick<Settings, 'privatePlatforms'>): URL {
  const url = outboundAddress(address, { allowPrivate: privatePlatforms });
  if (typeof url === 'string') throw new LtiRefusal('platform-unreachable', { detail: ADDRESS_FAULTS[url] });
  return url;
}

async function readUpTo(maxBytes: number, answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      answer.destroy();
      throw new LtiRefusal('platform-unreachable', { detail: 'too large an answer' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
