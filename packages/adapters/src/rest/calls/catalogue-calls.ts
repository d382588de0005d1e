import type { Certification, CertificationPort, ProductPort, StartPort, StoredProduct } from '@enrollkit/core';
import { toSnakeKeys } from '@enrollkit/core/wire';
import type { Api } from './api.js';
import type { Change } from '@enrollkit/core';
import type { VersionedChange } from '../events/changes.js';
import type { ApiRequest, CallOptions } from '../http/client.js';
import { idsInQuery, idStep, withQuery } from '../http/paths.js';
import { readJson } from '../http/read-answer.js';
import { readCertification, readPage, readProduct } from './shapes.js';

/** Products and the certifications that they lead to. */
export function catalogueCalls(api: Api): Omit<ProductPort, keyof StartPort | 'removeProduct'> & CertificationPort {
  const products = recordCalls(api, 'product', readProduct);
  const certifications = recordCalls(api, 'certification', readCertification);
  const certificationPath = (id: string) => `certifications/${idStep('certification', id)}`;
  const productPath = (id: string) => `products/${idStep('product', id)}`;

  return {
    getProduct: async (id, { site, ...options } = {}) => products.read(withQuery(productPath(id), { site }), options),
    async listProducts({ ids, ...query } = {}, options) {
      const listed = ids && { ids: idsInQuery(ids) };
      return products.list(withQuery('products', { ...query, ...listed }), options);
    },
    async putProduct(product, options) {
      return products.write({ method: 'PUT', path: productPath(product.id), body: toSnakeKeys(product) }, options);
    },
    async linkCertifications(id, certificationIds, options) {
      const body = { certification_ids: certificationIds };
      return products.write({ method: 'PUT', path: `${productPath(id)}/certifications`, body }, options);
    },

    listCertifications: async (query = {}, options) => certifications.list(withQuery('certifications', query), options),
    async createCertification(input, options) {
      return certifications.write({ method: 'POST', path: 'certifications', body: toSnakeKeys(input) }, options);
    },
    verifyCertification: async (id, options) =>
      certifications.write({ method: 'POST', path: `${certificationPath(id)}/verify` }, options),
    async rejectCertification(id, { reason, ...options }) {
      const path = `${certificationPath(id)}/reject`;
      return certifications.write({ method: 'POST', path, body: { reason } }, options);
    },
    resetCertification: async (id, options) =>
      certifications.write({ method: 'POST', path: `${certificationPath(id)}/reset` }, options),
  };
}

/** Reading and writing one kind of record, told to whoever listens. */
function recordCalls<Row extends StoredProduct | Certification>(
  { client, changes }: Api,
  kind: Change['kind'],
  readRow: (data: unknown) => Row,
) {
  const changeOf = ({ id, version, providerId }: Row): VersionedChange => ({
    kind,
    id,
    version,
    ...(providerId !== undefined && { providerId }),
  });
  return {
    async read(path: string, options?: CallOptions) {
      const row = readRow(await readJson(await client.send({ method: 'GET', path }, options)));
      changes.saw(changeOf(row));
      return row;
    },
    async list(path: string, options?: CallOptions) {
      const page = readPage(readRow)(await readJson(await client.send({ method: 'GET', path }, options)));
      for (const row of page.items) changes.saw(changeOf(row));
      return page;
    },
    write: (request: ApiRequest, options?: CallOptions): Promise<Row> =>
      changes.write(
        async () => readRow(await readJson(await client.send({ ...request, readCurrent: readRow }, options))),
        (row) => [changeOf(row)],
      ),
  };
}
