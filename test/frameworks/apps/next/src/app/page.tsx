import { PriceBreakdown } from '@enrollkit/elements/react';
import type { ReactNode } from 'react';
import { product } from '../host';
import { Booking } from './booking';

/** Rendered for every visitor, as a page that reads a database. */
export const dynamic = 'force-dynamic';

export default function Page(): ReactNode {
  return (
    <>
      <Booking />
      <PriceBreakdown product={product} />
    </>
  );
}
