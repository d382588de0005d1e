import type { CalendarDay, Instant } from '@enrollkit/core';

/** Everybody on one date of the sample feed, which is over: what a provider finds the day after. */
export const SAMPLE_DATE = { product: 'DW-401', start: 'DW-401-2611', endedOn: '2026-11-25' as CalendarDay };

/** When they booked, and when some of their invoices were sent: while the course was still to come. */
export const BOOKED_AT: Instant = '2026-10-05T08:30:00.000Z';
export const INVOICED_AT: Instant = '2026-11-10T09:00:00.000Z';

/** As people are called, with what makes lists hard: prefixes, double names, accents, one name twice. */
export const SAMPLE_PARTICIPANTS: readonly { readonly name: string; readonly isInvoiced?: boolean }[] = [
  { name: 'Anna Smit', isInvoiced: true },
  { name: 'Fatima Öztürk' },
  { name: 'Jan van der Berg' },
  { name: 'Søren Ørsted', isInvoiced: true },
  { name: 'Marieke Bakker-Mulder' },
  { name: 'Yusuf El Idrissi' },
  { name: 'Zoë de Vries' },
  { name: 'Pieter Jansen' },
  { name: 'Petra Jansen' },
  { name: 'Łukasz Wiśniewski' },
  { name: 'Femke ter Horst' },
  { name: 'Anna Smit-Visser' },
];
