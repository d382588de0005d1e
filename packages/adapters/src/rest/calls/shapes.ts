import type { Certificate, Certification, Enrollment, Page, StoredProduct } from '@enrollkit/core';
import {
  fromWireBooking,
  fromWireCertificate,
  toCamelKeys,
  type WireBooking,
  type WireCertificate,
} from '@enrollkit/core/wire';
import { badAnswer } from '../http/read-answer.js';

type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object';
type Shape = Readonly<Record<string, Kind>>;

// What elements and rules rely on. More fields are welcome: a newer server may answer them.
const BOOKING: Shape = {
  id: 'string',
  product_id: 'string',
  participant: 'object',
  participation_status: 'string',
  history: 'array',
  version: 'number',
};
const STATUS_CHANGE: Shape = { from: 'string', to: 'string', at: 'string', cause: 'object' };
const CERTIFICATE: Shape = {
  id: 'string',
  booking_id: 'string',
  certification_id: 'string',
  file: 'object',
  valid_from: 'string',
  version: 'number',
};
const FILE: Shape = { name: 'string', media_type: 'string', size_bytes: 'number', sha256: 'string' };
const CERTIFICATION: Shape = { id: 'string', name: 'string', requires_valid_until: 'boolean', version: 'number' };
const PRODUCT: Shape = {
  id: 'string',
  name: 'string',
  additional_costs: 'array',
  discounts: 'array',
  certification_ids: 'array',
  version: 'number',
};

export function readEnrollment(data: unknown): Enrollment {
  const booking = expectShape(data, BOOKING, 'booking');
  for (const change of booking.history as unknown[]) expectShape(change, STATUS_CHANGE, 'booking.history');
  return fromWireBooking(booking as unknown as WireBooking);
}

export function readCertificate(data: unknown): Certificate {
  const certificate = expectShape(data, CERTIFICATE, 'certificate');
  expectShape(certificate.file, FILE, 'certificate.file');
  return fromWireCertificate(certificate as unknown as WireCertificate);
}

export function readCertification(data: unknown): Certification {
  return toCamelKeys(expectShape(data, CERTIFICATION, 'certification')) as Certification;
}

export function readProduct(data: unknown): StoredProduct {
  // What a server found in a product that was sent is not kept with it.
  const { findings: _findings, ...product } = expectShape(data, PRODUCT, 'product');
  return toCamelKeys(product) as StoredProduct;
}

/** One page of a list, each item read. */
export function readPage<Row>(read: (data: unknown) => Row): (data: unknown) => Page<Row> {
  return (data) => {
    const { items, total, has_more: hasMore } = expectShape(data, { items: 'array', total: 'number' }, 'page');
    return { items: (items as unknown[]).map(read), total: total as number, ...(hasMore === true && { hasMore }) };
  };
}

function expectShape(data: unknown, shape: Shape, what: string): Readonly<Record<string, unknown>> {
  if (kindOf(data) !== 'object') throw badAnswer(`Expected a ${what}, got ${kindOf(data)}`);
  const record = data as Readonly<Record<string, unknown>>;
  for (const [name, kind] of Object.entries(shape)) {
    const found = kindOf(record[name]);
    if (found !== kind) throw badAnswer(`${what}.${name}: expected ${kind}, got ${found}`);
  }
  return record;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
