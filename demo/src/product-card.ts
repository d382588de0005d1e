import { calculatePrice, type Product } from '@enrollkit/core';
import { courseName, h } from './dom.js';
import { formatAmount, formatDay, formatKind } from './format.js';
import { text } from './texts/language.js';

/** One course in a list: what it is, when and where, and what it really costs. */
export function productCard(product: Product, heading: 'h2' | 'h3' = 'h2'): HTMLLIElement {
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

function whenAndWhere(product: Product): string {
  const [first] = product.startingDates.toSorted((a, b) => a.startDate.localeCompare(b.startDate));
  if (!first) return product.regions.map((region) => region.name).join(', ') || text('startAnytime');
  const more = product.startingDates.length - 1;
  return `${first.place}, ${formatDay(first.startDate, first.startDateIsMonthOnly)}${more > 0 ? ` (+${more})` : ''}`;
}

function priceLine(product: Product): HTMLElement {
  const price = calculatePrice(product);
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
