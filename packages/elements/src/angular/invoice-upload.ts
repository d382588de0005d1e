// Generated from the elements by `npm run manifest`.
import '../invoice-upload/define.js';
import * as i0 from '@angular/core';
import type { InvoiceUpload as InvoiceUploadElement } from '../invoice-upload/define.js';
import { ElementDirective } from './element-directive.js';

/** Uploads the invoice of an enrollment, or records that there is one. Once it is in `imports`, a template knows `<invoice-upload>`. */
export class InvoiceUpload extends ElementDirective<InvoiceUploadElement> {
  /** Whose invoice it is. */
  declare enrollmentId: InvoiceUploadElement['enrollmentId'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: InvoiceUploadElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: InvoiceUploadElement['locale'];

  declare static ngAcceptInputType_enrollmentId: InvoiceUploadElement['enrollmentId'] | null | undefined;
  declare static ngAcceptInputType_backend: InvoiceUploadElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: InvoiceUploadElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: InvoiceUpload,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<InvoiceUpload, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    InvoiceUpload,
    'invoice-upload',
    never,
    {
      enrollmentId: { alias: 'enrollmentId'; required: false };
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
    type: InvoiceUpload,
    isStandalone: true,
    selector: 'invoice-upload',
    usesOnChanges: true,
    inputs: {
      enrollmentId: 'enrollmentId',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
