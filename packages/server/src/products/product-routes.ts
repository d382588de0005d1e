import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { checkInput, type Issue, type Product, type StoredProduct } from '@enrollkit/core';
import { regionsOf } from '@enrollkit/core/regions';
import { toCamelKeys, toSnakeKeys, toWireFinding } from '@enrollkit/core/wire';
import { checkOrganisations } from '@enrollkit/feed';
import { sanitizeDescription } from '@enrollkit/feed/html/without-dom.js';
import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { etagOf, respondRecord } from '../http/etag.js';
import {
  ETAG_HEADER,
  NOT_MODIFIED,
  VERSIONED_HEADERS,
  answer,
  examplePage,
  idOf,
  jsonOf,
  problems,
} from '../http/operation.js';
import { badRequest } from '../http/problem.js';
import { readOptions, versionedOptions } from '../http/request/call-options.js';
import { continueAfter, idList, paging, sentOnly, recordQuery } from '../http/request/query-fields.js';
import { respondPage } from '../http/respond.js';
import { route, routesOf, type Route } from '../http/route.js';
import { toXml } from '../http/to-xml.js';
import { describeImportIssue, languageOf } from '../imports/import-texts.js';
import type { ServerParts } from '../parts/server-parts.js';
import { EXAMPLE_PRODUCT } from './product-example.js';
import { certificationLinks, product, productInput, productPage, writtenProduct } from './product-schemas.js';

const path = '/products';
const onePath = `${path}/{id}`;
const tags = ['Products'];
const params = idOf('prince2');
const page = examplePage(EXAMPLE_PRODUCT);
const one = answer('The product', {
  schema: product,
  example: EXAMPLE_PRODUCT,
  xml: toXml('product', EXAMPLE_PRODUCT),
  headers: ETAG_HEADER,
});
const site = z.string().optional().openapi({
  description: 'The site of the page. Participants and employers see products of a group on its own sites only.',
});
const PUBLISHED = publishedPart(EXAMPLE_PRODUCT);

/** `/products`: courses as a provider publishes them. */
export function productRoutes(parts: Pick<ServerParts, 'settings'>): OpenAPIHono<AppEnv> {
  return routesOf(parts, [listProducts, getProduct, putProduct, removeProduct, linkCertifications]);
}

function listProducts(): Route {
  return route(
    {
      method: 'get',
      path,
      tags,
      operationId: 'listProducts',
      summary: 'List products',
      request: {
        query: z.strictObject({
          ...paging,
          state: z.enum(['active', 'deleted']).optional().openapi({ example: 'active' }),
          ids: idList('products', 'prince2,itil'),
          site,
          after_id: continueAfter('product'),
        }),
      },
      responses: {
        200: answer('A page of products', { schema: productPage, example: page, xml: toXml('products', page) }),
        ...problems(),
      },
    },
    async (c) => {
      const { size, offset, state, ids, site: onSite, after_id: afterId } = c.req.valid('query');
      const asked = sentOnly({ size, offset, state, ids, site: onSite, afterId });
      const page = await c.get('backend').listProducts(asked, readOptions(c));
      return respondPage(c, { ...page, root: 'products', items: page.items.map(toWireProduct) }, { size, offset });
    },
  );
}

function getProduct(): Route {
  return route(
    {
      method: 'get',
      path: onePath,
      tags,
      operationId: 'getProduct',
      summary: 'Read a product',
      request: { params, query: recordQuery.extend({ site }) },
      responses: { 200: one, 304: NOT_MODIFIED, ...problems() },
    },
    async (c) => {
      const options = { ...readOptions(c), ...sentOnly({ site: c.req.valid('query').site }) };
      return respondProduct(c, await c.get('backend').getProduct(c.req.valid('param').id, options));
    },
  );
}

function putProduct({ settings }: Pick<ServerParts, 'settings'>): Route {
  return route(
    {
      method: 'put',
      path: onePath,
      tags,
      operationId: 'putProduct',
      summary: 'Create or replace a product',
      description:
        'Send the complete product. Lists that you leave out become empty. The certifications that it leads to stay. Of the HTML in the description, tags and attributes that are not allowed in feeds are left out. If the server has a list of organizations of PE points, `findings` says which of the product are not in it.',
      parameters: VERSIONED_HEADERS,
      request: {
        params,
        query: recordQuery,
        body: jsonOf(productInput, PUBLISHED),
      },
      responses: {
        200: answer('The product', {
          schema: writtenProduct,
          example: EXAMPLE_PRODUCT,
          xml: toXml('product', EXAMPLE_PRODUCT),
          headers: ETAG_HEADER,
        }),
        201: answer('The new product', { schema: writtenProduct, example: EXAMPLE_PRODUCT, headers: ETAG_HEADER }),
        ...problems('forbidden', 'conflict', 'unsupported-media-type'),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const published = publishedPart(c.req.valid('json'));
      if (published.id !== undefined && published.id !== id) throw badRequest('id-mismatch', 'id', { id });
      const { description, ...rest } = toCamelKeys({ ...published, id }) as Product;
      // As an import does: what is stored is shown on pages.
      const input: Product = { ...rest, description: sanitizeDescription(description) };
      const backend = c.get('backend');
      // The same again is no new version, so the version doesn't tell.
      const { total } = await backend.listProducts({ ids: [id], size: 1 }, readOptions(c));
      const stored = await backend.putProduct(input, versionedOptions(c));
      const { peOrganisations } = settings;
      const findings = peOrganisations && checkOrganisations(input, peOrganisations);
      return respondProduct(c, stored, { status: total === 0 ? 201 : 200, ...(findings && { findings }) });
    },
    (input, c) => checkInput('putProduct', { id: c.req.param('id'), ...Object(input) }),
  );
}

function removeProduct(): Route {
  return route(
    {
      method: 'delete',
      path: onePath,
      tags,
      operationId: 'removeProduct',
      summary: 'Stop offering a product',
      description:
        'Its state becomes `deleted`. It is kept for the sake of its bookings. Sending it again with PUT restores it.',
      parameters: VERSIONED_HEADERS,
      request: { params, query: recordQuery },
      responses: { 200: one, ...problems('forbidden', 'conflict') },
    },
    async (c) => respondProduct(c, await c.get('backend').removeProduct(c.req.valid('param').id, versionedOptions(c))),
  );
}

function linkCertifications(): Route {
  return route(
    {
      method: 'put',
      path: `${onePath}/certifications`,
      tags,
      operationId: 'linkCertifications',
      summary: 'Set which certifications a product leads to',
      description:
        'Send the complete list. As long as it is empty, no certificates can be uploaded for bookings of this product.',
      parameters: VERSIONED_HEADERS,
      request: {
        params,
        query: recordQuery,
        body: jsonOf(certificationLinks, { certification_ids: ['prince2-foundation'] }),
      },
      responses: { 200: one, ...problems('forbidden', 'conflict', 'unsupported-media-type') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { certification_ids } = c.req.valid('json');
      return respondProduct(c, await c.get('backend').linkCertifications(id, certification_ids, versionedOptions(c)));
    },
  );
}

type KeptField =
  | 'findings'
  | 'state'
  | 'certification_ids'
  | 'start_states'
  | 'trainers'
  | 'linked_trainers'
  | 'start_regions'
  | 'allowed'
  | 'version';

/** Without what only the server says. */
function publishedPart<Sent extends Partial<Record<KeptField, unknown>>>(sent: Sent) {
  const {
    findings: _findings,
    state: _state,
    certification_ids: _ids,
    start_states: _states,
    trainers: _trainers,
    linked_trainers: _linked,
    start_regions: _regions,
    allowed: _allowed,
    version: _version,
    ...published
  } = sent;
  return published;
}

/** With the regions of its starts: who lists products asks no table of places. */
function toWireProduct(record: StoredProduct) {
  const regions = record.startingDates.length === 0 ? [] : regionsOf(record);
  return toSnakeKeys(regions.length === 0 ? record : { ...record, startRegions: regions });
}

interface ProductAnswer {
  readonly status?: number;
  /** About what was sent; said once, and not kept. */
  readonly findings?: readonly Issue[];
}

function respondProduct(
  c: Context<AppEnv>,
  record: StoredProduct,
  { status = 200, findings = [] }: ProductAnswer = {},
): Response {
  const product = toWireProduct(record);
  const body = findings.length === 0 ? product : { ...product, findings: inWords(c, findings) };
  // What is left changes with every booking, and makes no new version.
  const seats = record.startStates.flatMap(({ seatsLeft }) => seatsLeft ?? []).join('-');
  return respondRecord(c, { root: 'product', body, etag: etagOf(record, seats || undefined), status });
}

/** In the language that is asked for, as in an import. */
function inWords(c: Context<AppEnv>, findings: readonly Issue[]) {
  const language = languageOf(c.req.header('Accept-Language'));
  c.header('Content-Language', language);
  c.header('Vary', 'Accept-Language', { append: true });
  const describe = describeImportIssue(language);
  return findings.map((finding) => toWireFinding(finding, describe));
}
