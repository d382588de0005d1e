// Generated from the elements by `npm run manifest`.
import '../certificate-upload/define.js';
import * as i0 from '@angular/core';
import type { CertificateUpload as CertificateUploadElement } from '../certificate-upload/define.js';
import { ElementDirective } from './element-directive.js';

/** Uploads the certificates of an enrollment, after which the participant has completed the course. Once it is in `imports`, a template knows `<certificate-upload>`. */
export class CertificateUpload extends ElementDirective<CertificateUploadElement> {
  /** Whose certificates these are. */
  declare enrollmentId: CertificateUploadElement['enrollmentId'];

  /** Where a certification is linked to the product; offered while there is none. */
  declare setupUrl: CertificateUploadElement['setupUrl'];

  /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
  declare accept: CertificateUploadElement['accept'];

  /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
  declare maxSize: CertificateUploadElement['maxSize'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: CertificateUploadElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: CertificateUploadElement['locale'];

  declare static ngAcceptInputType_enrollmentId: CertificateUploadElement['enrollmentId'] | null | undefined;
  declare static ngAcceptInputType_setupUrl: CertificateUploadElement['setupUrl'] | null | undefined;
  declare static ngAcceptInputType_accept: CertificateUploadElement['accept'] | null | undefined;
  declare static ngAcceptInputType_maxSize: CertificateUploadElement['maxSize'] | null | undefined;
  declare static ngAcceptInputType_backend: CertificateUploadElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: CertificateUploadElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: CertificateUpload,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<CertificateUpload, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    CertificateUpload,
    'certificate-upload',
    never,
    {
      enrollmentId: { alias: 'enrollmentId'; required: false };
      setupUrl: { alias: 'setupUrl'; required: false };
      accept: { alias: 'accept'; required: false };
      maxSize: { alias: 'maxSize'; required: false };
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
    type: CertificateUpload,
    isStandalone: true,
    selector: 'certificate-upload',
    usesOnChanges: true,
    inputs: {
      enrollmentId: 'enrollmentId',
      setupUrl: 'setupUrl',
      accept: 'accept',
      maxSize: 'maxSize',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
