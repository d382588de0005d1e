import type { JSX } from 'solid-js';

/** Each line must be refused: one that compiles fails the check. */
export const wrong: readonly JSX.Element[] = [
  // @ts-expect-error A misspelled property.
  <enrollment-status prop:enrolmentId="e1" />,
  // @ts-expect-error A number is not an id.
  <enrollment-status prop:enrollmentId={1} />,
  // @ts-expect-error A detail that this event doesn't have.
  <enrollment-status prop:enrollmentId="e1" on:ek-status-changed={(event) => event.detail.total} />,
];
