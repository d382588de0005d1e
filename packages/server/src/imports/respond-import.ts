import type { FeedImport } from '@enrollkit/core';
import { toWireImport, toWireSession } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { etagOf, respondRecord } from '../http/etag.js';
import { describeImportIssue, languageOf } from './import-texts.js';

interface Options {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** For whoever looks again and again: up to a thousand findings are a lot to send each time. */
  readonly withoutFindings?: boolean;
}

/** Answers an import as it is now, in the language that is asked for. */
export function respondImport(
  c: Context<AppEnv>,
  { findings, ...session }: FeedImport,
  { withoutFindings = false, ...more }: Options = {},
): Response {
  const language = languageOf(c.req.header('Accept-Language'));
  c.header('Content-Language', language);
  c.header('Vary', 'Accept-Language', { append: true });
  const describe = describeImportIssue(language);
  const body = withoutFindings ? toWireSession(session, describe) : toWireImport({ ...session, findings }, describe);
  // Neither what is read nor a step that is done is a new version.
  const { progress, counts } = session;
  const etag = etagOf(session, `${progress?.readBytes ?? 0}-${counts.applied}-${language}`);
  return respondRecord(c, { root: 'import', body, etag, ...more });
}
