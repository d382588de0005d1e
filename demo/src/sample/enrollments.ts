import type { ParticipationStatus } from '@enrollkit/core';

export interface SampleEnrollment {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Whose HR may look along. */
  readonly employer?: string;
  readonly product: string;
  /** Where it is booked; a product for some sites only takes bookings nowhere else. */
  readonly site?: string;
  /** Days from today; negative is past. */
  readonly accepted: number;
  readonly starts?: number;
  readonly ends?: number;
  /** The start is only known as a month. */
  readonly isMonthOnly?: boolean;
  readonly then?: readonly SampleStep[];
}

/** Something that happened on a day, counted from today. */
export interface SampleStep {
  readonly on: number;
  readonly what: 'invoice' | 'certificate' | 'cancel' | ParticipationStatus;
}

/** The employer whose HR one can look along with. */
export const EMPLOYER = 'gemeente-duinstad';

const at = (local: string): string => `${local}@voorbeeld.example`;

/** People around the present, so that every rule has just been at work or is about to. */
export const SAMPLE_ENROLLMENTS: readonly SampleEnrollment[] = [
  // The calendar decides.
  {
    id: 'voorbeeld-ingeschreven',
    name: 'Daan Verhoeven',
    email: at('daan'),
    product: 'DW-101',
    accepted: -3,
    starts: 18,
    ends: 39,
  },
  {
    id: 'voorbeeld-gestart',
    name: 'Noor el Khatib',
    email: at('noor'),
    employer: EMPLOYER,
    product: 'DW-101',
    accepted: -5,
    starts: -2,
    ends: 19,
  },
  // The invoice is there: completed as soon as the end date has passed.
  {
    id: 'voorbeeld-factuur',
    name: 'Fatima Bouzid',
    email: at('fatima'),
    product: 'DW-102',
    accepted: -64,
    starts: -30,
    ends: 6,
    then: [{ on: -8, what: 'invoice' }],
  },
  // The end date has passed: completed as soon as the invoice is there.
  {
    id: 'voorbeeld-wacht-op-factuur',
    name: 'Joost van Leeuwen',
    email: at('joost'),
    employer: EMPLOYER,
    product: 'DW-401',
    accepted: -27,
    starts: -9,
    ends: -8,
  },
  {
    id: 'voorbeeld-afgerond-einddatum',
    name: 'Sanne de Groot',
    email: at('sanne'),
    product: 'DW-401',
    accepted: -80,
    starts: -41,
    ends: -40,
    then: [{ on: -45, what: 'invoice' }],
  },
  {
    id: 'voorbeeld-afgerond-factuur',
    name: 'Mehmet Yıldız',
    email: at('mehmet'),
    product: 'DW-402',
    accepted: -50,
    starts: -20,
    ends: -20,
    then: [{ on: -7, what: 'invoice' }],
  },
  {
    id: 'voorbeeld-afgerond-certificaat',
    name: 'Emma Jansen',
    email: at('emma'),
    employer: EMPLOYER,
    product: 'DW-101',
    accepted: -95,
    starts: -60,
    ends: -39,
    then: [{ on: -31, what: 'certificate' }],
  },
  // A person decided.
  {
    id: 'voorbeeld-niet-geslaagd',
    name: 'Lotte Bakker',
    email: at('lotte'),
    product: 'DW-501',
    accepted: -210,
    starts: -160,
    ends: -16,
    then: [{ on: -14, what: 'did-not-pass' }],
  },
  {
    id: 'voorbeeld-no-show',
    name: 'Ruben Hoekstra',
    email: at('ruben'),
    employer: EMPLOYER,
    product: 'DW-401',
    accepted: -75,
    starts: -33,
    ends: -32,
    then: [{ on: -31, what: 'no-show' }],
  },
  // The same person again: a new enrollment, and the old result stays.
  {
    id: 'voorbeeld-tweede-kans',
    name: 'Ruben Hoekstra',
    email: at('ruben'),
    employer: EMPLOYER,
    product: 'DW-401',
    accepted: -28,
    starts: 24,
    ends: 25,
  },
  {
    id: 'voorbeeld-geannuleerd',
    name: 'Isa Willems',
    email: at('isa'),
    product: 'DW-701',
    site: 'ns',
    accepted: -44,
    starts: 30,
    ends: 34,
    then: [{ on: -6, what: 'cancel' }],
  },
  // Its course leads to no certification yet.
  {
    id: 'voorbeeld-zonder-certificering',
    name: 'Thijs Mulder',
    email: at('thijs'),
    product: 'DW-801',
    accepted: -58,
    starts: -4,
    ends: 1,
  },
  // No end date: nothing completes it by itself.
  {
    id: 'voorbeeld-zonder-einddatum',
    name: 'Aylin Demir',
    email: at('aylin'),
    product: 'DW-301',
    accepted: -26,
    starts: -25,
  },
  {
    id: 'voorbeeld-maand',
    name: 'Willem Postma',
    email: at('willem'),
    product: 'DW-901',
    accepted: -12,
    starts: 75,
    isMonthOnly: true,
  },
];
