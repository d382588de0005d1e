import type { PublicTrainer } from '../trainer/trainer.js';
import type { PricedProduct } from '../price/priced-product.js';
import type { CalendarDay, Instant } from '../calendar/time.js';

/** A course as a provider publishes it: every field of the product feed. Source: domain.md section 4, the product schema. */
export interface Product extends PricedProduct {
  /** The provider (tenant) that owns the product. Absent in a feed: the reader of the feed knows whose it is. */
  readonly providerId?: string;
  readonly name: string;
  /** HTML as it came from the feed. Never shown unsanitized. */
  readonly description: string;
  readonly imageUrls: readonly string[];
  readonly videoUrl?: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly priceInfo?: string;
  readonly trainerEmails: readonly string[];
  readonly courseType: string;
  readonly duration?: Quantity;
  readonly durationByAgreement?: boolean;
  readonly studyLoad?: Quantity;
  readonly runtime?: string;
  readonly completion?: string;
  readonly extraInstructionsAfterBooking?: string;
  /** 0 means full: no bookings. */
  readonly maxParticipants?: number;
  readonly participantsByAgreement?: boolean;
  readonly webAddress?: string;
  readonly pdfBrochureUrl?: string;
  readonly contactPerson?: ContactPerson;
  readonly allowedSites: readonly string[];
  /** Only used when there are no starting dates. */
  readonly regions: readonly Region[];
  readonly level?: string;
  readonly crohoId?: string;
  readonly creboId?: string;
  readonly purpose?: string;
  readonly costPlacements: readonly CostPlacement[];
  readonly pePoints: readonly PePoint[];
  readonly moments: readonly string[];
  readonly startingDates: readonly StartingDate[];
  readonly ltiParams: readonly LtiParam[];
}

/** The fields of a record that are lists. */
type ListField<Type> = { [Name in keyof Type]-?: Type[Name] extends readonly unknown[] ? Name : never }[keyof Type];
type WithOptionalLists<Type> = Omit<Type, ListField<Type>> & Partial<Pick<Type, ListField<Type>>>;

/** A product as a caller hands it in: a list that is left out is empty. */
export interface ProductInput extends Omit<WithOptionalLists<Product>, 'startingDates'> {
  readonly startingDates?: readonly StartingDateInput[];
}

export type StartingDateInput = WithOptionalLists<StartingDate>;

/** What a provider says about a product: all but which one it is and whose. */
export type ProductField = Exclude<keyof Product, 'id' | 'providerId'>;

/** A product as a backend keeps it. */
export interface StoredProduct extends Product {
  /** `deleted`: it was missing from the last feed. Kept, so that enrollments keep pointing to it. */
  readonly state: 'active' | 'deleted';
  /** What the course can lead to. Without any, no certificate can be uploaded. */
  readonly certificationIds: readonly string[];
  /** What the backend knows of starting dates besides what was published. One without an entry is as it was published. */
  readonly startStates: readonly StartState[];
  /** Addresses of trainers who asked to be shown with it, and were accepted once. Absent: none. An import changes nothing of it. */
  readonly linkedTrainers?: readonly string[];
  /** Who gives it, in the order of `trainerEmails`: those who confirmed. Answered by the kit's backends, never kept. */
  readonly trainers?: readonly PublicTrainer[];
  /** Where its starts are. Answered by the kit's server, never kept; others derive it from their places. */
  readonly startRegions?: readonly Region[];
  /** When this data came in: `availableSeats` knows of no booking after it. Absent in records from before. */
  readonly publishedAt?: Instant;
  /** What whoever asks may do with it. Answered by the kit's backends for one product, never kept; absent: nobody says. */
  readonly allowed?: readonly ProductAction[];
  readonly version: number;
}

/** `enrollment.create`: to book it, for oneself or for others. */
export type ProductAction = 'enrollment.create';

/** What becomes of a starting date that too few people signed up for. */
export interface StartState {
  readonly startingDateId: string;
  /** It will be cancelled unless it reaches its minimum. */
  readonly cancellationAnnouncedAt?: Instant;
  /** Final: cancelled together with its enrollments. */
  readonly cancelledAt?: Instant;
  /** What is left at the moment of reading one product. Counted, never kept; absent when no limit is given. */
  readonly seatsLeft?: number;
}

export interface Quantity {
  /** Decimal digits as written: `"2.5"`. */
  readonly value: string;
  readonly unit: string;
}

export interface ContactPerson {
  readonly name: string;
  readonly telephone: string;
  readonly email: string;
}

export interface Region {
  readonly country: string;
  readonly name: string;
}

export interface CostPlacement {
  readonly site: string;
  readonly placement: string;
}

/** Continuing-education points. */
export interface PePoint {
  readonly organisation: string;
  readonly pointType: string;
  /** Decimal digits as written. */
  readonly points: string;
}

export interface LtiParam {
  readonly key: string;
  readonly value: string;
}

export interface StartingDate {
  readonly id?: string;
  readonly startDate: CalendarDay;
  readonly startDateIsMonthOnly: boolean;
  readonly endDate?: CalendarDay;
  readonly endDateIsMonthOnly: boolean;
  readonly place: string;
  /** Below this number of bookings the start is cancelled. */
  readonly minSeats?: number;
  readonly maxSeats?: number;
  /** 0 means closed: shown, not bookable. */
  readonly availableSeats?: number;
  readonly startGuaranteed?: boolean;
  readonly schedule: readonly CourseDay[];
}

export interface CourseDay {
  readonly id?: string;
  readonly date: CalendarDay;
  readonly place: string;
  readonly name: string;
  /** `hh:mm`, absent when not given. */
  readonly startTime?: string;
  readonly endTime?: string;
}
