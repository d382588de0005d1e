// Generated from the elements by `npm run manifest`.
import '../feed-check/define.js';
import * as i0 from '@angular/core';
import type { FeedCheck as FeedCheckElement } from '../feed-check/define.js';
import { ElementDirective } from './element-directive.js';

/** Checks a product feed, explains what is wrong, and shows prices and differences, without sending anything. Once it is in `imports`, a template knows `<feed-check>`. */
export class FeedCheck extends ElementDirective<FeedCheckElement> {
  /** Who reads and checks. Without it: `setDefaultFeedChecker()`. */
  declare checker: FeedCheckElement['checker'];

  /** Checks exactly as the schema says, instead of as importers read. The person can choose too. */
  declare strict: FeedCheckElement['strict'];

  /** The site whose discounts the prices have. */
  declare site: FeedCheckElement['site'];

  /** The organisations that PE points may be of, by id and name: another one is a warning. Without a list any may. */
  declare peOrganisations: FeedCheckElement['peOrganisations'];

  /** Reads the bytes of feeds so, whatever they say themselves, as `windows-1252`. The person can choose too. */
  declare encoding: FeedCheckElement['encoding'];

  /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
  declare maxSize: FeedCheckElement['maxSize'];

  /** The feed that is being checked, or was. Setting it checks it; `undefined` forgets it. */
  declare file: FeedCheckElement['file'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: FeedCheckElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: FeedCheckElement['locale'];

  declare static ngAcceptInputType_checker: FeedCheckElement['checker'] | null | undefined;
  declare static ngAcceptInputType_strict: FeedCheckElement['strict'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_site: FeedCheckElement['site'] | null | undefined;
  declare static ngAcceptInputType_peOrganisations: FeedCheckElement['peOrganisations'] | null | undefined;
  declare static ngAcceptInputType_encoding: FeedCheckElement['encoding'] | null | undefined;
  declare static ngAcceptInputType_maxSize: FeedCheckElement['maxSize'] | null | undefined;
  declare static ngAcceptInputType_file: FeedCheckElement['file'] | null | undefined;
  declare static ngAcceptInputType_backend: FeedCheckElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: FeedCheckElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: FeedCheck,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<FeedCheck, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    FeedCheck,
    'feed-check',
    never,
    {
      checker: { alias: 'checker'; required: false };
      strict: { alias: 'strict'; required: false };
      site: { alias: 'site'; required: false };
      peOrganisations: { alias: 'peOrganisations'; required: false };
      encoding: { alias: 'encoding'; required: false };
      maxSize: { alias: 'maxSize'; required: false };
      file: { alias: 'file'; required: false };
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
    type: FeedCheck,
    isStandalone: true,
    selector: 'feed-check',
    usesOnChanges: true,
    inputs: {
      checker: 'checker',
      strict: ['strict', 'strict', i0.booleanAttribute],
      site: 'site',
      peOrganisations: 'peOrganisations',
      encoding: 'encoding',
      maxSize: 'maxSize',
      file: 'file',
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
