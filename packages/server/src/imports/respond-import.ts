import type { FeedImport } from '@enrollkit/core';
import { toWireImport } from '@enrollkit/core/wire';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { etagOf, respondRecord } from '../http/etag.js';
import { describeImportIssue, languageOf } from './import-texts.js';

/** Answers an import as it is now, in the language that is asked for. */
export function respondImport(
  c: Context<AppEnv>,
  session: FeedImport,
  more: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const language = languageOf(c.req.header('Accept-Language'));
  c.header('Content-Language', language);
  c.header('Vary', 'Accept-Language', { append: true });
  const body = toWireImport(session, describeImportIssue(language));
  // Neither what is read nor a step that is done is a new version.
  const { progress, counts } = session;
  const etag = etagOf(session, `${progress?.readBytes ?? 0}-${counts.applied}-${language}`);
  return respondRecord(c, { root: 'import', body, etag, ...more });
}
