import { calculatePrice, dayOf, DEFAULT_TIME_ZONE, type Product, type StoredProduct } from '@enrollkit/core';
import { courseName, h } from './dom.js';
import { formatAmount, formatDay, formatKind } from './format.js';
import { nextStarts } from './next-starts.js';
import { pageSite } from './site.js';
import { text } from './texts/language.js';

/** One course in a list: what it is, when and where, and what it really costs. */
export function productCard(product: StoredProduct, heading: 'h2' | 'h3' = 'h2'): HTMLLIElement {
  const href = `/product.html?id=${encodeURIComponent(product.id)}`;
  return h(
    'li',
    { className: 'card' },
    h(
      'div',
      {},
      h('p', { className: 'card__kind' }, formatKind(product)),
      h(heading, {}, h('a', { href }, courseName(product))),
    ),
    h('p', { className: 'card__meta' }, whenAndWhere(product)),
    priceLine(product),
  );
}

function whenAndWhere(product: StoredProduct): string {
  const [first, ...others] = nextStarts(product, dayOf(new Date().toISOString(), DEFAULT_TIME_ZONE));
  if (!first && product.startingDates.length > 0) return text('noStartPlanned');
  if (!first) return product.regions.map((region) => region.name).join(', ') || text('startAnytime');
  const more = others.length;
  return `${first.place}, ${formatDay(first.startDate, first.startDateIsMonthOnly)}${more > 0 ? ` (+${more})` : ''}`;
}

function priceLine(product: Product): HTMLElement {
  const site = pageSite();
  const price = calculatePrice(product, site === undefined ? {} : { site });
  const line = (amount: string, note = '') =>
    h('p', { className: 'card__price' }, h('strong', {}, amount), h('small', {}, note));
  if (!price.valid) return line('—', text('noPrice'));
  if (price.display === 'on-request') return line(text('onRequest'));
  if (price.display === 'free') return line(text('free'));
  if (price.period === 'all') {
    const exempt =
      price.exemptTotalMinor === undefined ? '' : ` · ${formatAmount(price.exemptTotalMinor)} ${text('exemptFor')}`;
    return line(formatAmount(price.totalMinor), text(price.vatMinor ? 'includingVat' : 'noVat') + exempt);
  }
  const oneOff = price.oneOffMinor ? ` + ${formatAmount(price.oneOffMinor)} ${text('oneOff')}` : '';
  return line(formatAmount(price.recurringMinor ?? 0), text(`per-${price.period}`) + oneOff);
}
