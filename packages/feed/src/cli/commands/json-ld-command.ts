import type { CalendarDay, Product } from '@enrollkit/core';
import { toSchemaOrg } from '@enrollkit/core/schema-org.js';
import { checkProducts } from '../../check/check-products.js';
import { EXIT, type Command, type OptionValues } from '../command.js';
import { checkedOn, withFeed } from '../input/feed-input.js';
import { jsonText } from '../json-text.js';
import { ENCODING_HELP, FILE_HELP, readingOf, SHARED_HELP, SHARED_OPTIONS } from '../options.js';

/** `feed json-ld`: the products as search engines read them. */
export const jsonLdCommand: Command = {
  usage: ['FILE'],
  help: [
    FILE_HELP,
    ['--site NAME', 'site'],
    ['--provider NAME', 'provider'],
    ['--provider-url U', 'providerUrl'],
    ['--today DAY', 'todayOfJsonLd'],
    ENCODING_HELP,
    ...SHARED_HELP,
  ],
  options: {
    ...SHARED_OPTIONS,
    site: { type: 'string' },
    provider: { type: 'string' },
    'provider-url': { type: 'string' },
    today: { type: 'string' },
  },
  async run(invocation) {
    const { file, values, console, texts, signal } = invocation;
    const site = typeof values.site === 'string' ? values.site : undefined;
    const today = checkedOn(invocation);
    const organization = organizationOf(values);
    let written = 0;
    let leftOut = 0;
    let notBookable = 0;
    await console.write('[');
    await withFeed(file, invocation, { writesMeanwhile: true }, async ({ bytes, count }) => {
      const options = { today, signal, ...(site !== undefined && { site }), ...readingOf(invocation) };
      for await (const { product, price, issues } of checkProducts(bytes, options)) {
        if (issues.some(({ severity }) => severity === 'error')) leftOut += 1;
        else if (product && price && isBookable(product, today)) {
          count();
          const course = toSchemaOrg(product, { price, today, organization });
          await console.write(`${written === 0 ? '\n' : ',\n'}${jsonText(course)}`);
          written += 1;
        } else if (product) notBookable += 1;
      }
    });
    await console.write('\n]\n');
    if (leftOut > 0) console.note(texts.leftOutOfFile({ count: leftOut }).replace(/:$/, '.'));
    if (notBookable > 0) console.note(texts.productsNotBookable(notBookable));
    return leftOut > 0 ? EXIT.errorsFound : EXIT.good;
  },
};

function organizationOf(values: OptionValues): { readonly name: string; readonly url?: string } | undefined {
  const { provider: name, 'provider-url': url } = values;
  if (typeof name !== 'string') return undefined;
  return { name, ...(typeof url === 'string' && { url }) };
}

/** Whether anybody can book it yet: it isn't full, and without starts or with one that is to come and not closed. */
function isBookable({ maxParticipants, startingDates }: Product, today: CalendarDay): boolean {
  if (maxParticipants === 0) return false;
  const isOpen = ({ startDate, startDateIsMonthOnly, availableSeats }: Product['startingDates'][number]): boolean => {
    const length = startDateIsMonthOnly ? 'yyyy-mm'.length : today.length;
    return availableSeats !== 0 && startDate.slice(0, length) >= today.slice(0, length);
  };
  return startingDates.length === 0 || startingDates.some(isOpen);
}
