import { hasErrorCode, readPeOrganisations, type PeOrganisation } from '@enrollkit/core';
import { CliError } from '../cli-error.js';
import type { Invocation } from '../command.js';
import { openInput } from './open-input.js';

/** More than a thousand organisations take. */
const MOST_BYTES = 1_000_000;

/** The list of `--pe-organisations`, from wherever a feed may come. Throws `CliError` when it is none. */
export async function organisationsOf({
  values,
  console,
  signal,
}: Invocation): Promise<{ readonly peOrganisations?: readonly PeOrganisation[] }> {
  const file = values['pe-organisations'];
  if (typeof file !== 'string') return {};
  const { bytes } = await openInput(file, { console, signal });
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of bytes) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MOST_BYTES) throw noOrganisations(file);
  }
  try {
    return { peOrganisations: readPeOrganisations(JSON.parse(text + decoder.decode())) };
  } catch (error) {
    if (error instanceof SyntaxError || hasErrorCode(error, 'invalid')) throw noOrganisations(file, error);
    throw error;
  }
}

function noOrganisations(file: string, cause?: unknown): CliError {
  return new CliError((texts) => texts.noOrganisations({ file }), cause);
}
