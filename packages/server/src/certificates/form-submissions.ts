import type { NamedBinary } from '@enrollkit/core';
import type { Context } from 'hono';
import type { ServerParts } from '../parts/server-parts.js';
import type { AppEnv } from '../http/app-env.js';
import { badRequest } from '../http/problem.js';
import { isSpooled, readForm, type Form, type FormFile } from '../http/request/read-form.js';
import type { Submission, Submissions } from './submission.js';

/** `certificates[0][booking_id]` */
const INDEXED = /^certificates\[(\d{1,6})\]\[(\w+)\]$/;

/** One certificate with plain names, or several with indexed ones. */
export async function readFormSubmissions(
  c: Context<AppEnv>,
  parts: Pick<ServerParts, 'settings' | 'spool'>,
): Promise<Submissions> {
  const form = await readForm(c, parts, { maxItems: parts.settings.maxBundleItems });
  try {
    return { ...toItems(form), discard: form.discard };
  } catch (error) {
    await form.discard();
    throw error;
  }
}

interface Item {
  readonly fields: Record<string, unknown>;
  file?: FormFile;
}

function toItems({ fields, files }: Form): Pick<Submissions, 'items' | 'isBundle'> {
  const names = [...fields.keys(), ...files.keys()];
  const isBundle = names.some((name) => INDEXED.test(name));
  const items = new Map<number, Item>();
  const placeOf = (name: string): { readonly item: Item; readonly field: string } => {
    const [, index = '0', field = name] = INDEXED.exec(name) ?? [];
    // A name of the other kind belongs to no certificate.
    if (isBundle && field === name) throw badRequest('unknown-field', name, { field: name });
    const item = items.get(Number(index)) ?? { fields: {} };
    items.set(Number(index), item);
    return { item, field };
  };

  for (const [name, value] of fields) {
    const { item, field } = placeOf(name);
    if (field === 'file') throw badRequest('wrong-type', name, { expected: 'file' });
    item.fields[field] = toValue(field, value);
  }
  for (const [name, file] of files) {
    const { item, field } = placeOf(name);
    if (field !== 'file') throw badRequest('unknown-field', name, { field: name });
    item.file = file;
  }
  if (!isBundle && items.size === 0) items.set(0, { fields: {} });
  const inOrder = [...items].sort(([a], [b]) => a - b);
  return { items: inOrder.map(([index, item]) => toSubmission(index, item)), isBundle };
}

function toSubmission(index: number, { fields, file }: Item): Submission {
  const { file_name: name, ...rest } = fields;
  return { index, fields: rest, ...(file && { file: () => named(file, name) }) };
}

function named(file: FormFile, name: unknown): NamedBinary {
  if (!isSpooled(file)) throw file;
  // On the file itself: a store takes over this object only, and a copy would cost its bytes once more.
  return typeof name === 'string' ? Object.assign(file, { name }) : file;
}

/** A field of a form that was left empty wasn't filled in, and everything is text there. */
function toValue(field: string, value: string): unknown {
  if (value === '') return undefined;
  if (field !== 'shows_results') return value;
  if (/^(true|1|on|yes)$/i.test(value)) return true;
  return /^(false|0|off|no)$/i.test(value) ? false : value;
}
