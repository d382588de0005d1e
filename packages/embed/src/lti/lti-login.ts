/**
 * For a page between a platform and its sign-in: keeps the state of the login where the platform offers it, and goes on. Where
 * the platform doesn't answer it goes on with a state that only the server keeps.
 */
import { pageData } from './page-data.js';
import { putInStorage, type PlatformStorage } from './platform-storage.js';

interface LoginData extends Partial<PlatformStorage> {
  readonly state?: string;
  readonly url?: string;
  readonly plainUrl?: string;
  /** A registration that is done: the platform may close this window. */
  readonly close?: boolean;
}

const { key, target, origin, state, url, plainUrl, close } = pageData<LoginData>();

if (close === true) {
  const around = window.parent === window ? (window.opener as Window | null) : window.parent;
  around?.postMessage({ subject: 'org.imsglobal.lti.close' }, '*');
} else if (key !== undefined && target !== undefined && origin !== undefined && state !== undefined) {
  const goOn = (isKept: boolean): void => location.replace((isKept ? url : plainUrl) ?? location.href);
  void putInStorage({ key, target, origin }, state).then(goOn, () => goOn(false));
}
