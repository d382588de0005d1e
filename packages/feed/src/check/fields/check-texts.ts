import type { Product } from '@enrollkit/core';
import type { CheckContext, ReportFinding } from './check-context.js';
import { checkGarbled } from './garbled-text.js';

/** Longest texts, in characters. Source: domain.md section 4, XSD. */
const LINE = 250;
const INSTRUCTIONS = 1000;

const MARKUP = /<\/?[a-z!][^>]{0,40}>?|&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/i;

/** Lengths, letters that were read wrongly once, and tags where only text is shown. */
export function checkTexts(product: Product, { report }: CheckContext): void {
  const { name } = product;
  if (name.includes('<') || name.includes('&')) {
    const markup = MARKUP.exec(name)?.[0];
    if (markup !== undefined) report('name-has-markup', 'name', { markup });
  }
  checkGarbled(product, report);
  checkLength(product.priceInfo, 'priceInfo', 'PriceInfo', LINE, report);
  checkLength(product.runtime, 'runtime', 'Runtime', LINE, report);
  checkLength(product.completion, 'completion', 'Completion', LINE, report);
  const { extraInstructionsAfterBooking: instructions } = product;
  checkLength(instructions, 'extraInstructionsAfterBooking', 'ExtraInstructionsAfterBooking', INSTRUCTIONS, report);
  product.additionalCosts.forEach(({ typeOther }, index) => {
    if (typeOther !== undefined && typeOther.length > LINE) {
      checkLength(typeOther, `additionalCosts[${index}].typeOther`, 'TypeOther', LINE, report);
    }
  });
}

function checkLength(
  text: string | undefined,
  path: string,
  element: string,
  maximum: number,
  report: ReportFinding,
): void {
  if (text === undefined || text.length <= maximum) return;
  // A character beyond the first 65,536 takes two places in a string.
  const length = Array.from(text).length;
  if (length > maximum) report('text-over-limit', path, { element, length, maximum });
}
