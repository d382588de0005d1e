import type { z } from '@hono/zod-openapi';
import type { NewCertification } from '@enrollkit/core';
import type {
  Problem,
  SnakeKeys,
  WireBooking,
  WireCertificate,
  WireCertificateDraft,
  WireCertification,
  WireNewBooking,
  WireProduct,
  WireStatusChange,
} from '@enrollkit/core/wire';
import { expect, it } from 'vitest';
import type * as bookings from '../../../packages/server/src/bookings/booking-schemas.js';
import type * as certificates from '../../../packages/server/src/certificates/certificate-schemas.js';
import type * as certifications from '../../../packages/server/src/certifications/certification-schemas.js';
import type * as problems from '../../../packages/server/src/http/schemas/problem.js';
import type * as products from '../../../packages/server/src/products/product-schemas.js';

/** The same properties, where an optional one may also be there and `undefined`: as zod sees them. */
type Loose<Value> = Value extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Loose<Value[Key]> | (object extends Pick<Value, Key> ? undefined : never) }
    : Value;

/** `true`, or what only one of the two has. */
type SameShape<Schema, Wire> = [Exclude<keyof Wire, keyof Schema> | Exclude<keyof Schema, keyof Wire>] extends [never]
  ? [Wire] extends [Loose<Schema>]
    ? [Schema] extends [Loose<Wire>]
      ? true
      : { readonly schema: Schema }
    : { readonly wire: Wire }
  : { readonly differs: Exclude<keyof Wire, keyof Schema> | Exclude<keyof Schema, keyof Wire> };

interface Shapes {
  readonly booking: SameShape<z.output<typeof bookings.booking>, WireBooking>;
  readonly statusChange: SameShape<z.output<typeof bookings.statusChange>, WireStatusChange>;
  readonly newBooking: SameShape<z.output<typeof bookings.newBooking>, WireNewBooking>;
  readonly certificate: SameShape<z.output<typeof certificates.certificate>, WireCertificate>;
  readonly draft: SameShape<z.output<typeof certificates.certificateFields>, WireCertificateDraft>;
  readonly certification: SameShape<z.output<typeof certifications.certification>, WireCertification>;
  readonly newCertification: SameShape<z.output<typeof certifications.newCertification>, SnakeKeys<NewCertification>>;
  readonly product: SameShape<z.output<typeof products.product>, WireProduct>;
  readonly problem: SameShape<z.output<typeof problems.problem>, Problem>;
}

it('documents exactly the shapes that server and client share', () => {
  // The compiler is the judge: a property that only one side has makes this assignment an error.
  const same: Shapes = {
    booking: true,
    statusChange: true,
    newBooking: true,
    certificate: true,
    draft: true,
    certification: true,
    newCertification: true,
    product: true,
    problem: true,
  };
  expect(Object.values(same).every(Boolean)).toBe(true);
});
