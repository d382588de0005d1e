// Generated from the elements by `npm run manifest`.
import '../certificate-bundle/define.js';
import * as i0 from '@angular/core';
import type { CertificateBundle as CertificateBundleElement } from '../certificate-bundle/define.js';
import { ElementDirective } from './element-directive.js';

/** Matches many certificates to the participants of a course, has them checked, and sends them. Once it is in `imports`, a template knows `<certificate-bundle>`. */
export class CertificateBundle extends ElementDirective<CertificateBundleElement> {
  /** The product whose participants get certificates. */
  declare productId: CertificateBundleElement['productId'];

  /** One start of it. Without it: everybody who is enrolled for the product. */
  declare startingDateId: CertificateBundleElement['startingDateId'];

  /** The certification that all of them are for. Without it: what the product leads to. */
  declare certificationId: CertificateBundleElement['certificationId'];

  /** Where a certification is linked to the product; offered while there is none. */
  declare setupUrl: CertificateBundleElement['setupUrl'];

  /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
  declare accept: CertificateBundleElement['accept'];

  /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
  declare maxSize: CertificateBundleElement['maxSize'];

  /** Who reads the text of PDFs. Without it: `setDefaultPdfReader()`, else only names are looked at. */
  declare pdfReader: CertificateBundleElement['pdfReader'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: CertificateBundleElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: CertificateBundleElement['locale'];

  declare static ngAcceptInputType_productId: CertificateBundleElement['productId'] | null | undefined;
  declare static ngAcceptInputType_startingDateId: CertificateBundleElement['startingDateId'] | null | undefined;
  declare static ngAcceptInputType_certificationId: CertificateBundleElement['certificationId'] | null | undefined;
  declare static ngAcceptInputType_setupUrl: CertificateBundleElement['setupUrl'] | null | undefined;
  declare static ngAcceptInputType_accept: CertificateBundleElement['accept'] | null | undefined;
  declare static ngAcceptInputType_maxSize: CertificateBundleElement['maxSize'] | null | undefined;
  declare static ngAcceptInputType_pdfReader: CertificateBundleElement['pdfReader'] | null | undefined;
  declare static ngAcceptInputType_backend: CertificateBundleElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: CertificateBundleElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: CertificateBundle,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<CertificateBundle, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    CertificateBundle,
    'certificate-bundle',
    never,
    {
      productId: { alias: 'productId'; required: false };
      startingDateId: { alias: 'startingDateId'; required: false };
      certificationId: { alias: 'certificationId'; required: false };
      setupUrl: { alias: 'setupUrl'; required: false };
      accept: { alias: 'accept'; required: false };
      maxSize: { alias: 'maxSize'; required: false };
      pdfReader: { alias: 'pdfReader'; required: false };
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
    type: CertificateBundle,
    isStandalone: true,
    selector: 'certificate-bundle',
    usesOnChanges: true,
    inputs: {
      productId: 'productId',
      startingDateId: 'startingDateId',
      certificationId: 'certificationId',
      setupUrl: 'setupUrl',
      accept: 'accept',
      maxSize: 'maxSize',
      pdfReader: 'pdfReader',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
