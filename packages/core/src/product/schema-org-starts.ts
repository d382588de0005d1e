import type { CalendarDay } from '../calendar/time.js';
import type { CourseDay, Product, Quantity, StartingDate, StoredProduct } from './product.js';
import { schemaNode, type SchemaNode, type SchemaOrgOptions, type SchemaProperties } from './schema-org-node.js';

/** Where nobody has to go anywhere. */
const ONLINE_TYPES = ['elearning', 'learning_bite', 'home'];
const ONLINE_COURSES = ['webinar', 'video'];

/** Units of the feed as ISO 8601 writes them. Time has a T in front. */
const DURATIONS: Readonly<Record<string, readonly [string, string]>> = {
  minutes: ['PT', 'M'],
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  weeks: ['P', 'W'],
  months: ['P', 'M'],
  years: ['P', 'Y'],
};

/** The starts that are to come, without those that were cancelled. */
export function openStarts(
  product: Product | StoredProduct,
  { today }: Pick<SchemaOrgOptions, 'today'>,
): readonly StartingDate[] {
  const states = 'startStates' in product ? product.startStates : [];
  const cancelled = new Set(states.flatMap(({ startingDateId, cancelledAt }) => (cancelledAt ? [startingDateId] : [])));
  return product.startingDates.filter(({ id, startDate, startDateIsMonthOnly }) => {
    if (id !== undefined && cancelled.has(id)) return false;
    return today === undefined || dateOf(startDate, startDateIsMonthOnly) >= dateOf(today, startDateIsMonthOnly);
  });
}

/** One instance for each start; without starts, the one that can begin at any time. */
export function courseInstances(product: Product | StoredProduct, options: SchemaOrgOptions): readonly SchemaNode[] {
  const always = { courseMode: isOnline(product) ? 'Online' : 'Onsite', courseWorkload: workload(product) };
  if (product.startingDates.length === 0) {
    return [schemaNode('CourseInstance', { ...always, location: regions(product) })];
  }
  return openStarts(product, options).map((start) => schemaNode('CourseInstance', { ...always, ...planned(start) }));
}

/** When and where an event is. With more than one start they are events of their own, inside it. */
export function educationEvents(product: Product | StoredProduct, options: SchemaOrgOptions): SchemaProperties {
  const mode = `https://schema.org/${isOnline(product) ? 'Online' : 'Offline'}EventAttendanceMode`;
  const starts = openStarts(product, options).map(planned);
  if (starts.length < 2) return { eventAttendanceMode: mode, ...starts[0] };
  return {
    eventAttendanceMode: mode,
    subEvent: starts.map((start) => schemaNode('EducationEvent', { name: product.name, ...start })),
  };
}

function planned(start: StartingDate): SchemaProperties {
  const { startDate, startDateIsMonthOnly, endDate, endDateIsMonthOnly, place, maxSeats, availableSeats } = start;
  return {
    startDate: dateOf(startDate, startDateIsMonthOnly),
    endDate: endDate && dateOf(endDate, endDateIsMonthOnly),
    location: placeNamed(place),
    maximumAttendeeCapacity: maxSeats,
    remainingAttendeeCapacity: availableSeats,
    subEvent: start.schedule.map(courseDay),
  };
}

function courseDay({ date, name, place, startTime, endTime }: CourseDay): SchemaNode {
  return schemaNode('Event', {
    name,
    startDate: startTime ? `${date}T${startTime}` : date,
    endDate: endTime ? `${date}T${endTime}` : date,
    location: placeNamed(place),
  });
}

/** Of a start that only says its month, the month: `2027-03`. */
function dateOf(day: CalendarDay, isMonthOnly: boolean): string {
  return isMonthOnly ? day.slice(0, 7) : day;
}

function placeNamed(place: string): SchemaNode | undefined {
  return place === '' ? undefined : schemaNode('Place', { name: place, address: place });
}

function regions(product: Product): readonly SchemaNode[] {
  return product.regions.map(({ country, name }) =>
    schemaNode('Place', {
      name,
      address: schemaNode('PostalAddress', { addressRegion: name, addressCountry: country }),
    }),
  );
}

function isOnline({ productType, courseType }: Product): boolean {
  return ONLINE_TYPES.includes(productType) || ONLINE_COURSES.includes(courseType);
}

/** What a participant spends on it: `PT40H`. */
function workload({ studyLoad, duration }: Product): string | undefined {
  const quantity: Quantity | undefined = studyLoad ?? duration;
  const spelled = quantity && Object.hasOwn(DURATIONS, quantity.unit) ? DURATIONS[quantity.unit] : undefined;
  return quantity && spelled && `${spelled[0]}${quantity.value}${spelled[1]}`;
}
