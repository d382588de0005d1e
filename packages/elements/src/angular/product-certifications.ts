// Generated from the elements by `npm run manifest`.
import '../product-certifications/define.js';
import * as i0 from '@angular/core';
import type { ProductCertifications as ProductCertificationsElement } from '../product-certifications/define.js';
import { ElementDirective } from './element-directive.js';

/** Shows, links and reviews the certifications that a course leads to. Once it is in `imports`, a template knows `<product-certifications>`. */
export class ProductCertifications extends ElementDirective<ProductCertificationsElement> {
  /** Which product. */
  declare productId: ProductCertificationsElement['productId'];

  /** The site of the page: the backend shows products of groups on their own sites only. */
  declare site: ProductCertificationsElement['site'];

  /** Offers linking and making certifications, for the product's own provider. */
  declare editable: ProductCertificationsElement['editable'];

  /** Offers verifying, rejecting and undoing, for platform staff. */
  declare reviewable: ProductCertificationsElement['reviewable'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: ProductCertificationsElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: ProductCertificationsElement['locale'];

  declare static ngAcceptInputType_productId: ProductCertificationsElement['productId'] | null | undefined;
  declare static ngAcceptInputType_site: ProductCertificationsElement['site'] | null | undefined;
  declare static ngAcceptInputType_editable:
    ProductCertificationsElement['editable'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_reviewable:
    ProductCertificationsElement['reviewable'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_backend: ProductCertificationsElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: ProductCertificationsElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: ProductCertifications,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<ProductCertifications, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    ProductCertifications,
    'product-certifications',
    never,
    {
      productId: { alias: 'productId'; required: false };
      site: { alias: 'site'; required: false };
      editable: { alias: 'editable'; required: false };
      reviewable: { alias: 'reviewable'; required: false };
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
    type: ProductCertifications,
    isStandalone: true,
    selector: 'product-certifications',
    usesOnChanges: true,
    inputs: {
      productId: 'productId',
      site: 'site',
      editable: ['editable', 'editable', i0.booleanAttribute],
      reviewable: ['reviewable', 'reviewable', i0.booleanAttribute],
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
