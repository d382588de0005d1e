'use client';
// Generated from the elements by `npm run manifest`.
import { createComponent } from '@lit/react';
import * as React from 'react';
import { EnrollkitBackend as EnrollkitBackendElement } from '../enrollkit-backend/define.js';

interface OwnProps {
  /** Kind of backend: `indexeddb`, `rest`, or one that the page added with `defineBackendType()`. */
  type?: EnrollkitBackendElement['type'] | undefined;

  /** Address of the server, for `rest`. */
  baseUrl?: EnrollkitBackendElement['baseUrl'] | undefined;

  /** Name of the database in the browser, for `indexeddb`. */
  database?: EnrollkitBackendElement['database'] | undefined;

  /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
  timeZone?: EnrollkitBackendElement['timeZone'] | undefined;

  /** A backend of the page's own, in place of `type`. A plain object with only the methods that are used will do. */
  backend?: EnrollkitBackendElement['backend'] | undefined;

  /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
  tokenUrl?: EnrollkitBackendElement['tokenUrl'] | undefined;

  /** Reads what is public without a token, for `rest`. Without it requests wait for the page to give one. */
  visitor?: EnrollkitBackendElement['visitor'] | undefined;

  /** Whose records, for `rest`: needed by visitors of a server with several providers. */
  providerId?: EnrollkitBackendElement['providerId'] | undefined;

  /** Gives the token for a request. May be set later, and replaced at any time. */
  getToken?: EnrollkitBackendElement['getToken'] | undefined;
}

/** What `<EnrollkitBackend>` takes beside what every HTML element does. */
export interface EnrollkitBackendProps
  extends OwnProps, Omit<React.HTMLAttributes<EnrollkitBackendElement>, keyof OwnProps> {}

/** Gives the elements inside it their backend. */
export const EnrollkitBackend = createComponent({
  react: React,
  tagName: 'enrollkit-backend',
  elementClass: EnrollkitBackendElement,
  displayName: 'EnrollkitBackend',
}) as React.ForwardRefExoticComponent<EnrollkitBackendProps & React.RefAttributes<EnrollkitBackendElement>>;
