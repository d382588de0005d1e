import { PRIVATE_ADDRESS } from './guarded-lookup.js';

/** Why a server couldn't be asked. */
export type SocketFault = 'private' | 'host-unknown' | 'too-slow' | 'cut-off' | 'certificate' | 'unreachable';

const FAULTS: Readonly<Record<string, SocketFault>> = {
  [PRIVATE_ADDRESS]: 'private',
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  ETIMEDOUT: 'too-slow',
  ECONNRESET: 'cut-off',
};

/** What a socket or a TLS handshake threw, as what it means. */
export function socketFault(error: unknown): SocketFault {
  const code = codeOf(error);
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code)) return 'certificate';
  return FAULTS[code] ?? 'unreachable';
}

/** A host with several addresses fails with the errors of all. */
function codeOf(error: unknown): string {
  const { code, errors } = error as { readonly code?: unknown; readonly errors?: readonly unknown[] };
  if (typeof code === 'string') return code;
  return errors?.[0] === undefined ? '' : codeOf(errors[0]);
}
