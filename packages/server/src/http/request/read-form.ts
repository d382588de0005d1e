import busboy from 'busboy';
import { EnrollkitError, hasErrorCode } from '@enrollkit/core';
import type { Context } from 'hono';
import { serverIssue } from '../issue-codes.js';
import type { SpooledFile } from '../../files/spool.js';
import type { ServerParts } from '../../parts/server-parts.js';
import type { AppEnv } from '../app-env.js';
import { badRequest, refused } from '../problem.js';
import { expectPlainEncoding, PIECE_BYTES, writeBody } from './read-body.js';

/** Room for the names and values of one certificate, which are all short. */
const MAX_VALUE_BYTES = 4096;
const MAX_NAME_BYTES = 200;
const MAX_HEADERS_PER_PART = 16;
const MAX_FIELDS_PER_ITEM = 16;

export interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, FormFile>;
  /** Removes what nobody took over. */
  readonly discard: () => Promise<void>;
}

/** A file of a form, or why it couldn't be taken. */
export type FormFile = SpooledFile | EnrollkitError;

/**
 * Reads a multipart form: files stream to disk as they come in, whatever the order of the parts. A file that is too large
 * is answered with its error in its place, so that the others can be kept. When reading fails nothing stays behind.
 */
export async function readForm(
  c: Context<AppEnv>,
  { settings, spool }: Pick<ServerParts, 'settings' | 'spool'>,
  { maxItems }: { readonly maxItems: number },
): Promise<Form> {
  expectPlainEncoding(c);
  const { maxFileBytes, requestTimeoutMs } = settings;
  const fields = new Map<string, string>();
  const files = new Map<string, FormFile>();
  const incoming: Promise<void>[] = [];
  const parser = openParser(c, maxItems);
  const discard = async (): Promise<void> => {
    await Promise.all([...files.values()].filter(isSpooled).map((file) => file.discard()));
  };
  let refusal: Error | undefined;
  const refuse = (error: unknown) => {
    // Kept as well: a parser that has read everything already doesn't hear it.
    refusal ??= error instanceof Error ? error : new Error('refused', { cause: error });
    parser.destroy(refusal);
  };
  const names = new Set<string>();
  const expectNewName = (name: string) => {
    if (names.has(name)) refuse(badRequest('field-repeated', name));
    names.add(name);
  };

  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) refuse(badRequest('value-too-long', nameTruncated ? '' : name));
    expectNewName(name);
    fields.set(name, value);
  });
  parser.on('file', (name, stream, { filename }) => {
    expectNewName(name);
    incoming.push(
      spool
        .receive(stream, {
          name: filename === undefined ? 'certificate' : fileNameOf(filename),
          maxBytes: maxFileBytes,
          // The parser waits for ever for a file's stream that is destroyed, or no longer read.
          isPart: true,
        })
        .then(
          (file) => void files.set(name, file),
          (error: unknown) => {
            if (!hasErrorCode(error, 'too-large')) {
              refuse(error);
              return;
            }
            files.set(name, refused('too-large', 'file-too-large', 'file', { maxSizeBytes: maxFileBytes }));
          },
        ),
    );
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(limit, () => {
      const isItems = limit === 'filesLimit' && maxItems > 1;
      refuse(isItems ? badRequest('too-many-items', '', { max: maxItems }) : badRequest('too-many-parts', ''));
    });
  }

  try {
    // A sender can't go on for ever: not longer than this, and not more than all files at their largest.
    const maxBytes = maxItems * (maxFileBytes + MAX_FIELDS_PER_ITEM * (MAX_VALUE_BYTES + 1024)) + 65_536;
    await writeBody(c, parser, { maxBytes, timeoutMs: requestTimeoutMs });
    await Promise.all(incoming);
    if (refusal) throw refusal;
    return { fields, files, discard };
  } catch (error) {
    await Promise.all(incoming);
    await discard();
    throw toRefusal(error);
  }
}

/** As browsers spell what would end the name. Source: HTML standard, 4.10.21.8 (multipart form data). */
function fileNameOf(spelled: string): string {
  return spelled.replaceAll('%22', '"').replaceAll(/%0D/gi, '\r').replaceAll(/%0A/gi, '\n');
}

export function isSpooled(file: FormFile): file is SpooledFile {
  return 'discard' in file;
}

function openParser(c: Context<AppEnv>, maxItems: number): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': c.req.header('Content-Type') ?? '' },
      defParamCharset: 'utf8',
      highWaterMark: PIECE_BYTES,
      fileHwm: PIECE_BYTES,
      limits: {
        fieldNameSize: MAX_NAME_BYTES,
        fieldSize: MAX_VALUE_BYTES,
        fields: maxItems * MAX_FIELDS_PER_ITEM,
        files: maxItems,
        parts: maxItems * (MAX_FIELDS_PER_ITEM + 1) + 1,
        headerPairs: MAX_HEADERS_PER_PART,
      },
    });
  } catch (cause) {
    throw malformed(cause);
  }
}

/** What the parser says is about the form; the kit's own errors are about something else. */
function toRefusal(error: unknown): unknown {
  const isOwn = error instanceof EnrollkitError;
  const isParsers = error instanceof Error && !('code' in error);
  return isOwn || !isParsers ? error : malformed(error);
}

function malformed(cause: unknown): EnrollkitError {
  const issues = [serverIssue('multipart-malformed', '')];
  return new EnrollkitError('invalid', 'Not a multipart form', { issues, cause });
}
