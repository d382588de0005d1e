import { can } from '../../../access/can.js';
import type { CertificationResource } from '../../../access/resource.js';
import type { Instant } from '../../../calendar/time.js';
import type { VersionedWriteOptions } from '../../../call-options.js';
import type {
  Certification,
  CertificationAction,
  CertificationVerification,
} from '../../../certificate/certificate.js';
import { throwIfAborted } from '../../../abort.js';
import type { CertificationPort } from '../../ports/certification-port.js';
import type { Change } from '../../ports/change-port.js';
import { EnrollkitError } from '../../../errors.js';
import { findRow } from '../../find-row.js';
import { NEW_CERTIFICATION, REJECTION } from '../../input/certification-input.js';
import { parseInput } from '../../input/parse-input.js';
import { CERTIFICATION_QUERY, DEFAULT_PAGE_SIZE } from '../../input/query-input.js';
import { expectVersion, forbidden, invalid, notFound } from '../../refusals.js';
import { tenantOf, withTenant } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { loadProduct } from '../products/product-records.js';

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
        const linked =
          productId === undefined
            ? {}
            : { ids: (await loadProduct(tables, context, { id: productId, action: 'product.read' })).certificationIds };
        const page = await tables.certifications.list({ ...rowQuery, ...linked });
        return { ...page, items: page.items.map((row) => answeredCertification(context, row)) };
      });
    },

    async createCertification(input, options = {}) {
      const asked = withTenant(parseInput(NEW_CERTIFICATION, input), actor.providerId);
      return write(context, { method: 'createCertification', args: asked, options }, async (tables) => {
        const made: Certification = { ...asked, id: asked.id ?? context.ids(), verified: false, version: 1 };
        if (!can(actor, 'certification.create', certificationResource(made))) throw forbidden('certification.create');
        const taken = await tables.certifications.get(made.id);
        const current = taken && answeredCertification(context, taken);
        if (current && !can(actor, 'certification.read', certificationResource(current))) {
          throw invalid('id-taken', 'id', { id: made.id });
        }
        if (current) {
          throw new EnrollkitError('conflict', `There is a certification ${made.id} already`, { current });
        }
        await tables.certifications.put(made, 'certification.create');
        return { result: answeredCertification(context, made), changes: [certificationChange(made)] };
      });
    },

    async verifyCertification(id, options = {}) {
      return judge(context, { id, method: 'verifyCertification', action: 'certification.verify', options }, (row) =>
        row.verified ? row : { ...withoutRejection(row), verified: true },
      );
    },

    async rejectCertification(id, { reason, ...options }) {
      const asked = parseInput(REJECTION, { reason });
      return judge(
        context,
        { id, method: 'rejectCertification', action: 'certification.reject', options, note: asked.reason },
        (row, at) =>
          row.rejection?.reason === asked.reason ? row : { ...row, verified: false, rejection: { ...asked, at } },
      );
    },

    async resetCertification(id, options = {}) {
      return judge(
        context,
        { id, method: 'resetCertification', action: 'certification.reset-verification', options },
        (row) => (row.verified || row.rejection ? { ...withoutRejection(row), verified: false } : row),
      );
    },
  };
}

interface Judgement {
  readonly id: string;
  readonly method: 'verifyCertification' | 'rejectCertification' | 'resetCertification';
  readonly action: CertificationAction;
  readonly options: VersionedWriteOptions;
  /** Why, for the provider and for the trail. */
  readonly note?: string;
}

/** What platform staff make of a certification. What changes nothing is no new version. */
async function judge(
  context: UseCaseContext,
  { id, method, action, options, note }: Judgement,
  verdict: (row: Certification, at: Instant) => Certification,
): Promise<Certification> {
  const { actor } = context;
  return write(context, { method, args: [id, note], options, note }, async (tables, now) => {
    const row = await findRow(tables.certifications, id);
    const resource = row && certificationResource(row);
    if (!resource || !can(actor, 'certification.read', resource)) throw notFound('certification', id);
    if (!can(actor, action, resource)) throw forbidden(action);
    expectVersion(answeredCertification(context, row), options);
    const judged = verdict(row, now);
    if (judged === row) return { result: answeredCertification(context, row), changes: [] };
    const next = { ...judged, version: row.version + 1 };
    await tables.certifications.put(next, action);
    return { result: answeredCertification(context, next), changes: [certificationChange(next)] };
  });
}

function withoutRejection({ rejection: _, ...row }: Certification): Certification {
  return row;
}

const VERDICTS: readonly CertificationAction[] = [
  'certification.verify',
  'certification.reject',
  'certification.reset-verification',
];

/** The record that is asked for: with how it stands, and what the one who asks may do with it. */
function answeredCertification({ actor, verifyCertifications }: UseCaseContext, row: Certification): Certification {
  const verification = verifyCertifications ? verificationOf(row) : 'not-needed';
  const resource = certificationResource(row);
  return {
    ...row,
    verified: row.verified || !verifyCertifications,
    verification,
    allowed: verifyCertifications ? VERDICTS.filter((action) => can(actor, action, resource)) : [],
  };
}

function verificationOf({ verified, rejection }: Certification): CertificationVerification {
  return verified ? 'verified' : rejection ? 'rejected' : 'pending';
}

function certificationResource(certification: Certification): CertificationResource {
  return { kind: 'certification', ...tenantOf(certification) };
}

function certificationChange(certification: Certification): Change {
  return { kind: 'certification', id: certification.id, ...tenantOf(certification) };
}
