import type { Actor } from '@enrollkit/core';
import { freshId, json } from './support/attacked-server.js';
import { newCertificate, pdf, PRODUCT, providerOf, STAFF, type Records } from './support/records.js';

/** What one provider has, with a feed that is planned. */
export interface Target extends Records {
  readonly importId: string;
}

/** Who asks, seen from the records that are asked for. */
export const ASKERS = {
  provider: 'their provider',
  rival: 'another provider',
  participant: 'the participant',
  stranger: 'another participant of the provider',
  namesake: 'the same e-mail address at another provider',
  hr: 'HR of the employer',
  otherHr: 'HR of another employer',
  staff: 'platform staff',
  page: "the provider's token for this booking",
  widget: "the provider's token for another booking",
  anyone: 'nobody in particular',
} as const;

export type Asker = keyof typeof ASKERS;

/**
 * Who comes with each role: a new one has somebody who asks, and so a column. Nobody is let in as a visitor here; where
 * products are published, `test/server/access/public-products.test.ts` says what one sees.
 */
export const ASKER_OF_ROLE = {
  provider: 'provider',
  participant: 'participant',
  'employer-hr': 'hr',
  'platform-staff': 'staff',
  visitor: 'anyone',
} as const satisfies Record<Actor['role'], Asker>;

/** As whom each of them comes. */
export function actorOf(asker: Asker, records: Records): Actor | undefined {
  const { providerId, email, employerId, bookingId, otherBookingId } = records;
  const provider = providerOf(records);
  const actors: Record<Asker, Actor | undefined> = {
    provider,
    rival: { ...provider, providerId: freshId('rival') },
    participant: { id: 'jan', role: 'participant', email, providerId },
    stranger: { id: 'eve', role: 'participant', email: 'eve@example.nl', providerId },
    namesake: { id: 'jan', role: 'participant', email, providerId: freshId('rival') },
    hr: { id: 'hr-1', role: 'employer-hr', employerId, providerId },
    otherHr: { id: 'hr-2', role: 'employer-hr', employerId: 'another', providerId },
    staff: STAFF,
    page: { ...provider, enrollmentIds: [bookingId] },
    widget: { ...provider, enrollmentIds: [otherBookingId] },
    anyone: undefined,
  };
  return actors[asker];
}

/**
 * What every operation answers to everybody. A number is a status; `in` and `out`: 200, with or without the record. Where
 * it says 404, nothing must tell the answer from that about a record that doesn't exist.
 */
const TABLE = `
                                    provider rival participant stranger namesake hr  otherHr staff page widget anyone
GET    /certificates                in       out   in          out      out      in  out     in    in   out    401
POST   /certificates                201      404   403         403      403      403 403     403   201  404    401
GET    /certificates/{id}           200      404   200         404      404      200 404     200   200  404    401
DELETE /certificates/{id}           204      404   403         404      404      403 404     403   204  404    401
GET    /certificates/{id}/file      200      404   200         404      404      200 404     200   200  404    401
GET    /certifications              in       out   in          in       out      in  in      in    in   in     401
POST   /certifications              201      201   403         403      403      403 403     403   403  403    401
POST   /certifications/{id}/verify  403      404   403         403      404      403 403     200   403  403    401
POST   /certifications/{id}/reject  403      404   403         403      404      403 403     200   403  403    401
POST   /certifications/{id}/reset   403      404   403         403      404      403 403     200   403  403    401
GET    /bookings                    in       out   in          out      out      in  out     in    in   out    401
GET    /bookings.csv                in       out   in          out      out      in  out     in    in   out    401
POST   /bookings                    201      201   201         403      422      403 403     403   403  403    401
PATCH  /bookings                    200      207   207         207      207      207 207     207   200  207    401
GET    /bookings/{id}               200      404   200         404      404      200 404     200   200  404    401
PATCH  /bookings/{id}               200      404   403         404      404      403 404     403   200  404    401
POST   /bookings/{id}/accept        200      404   403         404      404      403 404     403   200  404    401
POST   /bookings/{id}/decline       422      404   403         404      404      403 404     403   422  404    401
POST   /bookings/{id}/withdraw      422      404   422         404      404      403 404     403   422  404    401
POST   /bookings/{id}/cancel        200      404   403         404      404      403 404     403   200  404    401
POST   /bookings/{id}/invoice       200      404   403         404      404      403 404     403   200  404    401
GET    /bookings/{id}/invoice       200      404   403         404      404      403 404     403   200  404    401
GET    /bookings/{id}/history       200      404   200         404      404      200 404     200   200  404    401
GET    /products                    in       out   in          in       out      in  in      in    in   in     401
GET    /products/{id}               200      404   200         200      404      200 200     200   200  200    401
PUT    /products/{id}               200      201   403         403      403      403 403     403   403  403    401
DELETE /products/{id}               200      404   403         403      404      403 403     403   403  403    401
PUT    /products/{id}/certifications 200     404   403         403      404      403 403     403   403  403    401
GET    /start-cancellations         200      200   403         403      403      403 403     403   200  200    401
GET    /imports                     in       out   out         out      out      out out     out   out  out    401
POST   /imports/products            202      202   403         403      403      403 403     403   403  403    401
POST   /imports/trainers            202      202   403         403      403      403 403     403   403  403    401
GET    /imports/{id}                200      404   404         404      404      404 404     404   404  404    401
GET    /imports/{id}/steps          200      404   404         404      404      404 404     404   404  404    401
GET    /imports/{id}/findings.csv   200      404   404         404      404      404 404     404   404  404    401
POST   /imports/{id}/apply          202      404   404         404      404      404 404     404   404  404    401
POST   /imports/{id}/cancel         200      404   404         404      404      404 404     404   404  404    401
GET    /feeds                       200      200   403         403      403      403 403     403   403  403    401
GET    /feeds/{kind}                404      404   403         403      403      403 403     403   403  403    401
PUT    /feeds/{kind}                200      200   403         403      403      403 403     403   403  403    401
DELETE /feeds/{kind}                404      404   403         403      403      403 403     403   403  403    401
GET    /trainers                    200      200   200         200      200      200 200     200   200  200    401
POST   /trainers/confirmations      404      404   404         404      404      404 404     404   404  404    404
POST   /trainers/invitations        404      404   404         404      404      404 404     404   404  404    404
POST   /trainers/links              404      404   404         404      404      404 404     404   404  404    404
POST   /trainers/link-decisions     200      404   404         404      404      404 404     404   404  404    401
POST   /tokens                      403      403   403         403      403      403 403     403   403  403    401
GET    /audit                       in       out   403         403      403      403 403     in    in   out    401
POST   /participants/export         in       out   403         403      403      403 403     in    403  403    401
POST   /participants/erase          200      200   403         403      403      403 403     200   403  403    401
GET    /retention                   200      200   403         403      403      403 403     422   403  403    401
PUT    /retention                   200      200   403         403      403      403 403     422   403  403    401
GET    /webhooks                   200      200   403         403      403      403 403     403   403  403    401
POST   /webhooks                   201      201   403         403      403      403 403     403   403  403    401
GET    /webhooks/{id}              404      404   403         403      403      403 403     403   403  403    401
PATCH  /webhooks/{id}              404      404   403         403      403      403 403     403   403  403    401
DELETE /webhooks/{id}              404      404   403         403      403      403 403     403   403  403    401
POST   /webhooks/{id}/rotate-secret 404      404   403         403      403      403 403     403   403  403    401
POST   /webhooks/{id}/test         404      404   403         403      403      403 403     403   403  403    401
GET    /webhooks/{id}/deliveries   404      404   403         403      403      403 403     403   403  403    401
POST   /webhooks/{id}/deliveries/{event_id}/replay 404      404   403         403      403      403 403     403   403  403    401
POST   /webhooks/{id}/recover      404      404   403         403      403      403 403     403   403  403    401
GET    /lti/platforms               200      200   403         403      403      403 403     403   403  403    401
POST   /lti/platforms               201      201   403         403      403      403 403     403   403  403    401
GET    /lti/platforms/{id}          404      404   403         403      403      403 403     403   403  403    401
DELETE /lti/platforms/{id}          404      404   403         403      403      403 403     403   403  403    401
POST   /lti/registrations           201      201   403         403      403      403 403     403   403  403    401
GET    /springest/certificates      in       out   403         403      403      403 403     403   403  403    401
POST   /springest/certificates      201      400   403         403      403      403 403     403   403  403    401
GET    /springest/certifications    in       out   403         403      403      403 403     403   403  403    401
GET    /springest/bookings          in       out   403         403      403      403 403     403   403  403    401
GET    /springest/bookings/{id}     200      404   403         403      403      403 403     403   403  403    401
GET    /events                      200      200   200         200      200      200 200     200   200  200    401
`;

/** What the server answers to one of them. */
export type Answer = number | 'in' | 'out';

/** One line of the table. */
export interface Operation {
  /** `GET /bookings/{id}` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly answers: Readonly<Record<Asker, Answer>>;
}

export const OPERATIONS: readonly Operation[] = readTable(TABLE);

function readTable(table: string): readonly Operation[] {
  const [names = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.map(([method = '', path = '', ...cells]) => {
    if (cells.length !== names.length) throw new Error(`${method} ${path}: ${cells.length} cells`);
    const answers = Object.fromEntries(names.map((name, at) => [name, toAnswer(cells[at] ?? '')]));
    return { name: `${method} ${path}`, method, path, answers: answers as Operation['answers'] };
  });
}

function toAnswer(cell: string): Answer {
  return cell === 'in' || cell === 'out' ? cell : Number(cell);
}

/** What is sent with an operation about these records. */
export function bodyOf({ name }: Operation, records: Records): RequestInit {
  const { bookingId, certificationId, productId, providerId, email } = records;
  switch (name) {
    case 'POST /certificates':
      return json('POST', newCertificate({ booking_id: bookingId, certification_id: certificationId }));
    case 'POST /springest/certificates':
      return json('POST', newCertificate({ certification_id: 1, email }));
    case 'POST /certifications':
      return json('POST', { id: freshId('certification'), name: 'Agile', requires_valid_until: true });
    case 'POST /bookings':
      return json('POST', { product_id: productId, participant: { name: 'Jan', email } });
    case 'PATCH /bookings':
      return json('PATCH', [{ id: bookingId, participation_status: 'no-show' }]);
    case 'POST /bookings/{id}/withdraw':
      return json('POST', { name: 'Jan', email });
    case 'PATCH /bookings/{id}':
      return json('PATCH', { participation_status: 'no-show' });
    case 'POST /bookings/{id}/invoice':
      return { method: 'POST', body: invoice() };
    case 'PUT /products/{id}':
      return json('PUT', PRODUCT);
    case 'PUT /products/{id}/certifications':
      return json('PUT', { certification_ids: [certificationId] });
    case 'POST /imports/products':
    case 'POST /imports/trainers':
      return { method: 'POST', body: '<Trainers/>', headers: { 'Content-Type': 'application/xml' } };
    case 'PUT /feeds/{kind}':
      return json('PUT', { url: 'https://feeds.invalid/feed.xml' });
    case 'POST /certifications/{id}/reject':
      return json('POST', { reason: 'Bestaat niet meer.' });
    case 'POST /trainers/confirmations':
    case 'POST /trainers/invitations':
      return json('POST', { token: 'A'.repeat(43) });
    case 'POST /trainers/link-decisions':
      return json('POST', { email, product_id: productId, decision: 'accept' });
    case 'POST /trainers/links':
      return json('POST', { token: 'A'.repeat(43), product_id: 'itil', wanted: true });
    case 'POST /tokens':
      return json('POST', { subject: 'user-17', role: 'provider', provider_id: providerId });
    case 'POST /webhooks':
      return json('POST', { url: 'https://crm.example.nl/' });
    case 'PATCH /webhooks/{id}':
      return json('PATCH', { enabled: false });
    case 'POST /webhooks/{id}/rotate-secret':
      return json('POST', {});
    case 'POST /webhooks/{id}/recover':
      return json('POST', { since: new Date().toISOString() });
    case 'POST /lti/platforms': {
      const lms = 'https://lms.example.nl';
      const addresses = { auth_url: `${lms}/auth`, token_url: `${lms}/token`, jwks_url: `${lms}/jwks` };
      return json('POST', { name: 'LMS', issuer: lms, client_id: freshId('client'), ...addresses });
    }
    case 'POST /lti/registrations':
      return json('POST', { name: 'LMS' });
    case 'POST /participants/export':
      return json('POST', { email });
    case 'POST /participants/erase':
      return json('POST', { email, confirm: true });
    case 'PUT /retention':
      return json('PUT', { months: 84 });
    default:
      return { method: name.split(' ')[0] ?? '' };
  }
}

export function invoice(): FormData {
  const form = new FormData();
  form.set('file', new File([pdf('invoice')], 'invoice.pdf'));
  return form;
}

/** The address of an operation about these records, and which of them it is about. */
export function targetOf({ path }: Operation, records: Target): { readonly address: string; readonly id: string } {
  const [, noun = ''] = path.split('/');
  const ids: Record<string, string> = {
    certificates: records.certificateId,
    certifications: records.certificationId,
    products: records.productId,
    imports: records.importId,
  };
  // Known there by numbers: the first of a provider is 1, and what else says whose they are is what is looked for.
  if (noun === 'springest') {
    const id = path.endsWith('/certifications') ? 'Foundation' : records.email;
    return { address: path.replace('{id}', '1'), id };
  }
  const id = ids[noun] ?? records.bookingId;
  // The trail of everything is too long for one page.
  const query = path === '/audit' ? `?booking_id=${records.bookingId}` : '';
  return { address: path.replace('{id}', id).replace('{kind}', 'products').replace('{event_id}', 'e-1') + query, id };
}
