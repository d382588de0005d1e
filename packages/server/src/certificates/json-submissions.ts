import type { NamedBinary } from '@enrollkit/core';
import type { Context } from 'hono';
import type { Settings } from '../settings/settings.js';
import type { AppEnv } from '../http/app-env.js';
import { memoryFile } from '../files/memory-file.js';
import { badRequest } from '../http/problem.js';
import { decodeBase64 } from './decode-base64.js';
import { parseJson } from '../http/request/parse-json.js';
import { readText } from '../http/request/read-body.js';
import type { Submission, Submissions } from './submission.js';

/** One certificate as an object, or a bundle as an array of them. Files are decoded one at a time. */
export async function readJsonSubmissions(c: Context<AppEnv>, settings: Settings): Promise<Submissions> {
  const { maxBodyBytes: maxBytes, requestTimeoutMs: timeoutMs, maxBundleItems } = settings;
  return submissionsOf(parseJson(await readText(c, { maxBytes, timeoutMs })), { maxBundleItems });
}

/** What was read of a body, one certificate or an array of them, as what is to be stored. */
export function submissionsOf(body: unknown, { maxBundleItems }: Pick<Settings, 'maxBundleItems'>): Submissions {
  if (!Array.isArray(body)) return { items: [toSubmission(body, 0)], isBundle: false, discard };
  if (body.length === 0) throw badRequest('required', '');
  if (body.length > maxBundleItems) throw badRequest('too-many-items', '', { max: maxBundleItems });
  return { items: body.map(toSubmission), isBundle: true, discard };
}

/** Nothing of a JSON body is on disk. */
const discard = async (): Promise<void> => undefined;

function toSubmission(value: unknown, index: number): Submission {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { index, fields: value };
  const { file, file_name: name = 'certificate', ...fields } = value as Record<string, unknown>;
  return { index, fields, ...(file !== undefined && file !== null && { file: () => decodeFile(file, name) }) };
}

function decodeFile(file: unknown, name: unknown): NamedBinary {
  if (typeof file !== 'string') throw badRequest('wrong-type', 'file', { expected: 'string' });
  if (typeof name !== 'string') throw badRequest('wrong-type', 'file_name', { expected: 'string' });
  // What a browser's FileReader gives.
  if (file.startsWith('data:')) throw badRequest('base64-data-address', 'file');
  const bytes = decodeBase64(file);
  if (!bytes) throw badRequest('base64-invalid', 'file');
  return memoryFile(bytes, name);
}
