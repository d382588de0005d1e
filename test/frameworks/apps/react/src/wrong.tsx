import type { StatusChangedEvent } from '@enrollkit/elements/react';
import { EnrollmentStatus, PriceBreakdown } from '@enrollkit/elements/react';
import type { ReactNode } from 'react';

/** Each line must be refused: one that compiles fails the check. */
export const wrong: readonly ReactNode[] = [
  // @ts-expect-error A misspelled property.
  <EnrollmentStatus enrolmentId="e1" />,
  // @ts-expect-error A number is not an id.
  <EnrollmentStatus enrollmentId={1} />,
  // @ts-expect-error A text is neither true nor false.
  <EnrollmentStatus enrollmentId="e1" editable="false" />,
  // @ts-expect-error An event that another element has.
  <PriceBreakdown productId="p1" onStatusChanged={() => undefined} />,
  // @ts-expect-error A detail that this event doesn't have.
  <EnrollmentStatus enrollmentId="e1" onStatusChanged={(event) => event.detail.total} />,
  <EnrollmentStatus enrollmentId="e1" onStatusChanged={(event: StatusChangedEvent) => event.detail.to} />,
  <PriceBreakdown productId="p1" selectable form="booking" />,
  // @ts-expect-error A form is named by its id.
  <PriceBreakdown productId="p1" selectable form={document.forms[0]} />,
];
