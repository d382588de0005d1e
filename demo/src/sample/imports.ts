import {
  addDays,
  NO_PLAN_COUNTS,
  type CalendarDay,
  type ImportKind,
  type ImportPort,
  type ImportSource,
  type Instant,
  type PlanCounts,
} from '@enrollkit/core';

/** Where the feed of the sample provider is. */
export const FEED_URL = 'https://www.duinweg.example/feeds/Provider_AllProducts.xml';

/** Days before today from which on it is fetched every week: before that somebody chose the file. */
const WEEKLY_SINCE = 180;

interface PastImport {
  readonly at: Instant;
  readonly kind: ImportKind;
  readonly source: Pick<ImportSource, 'kind' | 'name' | 'url'>;
  readonly counts: PlanCounts;
  /** Default: carried out. */
  readonly end?: 'failed' | 'cancelled';
}

export interface ImportStage {
  readonly provider: ImportPort;
  readonly setTime: (now: Instant) => void;
  readonly today: CalendarDay;
}

/** How many days ago it was Monday; a week on a Monday. */
const mondayBefore = (today: CalendarDay): number => (new Date(today).getUTCDay() + 6) % 7 || 7;

/** The last Monday morning before today: then the feed was fetched. */
export const lastFetchAt = (today: CalendarDay): Instant => `${addDays(today, -mondayBefore(today))}T04:00:00.000Z`;

/** What became of the feeds of a year: chosen by hand at first, fetched every week later on, and now and then something went wrong. */
export async function playImports({ provider, setTime, today }: ImportStage): Promise<void> {
  for (const [index, past] of pastImports(today).entries()) {
    const { at, kind, source, counts, end } = past;
    const options = { applyWhenPlanned: source.kind === 'url', maxDeletedShare: 20 };
    const id = `voorbeeld-import-${index + 1}`;
    setTime(at);
    const sha256 = String(index).padStart(64, '0');
    await provider.createImport({ id, kind, options, source: { ...source, sha256, sizeBytes: 180_000 + index * 700 } });
    if (end === 'failed') {
      await provider.failImport(id, { ...NO_PRODUCTS, path: '', line: 1, params: { element: 'Product' } });
      continue;
    }
    await provider.finishPlan(id, { counts, findings: [] });
    if (end === 'cancelled') {
      await provider.cancelImport(id);
      continue;
    }
    await provider.startApplying(id, { force: true });
    await provider.finishImport(id);
  }
}

const NO_PRODUCTS = { code: 'no-products', severity: 'error' } as const;

function pastImports(today: CalendarDay): readonly PastImport[] {
  const at = (daysAgo: number, time: string): Instant => `${addDays(today, -daysAgo)}T${time}:00.000Z`;
  const file = { kind: 'upload', name: 'Provider_AllProducts.xml' } as const;
  const trainers = { kind: 'upload', name: 'Provider_AllTrainers.xml' } as const;
  const monday = mondayBefore(today);
  const weeks = Math.floor((WEEKLY_SINCE - monday) / 7);
  const byHand: readonly PastImport[] = [
    { at: at(392, '09:12'), kind: 'products', source: file, counts: { ...NO_PLAN_COUNTS, products: 88, create: 88 } },
    {
      at: at(390, '13:40'),
      kind: 'trainers',
      source: trainers,
      counts: { ...NO_PLAN_COUNTS, products: 14, create: 14 },
    },
    ...[356, 325, 297, 266, 236].map((ago, index): PastImport => {
      return { at: at(ago, `10:${20 + index * 7}`), kind: 'products', source: file, counts: month(index) };
    }),
    {
      at: at(235, '08:51'),
      kind: 'products',
      source: { ...file, name: 'Kopie van aanbod.xml' },
      counts: month(5),
      end: 'cancelled',
    },
    { at: at(206, '15:05'), kind: 'products', source: file, counts: month(6) },
    {
      at: at(199, '11:23'),
      kind: 'trainers',
      source: trainers,
      counts: { ...NO_PLAN_COUNTS, products: 19, create: 5, unchanged: 14 },
    },
  ];
  const byItself = Array.from({ length: weeks }, (_, index): PastImport => {
    const ago = monday + (weeks - 1 - index) * 7;
    const source = { kind: 'url', url: FEED_URL } as const;
    return {
      ...{ at: at(ago, '04:00'), kind: 'products', source, counts: week(index) },
      // In summer the website was moved, and its feed was empty for a week.
      ...(index === 9 && { end: 'failed' as const }),
    };
  });
  return [...byHand, ...byItself];
}

function month(index: number): PlanCounts {
  const [create, update, gone] = [2 + ((index * 5) % 4), 9 + ((index * 7) % 11), index % 3];
  return counted(90 + index, { create, update, delete: gone });
}

function week(index: number): PlanCounts {
  const [create, update, gone] = [index % 6 === 2 ? 2 : 0, (index * 11) % 9, index % 8 === 5 ? 1 : 0];
  return counted(97 + Math.floor(index / 4), { create, update, delete: gone });
}

function counted(before: number, some: Pick<PlanCounts, 'create' | 'update' | 'delete'>): PlanCounts {
  const unchanged = before - some.update - some.delete;
  return { ...NO_PLAN_COUNTS, ...some, before, unchanged, products: unchanged + some.update + some.create };
}
