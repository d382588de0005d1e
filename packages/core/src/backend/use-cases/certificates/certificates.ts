import { throwIfAborted } from '../../../abort.js';
import type { CertificatePort, CertificateQuery } from '../../ports/certificate-port.js';
import { parseInput } from '../../input/parse-input.js';
import { CERTIFICATE_QUERY, DEFAULT_PAGE_SIZE } from '../../input/query-input.js';
import { expiryOf } from '../../../certificate/certificate-order.js';
import { expectVersion, invalid, notFound } from '../../refusals.js';
import type { OrderPosition, ReadTables } from '../../store.js';
import { tenantOf } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { certificateChange, loadCertificate, toCertificate, toCertificates } from './certificate-records.js';
import { uploadCertificate } from './upload-certificate.js';

/** The use cases about certificates. */
export function certificateUseCases(context: UseCaseContext): CertificatePort {
  const { store, files, scope } = context;

  return {
    async getCertificate(id, options = {}) {
      throwIfAborted(options.signal);
      const action = 'certificate.read';
      const { row, certification } = await store.read((tables) => loadCertificate(tables, context, { id, action }));
      return toCertificate(context, row, certification);
    },

    async listCertificates(query = {}, options = {}) {
      const asked = parseInput(CERTIFICATE_QUERY, query);
      throwIfAborted(options.signal);
      if (!scope) return { items: [], total: 0 };
      const { afterId, afterProviderId: _, isVerified, ...conditions } = asked;
      const { verifyCertifications } = context;
      // Where nobody verifies, everything counts as verified.
      if (!verifyCertifications && isVerified === false) return { items: [], total: 0 };
      const filter = { ...conditions, ...(verifyCertifications && isVerified !== undefined && { isVerified }) };
      return store.read(
        async (tables) => {
          const after = afterId === undefined ? undefined : await positionOf(tables, { ...asked, afterId });
          const rowQuery = { size: DEFAULT_PAGE_SIZE, ...filter, scope, ...(after && { after }) };
          const page = await tables.certificates.list(rowQuery);
          return { ...page, items: await toCertificates(tables, context, page.items) };
        },
        { isList: true },
      );
    },

    uploadCertificate: (draft, options = {}) => uploadCertificate(context, draft, options),

    async removeCertificate(id, options = {}) {
      return write(context, { method: 'removeCertificate', args: id, options }, async (tables) => {
        const action = 'certificate.remove';
        const { row, certification } = await loadCertificate(tables, context, { id, action });
        expectVersion(toCertificate(context, row, certification), options);
        await tables.certificates.delete(row.id, 'certificate.remove');
        const { sha256 } = row.file;
        const { total } = await tables.certificates.list({ sha256, size: 1 });
        if (total === 0) await tables.dropFile(sha256);
        // The enrollment keeps its status and history: that it was completed is still true.
        const enrollment = { kind: 'enrollment', id: row.enrollmentId, ...tenantOf(row.owner) } as const;
        return { result: undefined, changes: [certificateChange(row), enrollment] };
      });
    },

    async openCertificateFile(id, options = {}) {
      throwIfAborted(options.signal);
      const action = 'certificate.read';
      const { row } = await store.read((tables) => loadCertificate(tables, context, { id, action }));
      const { file } = row;
      const content = await files.open(file.sha256);
      throwIfAborted(options.signal);
      // Removed since its row was read.
      if (!content) throw notFound('certificate', id);
      return content.slice(0, content.size, file.mediaType);
    },
  };
}

async function positionOf(
  { certificates }: Pick<ReadTables, 'certificates'>,
  {
    afterId: id,
    afterProviderId: providerId,
    orderBy,
  }: Pick<CertificateQuery, 'afterProviderId' | 'orderBy'> & { readonly afterId: string },
): Promise<OrderPosition> {
  if (orderBy === undefined) return { id, value: '', ...(providerId !== undefined && { providerId }) };
  const row = await certificates.get(id, providerId);
  if (!row) throw invalid('after-id-unknown', 'afterId', { afterId: id });
  return { id, value: expiryOf(row), ...tenantOf(row.owner) };
}
