import type { ImportKind, ImportStep } from '@enrollkit/core';
import {
  fromWireImportStep,
  type Problem,
  type WireFinding,
  type WireImport,
  type WireImportSession,
  type WireImportStep,
} from '@enrollkit/core/wire';
import { CliError, systemCode } from '../cli-error.js';
import { userAgent } from '../version.js';
import type { Locale } from '@enrollkit/core';

interface ServerAccess {
  readonly url: string;
  readonly token: string;
  readonly language: Locale;
  readonly signal: AbortSignal;
}

interface Upload {
  readonly kind: ImportKind;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Percent. */
  readonly maxDeleted: string | undefined;
  /** With the same one a feed that is sent again makes no second import. */
  readonly idempotencyKey: string;
}

interface ApplyRequest {
  readonly force: boolean;
  /** What was chosen for products under a new ID. The server knows which words there are. */
  readonly new_ids?: string;
  readonly new_id_exceptions?: readonly string[];
}

/** A server that asks for the same once more, after so many seconds. */
export class AskedAgainError extends CliError {
  readonly afterSeconds: number;

  constructor({ describe }: CliError, afterSeconds: number) {
    super(describe);
    this.afterSeconds = afterSeconds;
  }
}

/** The part of a server's API that imports feeds. Throws `CliError` with what to do. */
export class ImportServer {
  readonly url: string;
  readonly #access: ServerAccess;

  constructor(access: ServerAccess) {
    this.#access = access;
    this.url = access.url;
  }

  /** Sends a feed as it is stored; the server recognizes what is packed. */
  async upload({ kind, bytes, maxDeleted, idempotencyKey }: Upload): Promise<WireImportSession> {
    const query = new URLSearchParams({ apply: 'false', ...(maxDeleted && { max_deleted_share: maxDeleted }) });
    return this.#ask(`imports/${kind}?${query.toString()}`, {
      method: 'POST',
      body: bytes,
      duplex: 'half',
      headers: { 'content-type': 'application/octet-stream', 'idempotency-key': idempotencyKey },
    });
  }

  /** How far it is: asked again and again, so without what was found in the feed. */
  read(id: string): Promise<WireImportSession> {
    return this.#ask(`imports/${encodeURIComponent(id)}?findings=false`);
  }

  async findings(id: string): Promise<readonly WireFinding[]> {
    return (await this.#ask<WireImport>(`imports/${encodeURIComponent(id)}`)).findings;
  }

  /** In the words of a plan that was made here. */
  async steps(id: string, action: string, size: number): Promise<readonly ImportStep[]> {
    const query = new URLSearchParams({ action, size: String(size) });
    const path = `imports/${encodeURIComponent(id)}/steps?${query.toString()}`;
    const { items } = await this.#ask<{ readonly items: readonly WireImportStep[] }>(path);
    return items.map(fromWireImportStep);
  }

  apply(id: string, options: ApplyRequest): Promise<WireImportSession> {
    return this.#ask(`imports/${encodeURIComponent(id)}/apply`, {
      method: 'POST',
      body: JSON.stringify(options),
      headers: { 'content-type': 'application/json' },
    });
  }

  async #ask<Answer>(path: string, request: RequestInit = {}): Promise<Answer> {
    const { url, token, language, signal } = this.#access;
    const headers = {
      ...(request.headers as Record<string, string> | undefined),
      accept: 'application/json',
      'user-agent': userAgent(),
      'accept-language': language,
      authorization: `Bearer ${token}`,
    };
    // Not followed elsewhere: the key is for this server.
    const options = { ...request, headers, signal, redirect: 'manual' } as const;
    const response = await fetch(new URL(path, url), options).catch((error: unknown) => {
      // What failed may be the feed that is being sent.
      const cause = sentCause(error);
      if (cause) throw cause;
      if (signal.aborted) throw error;
      throw new CliError((texts) => texts.serverUnreachable({ url, reason: systemCode(error) ?? '' }), error);
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer as Answer;
    const refused = refusal(response.status, answer as Partial<Problem> | undefined, url);
    const again = response.headers.get('retry-after') ?? '';
    throw /^\d{1,9}$/.test(again) ? new AskedAgainError(refused, Number(again)) : refused;
  }
}

function sentCause(error: unknown): CliError | undefined {
  if (error instanceof CliError) return error;
  const { cause } = (error ?? {}) as { readonly cause?: unknown };
  return cause === undefined ? undefined : sentCause(cause);
}

function refusal(status: number, problem: Partial<Problem> | undefined, url: string): CliError {
  if (status === 401) return new CliError((texts) => texts.notAuthorized);
  if (problem?.code === undefined) return new CliError((texts) => texts.serverUnknown({ url }));
  const running = (problem.current as { readonly id?: unknown } | undefined)?.id;
  if (problem.code === 'conflict' && typeof running === 'string') {
    return new CliError((texts) => texts.alreadyRunning({ id: running }));
  }
  const why = [problem.detail, problem.help].filter(Boolean).join(' ');
  return new CliError((texts) => texts.serverRefused({ status, why }));
}
