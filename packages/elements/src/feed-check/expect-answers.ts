import type { ConvertReport, FeedCheckResult, FeedPage } from './feed-checker.js';

/**
 * The answers of a checker, which may be a host's own. One that isn't what the port says is a failure of the checker, and
 * never shown: an element doesn't throw into its page. Throws when there is no checked feed in it at all.
 */
export function expectAnswers(result: FeedCheckResult): FeedCheckResult {
  const { products, errors, warnings, byCode } = result.summary;
  const isSummary = [products, errors, warnings].every(Number.isFinite) && isObject(byCode);
  if (!isSummary || typeof result.close !== 'function') throw new TypeError('A checker answered no checked feed');
  return {
    summary: result.summary,
    getProblem: (query) => result.getProblem(query),
    listGroups: async (query) => expectPage(await result.listGroups(query)),
    listFindings: async (query) => expectPage(await result.listFindings(query)),
    listProducts: async (query) => expectPage(await result.listProducts(query)),
    listChanges: async (query) => expectPage(await result.listChanges(query)),
    compare: (previous, options) => result.compare(previous, options),
    writeFindings: (options) => result.writeFindings(options),
    writeRepaired: async (options) => {
      const repaired = await result.writeRepaired(options);
      if (repaired.lost) expectPage(repaired.lost);
      return repaired;
    },
    ...(typeof result.convert === 'function' && {
      convert: async (options) => expectReport(await result.convert?.(options)),
    }),
    close: () => result.close(),
  };
}

function expectReport(report: ConvertReport | undefined): ConvertReport {
  const { taken, refused, items } = (report ?? {}) as Readonly<Record<string, unknown>>;
  const isReport = Number.isFinite(taken) && Number.isFinite(refused) && Array.isArray(items) && items.every(isObject);
  if (!report || !isReport) throw new TypeError('A checker answered no report of a conversion');
  return report;
}

function expectPage<Item>(page: FeedPage<Item>): FeedPage<Item> {
  const { items, total } = page as { readonly items: unknown; readonly total: unknown };
  if (!Array.isArray(items) || !items.every(isObject) || !Number.isFinite(total)) {
    throw new TypeError('A checker answered something else than a page of a list');
  }
  return page;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
