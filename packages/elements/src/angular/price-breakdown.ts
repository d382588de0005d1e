// Generated from the elements by `npm run manifest`.
import '../price-breakdown/define.js';
import * as i0 from '@angular/core';
import type { PriceBreakdown as PriceBreakdownElement } from '../price-breakdown/define.js';
import { ElementDirective } from './element-directive.js';

/** Price of a course with VAT, mandatory and optional costs. Once it is in `imports`, a template knows `<price-breakdown>`. */
export class PriceBreakdown extends ElementDirective<PriceBreakdownElement> {
  /** The product whose price the backend is asked for. */
  declare productId: PriceBreakdownElement['productId'];

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  declare product: PriceBreakdownElement['product'];

  /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked. */
  declare enrollment: PriceBreakdownElement['enrollment'];

  /** The enrollment whose price as booked is shown. Goes before the product. */
  declare enrollmentId: PriceBreakdownElement['enrollmentId'];

  /** Who buys. `vat-exempt` shows the exempt price of a product that has one. */
  declare audience: PriceBreakdownElement['audience'];

  /** The site that shows the price, for its discount and for products of groups. */
  declare site: PriceBreakdownElement['site'];

  /** Lets people choose optional costs. */
  declare selectable: PriceBreakdownElement['selectable'];

  /** Tells search engines of the product, its starts and its price, as schema.org JSON-LD in the head of the page. */
  declare jsonLd: PriceBreakdownElement['jsonLd'];

  /** Name of the training provider, for `json-ld`. */
  declare provider: PriceBreakdownElement['provider'];

  /** Ids of the chosen optional costs. Emptied when another product comes, and when the form is reset. The attribute carries them over when the page is cloned, and is no way to take them back. */
  declare selectedCosts: PriceBreakdownElement['selectedCosts'];

  /** Name under which a form sends what is chosen. */
  declare name: PriceBreakdownElement['name'];

  /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
  declare disabled: PriceBreakdownElement['disabled'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: PriceBreakdownElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: PriceBreakdownElement['locale'];

  declare static ngAcceptInputType_productId: PriceBreakdownElement['productId'] | null | undefined;
  declare static ngAcceptInputType_product: PriceBreakdownElement['product'] | null | undefined;
  declare static ngAcceptInputType_enrollment: PriceBreakdownElement['enrollment'] | null | undefined;
  declare static ngAcceptInputType_enrollmentId: PriceBreakdownElement['enrollmentId'] | null | undefined;
  declare static ngAcceptInputType_audience: PriceBreakdownElement['audience'] | null | undefined;
  declare static ngAcceptInputType_site: PriceBreakdownElement['site'] | null | undefined;
  declare static ngAcceptInputType_selectable:
    PriceBreakdownElement['selectable'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_jsonLd: PriceBreakdownElement['jsonLd'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_provider: PriceBreakdownElement['provider'] | null | undefined;
  declare static ngAcceptInputType_selectedCosts: PriceBreakdownElement['selectedCosts'] | null | undefined;
  declare static ngAcceptInputType_name: PriceBreakdownElement['name'] | null | undefined;
  declare static ngAcceptInputType_disabled:
    PriceBreakdownElement['disabled'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_backend: PriceBreakdownElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: PriceBreakdownElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: PriceBreakdown,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<PriceBreakdown, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    PriceBreakdown,
    'price-breakdown',
    never,
    {
      productId: { alias: 'productId'; required: false };
      product: { alias: 'product'; required: false };
      enrollment: { alias: 'enrollment'; required: false };
      enrollmentId: { alias: 'enrollmentId'; required: false };
      audience: { alias: 'audience'; required: false };
      site: { alias: 'site'; required: false };
      selectable: { alias: 'selectable'; required: false };
      jsonLd: { alias: 'jsonLd'; required: false };
      provider: { alias: 'provider'; required: false };
      selectedCosts: { alias: 'selectedCosts'; required: false };
      name: { alias: 'name'; required: false };
      disabled: { alias: 'disabled'; required: false };
      backend: { alias: 'backend'; required: false };
      locale: { alias: 'locale'; required: false };
    },
    Record<never, never>,
    never,
    never,
    true
  > = i0.ɵɵngDeclareDirective({
    minVersion: '16.1.0',
    version: '21.0.0',
    ngImport: i0,
    type: PriceBreakdown,
    isStandalone: true,
    selector: 'price-breakdown',
    usesOnChanges: true,
    inputs: {
      productId: 'productId',
      product: 'product',
      enrollment: 'enrollment',
      enrollmentId: 'enrollmentId',
      audience: 'audience',
      site: 'site',
      selectable: ['selectable', 'selectable', i0.booleanAttribute],
      jsonLd: ['jsonLd', 'jsonLd', i0.booleanAttribute],
      provider: 'provider',
      selectedCosts: 'selectedCosts',
      name: 'name',
      disabled: ['disabled', 'disabled', i0.booleanAttribute],
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
