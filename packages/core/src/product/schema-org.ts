import { plainText } from './plain-text.js';
import type { Product, StoredProduct } from './product.js';
import { schemaOffer } from './schema-org-offer.js';
import { courseInstances, educationEvents } from './schema-org-starts.js';
import {
  pageAddress,
  schemaNode,
  type SchemaNode,
  type SchemaOrg,
  type SchemaOrganization,
  type SchemaOrgOptions,
  type SchemaProperties,
} from './schema-org-node.js';

export type { SchemaNode, SchemaOrg, SchemaOrganization, SchemaOrgOptions, SchemaValue } from './schema-org-node.js';

/**
 * A product as search engines read it: JSON-LD of schema.org, with the price that a buyer really pays. A course is a
 * `Course` with a `CourseInstance` for each start; an event an `EducationEvent`, a book a `Book`, and coaching or a
 * treatment a `Service`.
 *
 * `price` is the standard price of the same product. The offer has its total: VAT and every mandatory cost included. A
 * recurring price and one-off costs stand side by side, unsummed. A price on request, incomplete or wrong gives none.
 * Trainers are left out: they are known by their e-mail address only. Never throws on data.
 *
 * Source: schema.org, Google's rules for course data; domain.md section 3.
 *
 * @example
 * toSchemaOrg(product, { price: calculatePrice(product) }).offers // { '@type': 'Offer', price: '548.79', … }
 */
export function toSchemaOrg(product: Product | StoredProduct, options: SchemaOrgOptions): SchemaOrg {
  const { organization, url = product.webAddress } = options;
  const node = typedNode(product, options, organization && organizationNode(organization), {
    name: product.name,
    description: plainText(product.description),
    url: pageAddress(url),
    image: product.imageUrls.filter((image) => pageAddress(image) !== undefined),
    offers: schemaOffer(product, options),
  });
  return { '@context': 'https://schema.org', ...node };
}

function organizationNode({ name, url }: SchemaOrganization): SchemaNode {
  return schemaNode('Organization', { name, url: pageAddress(url) });
}

function typedNode(
  product: Product | StoredProduct,
  options: SchemaOrgOptions,
  provider: SchemaNode | undefined,
  common: SchemaProperties,
): SchemaNode {
  const { productType, courseType, language: inLanguage, id, level } = product;
  switch (productType) {
    case 'book':
      return schemaNode('Book', { ...common, inLanguage, publisher: provider });
    case 'event':
      return schemaNode('EducationEvent', {
        ...common,
        inLanguage,
        organizer: provider,
        ...educationEvents(product, options),
      });
    case 'coaching':
    case 'treatment':
      return schemaNode('Service', { ...common, serviceType: courseType, provider });
    default:
      return schemaNode('Course', {
        ...common,
        inLanguage,
        courseCode: id,
        educationalLevel: level === 'Unknown' ? undefined : level,
        provider,
        hasCourseInstance: courseInstances(product, options),
      });
  }
}
