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

// Other spellings, in small letters and without spaces or hyphens. Source: domain.md section 4, the tolerant layer, and
// how people write these in Dutch and English.
export const COURSE_TYPE_SPELLINGS = {
  evenement: 'event',
  books: 'book',
  boek: 'book',
  cursus: 'course',
  courses: 'course',
  trainingen: 'training',
  trainings: 'training',
  workshops: 'workshop',
} as const;
export const PRODUCT_TYPE_SPELLINGS = {
  evenement: 'event',
  incompany: 'in-company',
  books: 'book',
  boek: 'book',
} as const;
export const PRICE_PERIOD_SPELLINGS = {
  eenmalig: 'all',
  once: 'all',
  total: 'all',
  year: 'yearly',
  jaar: 'yearly',
  perjaar: 'yearly',
  jaarlijks: 'yearly',
  month: 'monthly',
  maand: 'monthly',
  permaand: 'monthly',
  maandelijks: 'monthly',
  day: 'daily',
  dag: 'daily',
  perdag: 'daily',
  dagelijks: 'daily',
} as const;
export const DURATION_UNIT_SPELLINGS = {
  minute: 'minutes',
  min: 'minutes',
  minuut: 'minutes',
  minuten: 'minutes',
  hour: 'hours',
  uur: 'hours',
  uren: 'hours',
  day: 'days',
  dag: 'days',
  dagen: 'days',
  week: 'weeks',
  weken: 'weeks',
  month: 'months',
  maand: 'months',
  maanden: 'months',
  year: 'years',
  jaar: 'years',
  jaren: 'years',
} as const;
export const MOMENT_SPELLINGS = {
  zondag: 'sunday',
  zaterdag: 'saturday',
  overdag: 'daytime',
  avond: 'evening',
  savonds: 'evening',
} as const;
export const COST_TYPE_SPELLINGS = {
  exam: 'examination',
  examen: 'examination',
  excursion: 'excursions',
  diner: 'dinner',
  inschrijfgeld: 'registration fee',
  lesmateriaal: 'study material',
  studiemateriaal: 'study material',
  overnachting: 'accommodation',
  accommodatie: 'accommodation',
  overig: 'other',
  overige: 'other',
} as const;
