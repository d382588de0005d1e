// Generated from the elements by `npm run manifest`.
import '../starting-dates/define.js';
import * as i0 from '@angular/core';
import type { StartingDates as StartingDatesElement } from '../starting-dates/define.js';
import { ElementDirective, readNumber } from './element-directive.js';

/** Starting dates of a course, to read or to choose from. Once it is in `imports`, a template knows `<starting-dates>`. */
export class StartingDates extends ElementDirective<StartingDatesElement> {
  /** The product whose starts the backend is asked for. */
  declare productId: StartingDatesElement['productId'];

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  declare product: StartingDatesElement['product'];

  /** The site of the page: the backend shows products of groups on their own sites only. */
  declare site: StartingDatesElement['site'];

  /** Lets people choose a start. */
  declare selectable: StartingDatesElement['selectable'];

  /** Id of the chosen start. The attribute is the choice to begin with, and after a reset. A start that can't be booked is never chosen; the only start of a product is, when it can be. */
  declare value: StartingDatesElement['value'];

  /** What a person has chosen, where clones and caches of the page find it. Removing it takes no choice back. */
  declare selectedStart: StartingDatesElement['selectedStart'];

  /** A form isn't sent until a start is chosen. Without any starts there is nothing to choose, and none is required. */
  declare required: StartingDatesElement['required'];

  /** Shows what is over too. */
  declare showPast: StartingDatesElement['showPast'];

  /** How many starts are shown at first. */
  declare limit: StartingDatesElement['limit'];

  /** Name under which a form sends what is chosen. */
  declare name: StartingDatesElement['name'];

  /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
  declare disabled: StartingDatesElement['disabled'];

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  declare backend: StartingDatesElement['backend'];

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  declare locale: StartingDatesElement['locale'];

  declare static ngAcceptInputType_productId: StartingDatesElement['productId'] | null | undefined;
  declare static ngAcceptInputType_product: StartingDatesElement['product'] | null | undefined;
  declare static ngAcceptInputType_site: StartingDatesElement['site'] | null | undefined;
  declare static ngAcceptInputType_selectable:
    StartingDatesElement['selectable'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_value: StartingDatesElement['value'] | null | undefined;
  declare static ngAcceptInputType_selectedStart: StartingDatesElement['selectedStart'] | null | undefined;
  declare static ngAcceptInputType_required:
    StartingDatesElement['required'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_showPast:
    StartingDatesElement['showPast'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_limit: StartingDatesElement['limit'] | `${number}` | null | undefined;
  declare static ngAcceptInputType_name: StartingDatesElement['name'] | null | undefined;
  declare static ngAcceptInputType_disabled:
    StartingDatesElement['disabled'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_backend: StartingDatesElement['backend'] | null | undefined;
  declare static ngAcceptInputType_locale: StartingDatesElement['locale'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: StartingDates,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<StartingDates, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    StartingDates,
    'starting-dates',
    never,
    {
      productId: { alias: 'productId'; required: false };
      product: { alias: 'product'; required: false };
      site: { alias: 'site'; required: false };
      selectable: { alias: 'selectable'; required: false };
      value: { alias: 'value'; required: false };
      selectedStart: { alias: 'selectedStart'; required: false };
      required: { alias: 'required'; required: false };
      showPast: { alias: 'showPast'; required: false };
      limit: { alias: 'limit'; required: false };
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
    type: StartingDates,
    isStandalone: true,
    selector: 'starting-dates',
    usesOnChanges: true,
    inputs: {
      productId: 'productId',
      product: 'product',
      site: 'site',
      selectable: ['selectable', 'selectable', i0.booleanAttribute],
      value: 'value',
      selectedStart: 'selectedStart',
      required: ['required', 'required', i0.booleanAttribute],
      showPast: ['showPast', 'showPast', i0.booleanAttribute],
      limit: ['limit', 'limit', readNumber],
      name: 'name',
      disabled: ['disabled', 'disabled', i0.booleanAttribute],
      backend: 'backend',
      locale: 'locale',
    },
  } as never);
}
