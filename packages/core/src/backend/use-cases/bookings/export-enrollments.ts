import { throwIfAborted } from '../../../abort.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import { parseInput } from '../../input/parse-input.js';
import { ENROLLMENT_QUERY } from '../../input/query-input.js';
import type { ExportPort } from '../../ports/export-port.js';
import { MOST_AT_ONCE } from '../../ports/many-port.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { conditionsFor, listEnrollments } from './list-enrollments.js';

const size = MOST_AT_ONCE;

/** Everything, whatever changes meanwhile: which ones, and in what order, is asked once; then each of them is read. */
export function exportUseCases(context: UseCaseContext): ExportPort {
  const list = listEnrollments(context);
  return {
    async *exportEnrollments(query = {}, options = {}) {
      const asked = parseInput(ENROLLMENT_QUERY, query);
      throwIfAborted(options.signal);
      const conditions = await conditionsFor(context, asked, presentMoment(context));
      if (!conditions) return;
      const found = await context.store.read(({ enrollments }) => enrollments.listIds(conditions), { isList: true });
      const { orderBy: _, ...filter } = asked;
      // Several providers may use one id.
      const all = [...new Set(found)];
      for (let begin = 0; begin < all.length; begin += size) {
        const ids = all.slice(begin, begin + size);
        const rows: Enrollment[] = [];
        for (let afterId: string | undefined, isMore = true; isMore; afterId = rows.at(-1)?.id) {
          const page = await list({ ...filter, ids, size, ...(afterId !== undefined && { afterId }) }, options);
          rows.push(...page.items);
          isMore = page.total > page.items.length && page.items.length > 0;
        }
        const places = new Map(ids.map((id, place) => [id, place]));
        yield rows.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
      }
    },
  };
}
