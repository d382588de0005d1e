// Types only: this file must compile. A wrong line that compiles makes `@ts-expect-error` fail.
import type { PriceBreakdownProps } from '@enrollkit/elements/react';
import type { ReactNode } from 'react';

export function page(): ReactNode {
  return (
    <enrollkit-backend type="indexeddb" database="portal" time-zone="Europe/Amsterdam">
      <enrollment-status
        key="status"
        className="wide"
        enrollment-id="e1"
        editable
        onek-status-changed={(event) => event.detail.to.toUpperCase()}
      />
      <enrollment-status enrollmentId="e1" showHistory ref={(element) => element?.click()} />
      <certificate-upload enrollment-id="e1" />
      <price-breakdown product-id="p1" selectable form="booking" onek-price-change={(event) => event.detail} />
      {/* @ts-expect-error A misspelled property. */}
      <enrollment-status enrolmentId="e1" />
      {/* @ts-expect-error A number is not an id. */}
      <enrollment-status enrollmentId={1} />
    </enrollkit-backend>
  );
}

export const elsewhereOnThePage: PriceBreakdownProps = { productId: 'p1', selectable: true, form: 'booking' };

/** Events bubble, and are typed wherever they are heard. */
export function listen(): void {
  document.addEventListener('ek-status-changed', ({ detail }) => detail.to.toUpperCase());
  addEventListener('ek-booked', ({ detail }) => detail);
  // @ts-expect-error A detail that this event doesn't have.
  document.addEventListener('ek-status-changed', ({ detail }) => void detail.total);
}
