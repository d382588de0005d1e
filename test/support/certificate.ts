import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A key and the certificate that it signed for itself: whoever trusts the certificate trusts the server. */
export interface OwnCertificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for `localhost` that is good for a day. */
export async function makeCertificate(): Promise<OwnCertificate> {
  const folder = await mkdtemp(join(tmpdir(), 'enrollkit-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const what = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
    await promisify(execFile)('openssl', ['req', ...what, ...names, '-keyout', key, '-out', cert]);
    return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
