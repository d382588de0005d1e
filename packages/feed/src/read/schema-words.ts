// The lists of the product schema, in its spelling. The lists of sites are not here: the schema says of its own that
// they are incomplete. Source: XSD; `classroom` from newer feeds (domain.md section 4).

export const COURSE_TYPES = [
  'course',
  'educational program',
  'seminar',
  'training',
  'workshop',
  'video',
  'book',
  'event',
  'webinar',
  'test',
  'coaching',
  'treatment',
  'opleiding',
] as const;

export const PRODUCT_TYPES = [
  'home',
  'open',
  'in-company',
  'elearning',
  'book',
  'group',
  'event',
  'learning_bite',
  'test',
  'coaching',
  'treatment',
] as const;

/** Known since a later version of the schema. */
export const NEWER_PRODUCT_TYPE = 'classroom';

export const PRICE_PERIODS = ['all', 'yearly', 'monthly', 'daily'] as const;

export const DURATION_UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;

export const MOMENTS = ['sunday', 'saturday', 'daytime', 'evening'] as const;

export const PURPOSES = ['optimally_fit', 'preventive', 'back_to_work'] as const;

export const PLACEMENTS = [
  'employer_pays',
  'employer_pays_after_approval',
  'basic_health_insurance',
  'additional_health_insurance',
  'employee_pays',
] as const;

export const LEVELS = [
  'MBO',
  'MBO+',
  'HBO',
  'HBO+',
  'VMBO',
  'VMBO+',
  'WO',
  'Bachelor',
  'Master',
  'MBA',
  'PhD',
  'Associate Degree',
  'Beginner',
  'Intermediate',
  'Advanced',
  'Unknown',
  'Secundair',
  'Hogeschool',
  'Universitair',
  'Universität / Bachelor',
  'Universität / Master',
  'Fachhochschule / Bachelor',
  'Fachhochschule / Master',
  'Freizeit',
  'Weiterbildungen',
  'Meister',
  'Für Fortgeschrittene',
  'Für Anfänger',
  'Umschulungen',
  'Undergraduate / Bachelor',
  'Postgraduate / Master',
  'Vocational',
  'Vocational: Level 1',
  'Vocational: Level 2',
  'Vocational: Level 3',
  'Vocational: Level 4',
  'Vocational: Level 5',
  'A/AS Level',
] as const;

/** Spellings that importers take. Source: domain.md section 4, tolerant layer. */
export const COURSE_TYPE_SPELLINGS = { evenement: 'event', books: 'book' } as const;
export const PRODUCT_TYPE_SPELLINGS = {
  evenement: 'event',
  'learning-bite': 'learning_bite',
  incompany: 'in-company',
  books: 'book',
} as const;
