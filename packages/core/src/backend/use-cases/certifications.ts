import { can } from '../../access/can.js';
import type { CertificationResource } from '../../access/resource.js';
import type { Certification } from '../../certificate/certificate.js';
import { throwIfAborted } from '../../abort.js';
import type { CertificationPort } from '../ports/certification-port.js';
import type { Change } from '../ports/change-port.js';
import { EnrollkitError } from '../../errors.js';
import { findRow } from '../find-row.js';
import { NEW_CERTIFICATION } from '../input/certification-input.js';
import { parseInput } from '../input/parse-input.js';
import { CERTIFICATION_QUERY, DEFAULT_PAGE_SIZE } from '../input/query-input.js';
import { expectVersion, forbidden, invalid, notFound } from '../refusals.js';
import { tenantOf, withTenant } from '../tenant.js';
import type { UseCaseContext } from '../use-case-context.js';
import { write } from '../write.js';
import { loadProduct } from './product-records.js';

/** The use cases about certifications. */
export function certificationUseCases(context: UseCaseContext): CertificationPort {
  const { store, actor, scope } = context;

  return {
    async listCertifications(query = {}, options = {}) {
      const { productId, ...paging } = parseInput(CERTIFICATION_QUERY, query);
      throwIfAborted(options.signal);
      if (!scope) return { items: [], total: 0 };
      const rowQuery = { size: DEFAULT_PAGE_SIZE, ...paging, scope };
      return store.read(async (tables) => {
        if (productId === undefined) return tables.certifications.list(rowQuery);
        const { certificationIds } = await loadProduct(tables, context, { id: productId, action: 'product.read' });
        return tables.certifications.list({ ...rowQuery, ids: certificationIds });
      });
    },

    async createCertification(input, options = {}) {
      const asked = withTenant(parseInput(NEW_CERTIFICATION, input), actor.providerId);
      return write(context, { method: 'createCertification', args: asked, options }, async (tables) => {
        const result: Certification = { ...asked, id: asked.id ?? context.ids(), verified: false, version: 1 };
        if (!can(actor, 'certification.create', certificationResource(result))) throw forbidden('certification.create');
        const current = await tables.certifications.get(result.id);
        if (current && !can(actor, 'certification.read', certificationResource(current))) {
          throw invalid('id-taken', 'id', { id: result.id });
        }
        if (current) {
          throw new EnrollkitError('conflict', `There is a certification ${result.id} already`, { current });
        }
        await tables.certifications.put(result, 'certification.create');
        return { result, changes: [certificationChange(result)] };
      });
    },

    async verifyCertification(id, options = {}) {
      return write(context, { method: 'verifyCertification', args: id, options }, async (tables) => {
        const certification = await findRow(tables.certifications, id);
        const resource = certification && certificationResource(certification);
        if (!resource || !can(actor, 'certification.read', resource)) throw notFound('certification', id);
        if (!can(actor, 'certification.verify', resource)) throw forbidden('certification.verify');
        expectVersion(certification, options);
        if (certification.verified) return { result: certification, changes: [] };
        const result = { ...certification, verified: true, version: certification.version + 1 };
        await tables.certifications.put(result, 'certification.verify');
        return { result, changes: [certificationChange(result)] };
      });
    },
  };
}

function certificationResource(certification: Certification): CertificationResource {
  return { kind: 'certification', ...tenantOf(certification) };
}

function certificationChange(certification: Certification): Change {
  return { kind: 'certification', id: certification.id, ...tenantOf(certification) };
}
