// Generated from the elements by `npm run manifest`.
import '../enrollkit-backend/define.js';
import * as i0 from '@angular/core';
import type { EnrollkitBackend as EnrollkitBackendElement } from '../enrollkit-backend/define.js';
import { ElementDirective } from './element-directive.js';

/** Gives the elements inside it their backend. Once it is in `imports`, a template knows `<enrollkit-backend>`. */
export class EnrollkitBackend extends ElementDirective<EnrollkitBackendElement> {
  /** Kind of backend: `indexeddb`, `rest`, or one that the page added with `defineBackendType()`. */
  declare type: EnrollkitBackendElement['type'];

  /** Address of the server, for `rest`. */
  declare baseUrl: EnrollkitBackendElement['baseUrl'];

  /** Name of the database in the browser, for `indexeddb`. */
  declare database: EnrollkitBackendElement['database'];

  /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
  declare timeZone: EnrollkitBackendElement['timeZone'];

  /** A backend of the page's own, in place of `type`. A plain object with only the methods that are used will do. */
  declare backend: EnrollkitBackendElement['backend'];

  /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
  declare tokenUrl: EnrollkitBackendElement['tokenUrl'];

  /** Reads what is public without a token, for `rest`. Without it requests wait for the page to give one. */
  declare visitor: EnrollkitBackendElement['visitor'];

  /** Whose records, for `rest`: needed by visitors of a server with several providers. */
  declare providerId: EnrollkitBackendElement['providerId'];

  /** Gives the token for a request. May be set later, and replaced at any time. */
  declare getToken: EnrollkitBackendElement['getToken'];

  declare static ngAcceptInputType_type: EnrollkitBackendElement['type'] | null | undefined;
  declare static ngAcceptInputType_baseUrl: EnrollkitBackendElement['baseUrl'] | null | undefined;
  declare static ngAcceptInputType_database: EnrollkitBackendElement['database'] | null | undefined;
  declare static ngAcceptInputType_timeZone: EnrollkitBackendElement['timeZone'] | null | undefined;
  declare static ngAcceptInputType_backend: EnrollkitBackendElement['backend'] | null | undefined;
  declare static ngAcceptInputType_tokenUrl: EnrollkitBackendElement['tokenUrl'] | null | undefined;
  declare static ngAcceptInputType_visitor:
    EnrollkitBackendElement['visitor'] | '' | 'true' | 'false' | null | undefined;
  declare static ngAcceptInputType_providerId: EnrollkitBackendElement['providerId'] | null | undefined;
  declare static ngAcceptInputType_getToken: EnrollkitBackendElement['getToken'] | null | undefined;

  static ɵfac = i0.ɵɵngDeclareFactory({
    minVersion: '12.0.0',
    version: '21.0.0',
    ngImport: i0,
    type: EnrollkitBackend,
    deps: [],
    target: i0.ɵɵFactoryTarget.Directive,
  } as never) as i0.ɵɵFactoryDeclaration<EnrollkitBackend, never>;

  static ɵdir: i0.ɵɵDirectiveDeclaration<
    EnrollkitBackend,
    'enrollkit-backend',
    never,
    {
      type: { alias: 'type'; required: false };
      baseUrl: { alias: 'baseUrl'; required: false };
      database: { alias: 'database'; required: false };
      timeZone: { alias: 'timeZone'; required: false };
      backend: { alias: 'backend'; required: false };
      tokenUrl: { alias: 'tokenUrl'; required: false };
      visitor: { alias: 'visitor'; required: false };
      providerId: { alias: 'providerId'; required: false };
      getToken: { alias: 'getToken'; required: false };
    },
    Record<never, never>,
    never,
    never,
    true
  > = i0.ɵɵngDeclareDirective({
    minVersion: '16.1.0',
    version: '21.0.0',
    ngImport: i0,
    type: EnrollkitBackend,
    isStandalone: true,
    selector: 'enrollkit-backend',
    usesOnChanges: true,
    inputs: {
      type: 'type',
      baseUrl: 'baseUrl',
      database: 'database',
      timeZone: 'timeZone',
      backend: 'backend',
      tokenUrl: 'tokenUrl',
      visitor: ['visitor', 'visitor', i0.booleanAttribute],
      providerId: 'providerId',
      getToken: 'getToken',
    },
  } as never);
}
