/** Why a database can't be reached, and what to do about it, for whoever set `DATABASE_URL`. */
export function whyUnreachable(error: unknown, database: string): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  const known = REASONS[String(code)];
  if (known) return known(database);
  if (/^timeout|terminated due to connection timeout/i.test(String(message))) return SILENT;
  // The code only: a message may quote the address, with its password.
  return `it refuses (${typeof code === 'string' ? code : 'without a code'})`;
}

const SILENT = 'there is no answer: is the address right, and does a firewall let connections through?';
const PASSWORD =
  'it refuses the user or the password: look at both in DATABASE_URL, where # % / : ? @ in them are written as %23 %25 %2F %3A %3F %40';
const UNKNOWN_HOST = 'no machine has that name: look for a spelling mistake in DATABASE_URL';
const UNTRUSTED = 'its certificate is not one that this machine trusts: see NODE_EXTRA_CA_CERTS of Node';

const REASONS: Readonly<Record<string, (database: string) => string>> = {
  '28P01': () => PASSWORD,
  '28000': () => PASSWORD,
  '3D000': (name) => `it has no database "${name}": make that one (createdb), or name another one in DATABASE_URL`,
  '53300': () => 'it has no connections left: raise its max_connections, or lower ENROLLKIT_DATABASE_POOL_SIZE',
  '57P03': () => 'it is starting up or shutting down: try again in a moment',
  ECONNREFUSED: () => 'nothing listens there: is the database running, and is that its port?',
  ECONNRESET: () => 'it hangs up: is that the port of a PostgreSQL?',
  ENOTFOUND: () => UNKNOWN_HOST,
  EAI_AGAIN: () => UNKNOWN_HOST,
  ETIMEDOUT: () => SILENT,
  EHOSTUNREACH: () => SILENT,
  ENETUNREACH: () => SILENT,
  DEPTH_ZERO_SELF_SIGNED_CERT: () => UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: () => UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => UNTRUSTED,
  CERT_HAS_EXPIRED: () => 'its certificate has expired',
};
