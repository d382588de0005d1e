// Generated from the elements by `npm run manifest`.
import '../product-details/define.js';
import * as i0 from '@angular/core';
import type { ProductDetails as ProductDetailsElement } from '../product-details/define.js';
import { ElementDirective } from './element-directive.js';

/** What a course is about, part by part. Once it is in `imports`, a template knows `<product-details>`. */
export class ProductDetails extends ElementDirective<ProductDetailsElement> {
  /** The product that the backend is asked for. */
  declare productId: ProductDetailsElement['productId'];

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  declare product: ProductDetailsElement['product'];

  /** The site of the page: the backend shows products of groups on their own sites only. */
  declare site: ProductDetailsElement['site'];

  /** The parts to show, and no others: `images`, `video`, `description`, `kind`, `level`, `language`, `duration`, `schedule`, `regions`, `participants`, `completion`, `points`, `registers`, `purpose`, `price-info`, `trainers`, `contact`, `brochure`, `website`. */
  declare only: ProductDetailsElement['only'];

  /** Who gives the course, for a host that knows. Without it the backend is asked for trainers who confirmed their profile. */
  declare trainers: ProductDetailsElement['trainers'];

  /** The organisations that PE points are of, by id and name: they are shown by that name. Without it: as the product says. */
  declare peOrganisations: ProductDetailsElement['peOrganisations'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: ProductDetailsElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: ProductDetailsElement['locale'];

  declare static ngAcceptInputType_productId: ProductDetailsElement['productId'] | null | undefined;
  declare static ngAcceptInputType_product: ProductDetailsElement['product'] | null | undefined;
  declare static ngAcceptInputType_site: ProductDetailsElement['site'] | null | undefined;
  declare static ngAcceptInputType_only: ProductDetailsElement['only'] | null | undefined;
  declare static ngAcceptInputType_trainers: ProductDetailsElement['trainers'] | null | undefined;
  declare static ngAcceptInputType_peOrganisations: ProductDetailsElement['peOrganisations'] | null | undefined;
  declare static ngAcceptInputType_backend: ProductDetailsElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: ProductDetailsElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: ProductDetails,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<ProductDetails, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    ProductDetails,
    'product-details',
    never,
    {
      productId: { alias: 'productId'; required: false };
      product: { alias: 'product'; required: false };
      site: { alias: 'site'; required: false };
      only: { alias: 'only'; required: false };
      trainers: { alias: 'trainers'; required: false };
      peOrganisations: { alias: 'peOrganisations'; required: false };
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
    type: ProductDetails,
    isStandalone: true,
    selector: 'product-details',
    usesOnChanges: true,
    inputs: {
      productId: 'productId',
      product: 'product',
      site: 'site',
      only: 'only',
      trainers: 'trainers',
      peOrganisations: 'peOrganisations',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
