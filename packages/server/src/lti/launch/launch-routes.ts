import { localeOfTag, LOCALES, type Locale } from '@enrollkit/core';
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../../http/app-env.js';
import { readText } from '../../http/request/read-body.js';
import type { LtiParts } from '../lti-parts.js';
import { LTI_REFUSALS, LtiRefusal } from '../lti-refusal.js';
import { elementOf } from '../page/lti-elements.js';
import { LTI_TEXTS } from '../page/lti-texts.js';
import { pageHeaders, renderLtiPage } from '../page/render-page.js';
import { keepLink } from '../services/link-table.js';
import { beginLogin, storageKey } from './begin-login.js';
import { kitRoleOf } from './kit-role.js';
import { newSecret } from './secrets.js';
import { addSession } from './session-table.js';
import { verifyLaunch, type VerifiedLaunch } from './verify-launch.js';

const MAX_FORM_BYTES = 256 * 1024;
/** As long as somebody works with a page in a day. */
const SESSION_MS = 8 * 60 * 60_000;

/** What a browser brings from a platform: logins that begin, and launches. */
export function launchRoutes(parts: LtiParts): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.on(['GET', 'POST'], '/lti/login', (c) =>
    answering(c, parts, async () => {
      const asked = c.req.method === 'POST' ? await readLtiForm(c, parts) : new URL(c.req.url).searchParams;
      const { platform, plainUrl, stored } = await beginLogin(parts, asked);
      if (!stored) return c.redirect(plainUrl, 302);
      const locale = localeOf(c, undefined);
      const page = renderLtiPage(parts.ltiUrl, {
        locale,
        title: LTI_TEXTS[locale].title,
        main: html`<p role="status">${LTI_TEXTS[locale].loading}</p>`,
        script: 'enrollkit-lti-login.js',
        data: { ...stored, plainUrl },
      });
      return c.html(await page, 200, pageHeaders(platform.origins));
    }),
  );

  routes.post('/lti/launch', (c) =>
    answering(c, parts, async () => {
      const form = await readLtiForm(c, parts);
      const launch = await verifyLaunch(parts, { form, origin: c.req.header('Origin') });
      const state = launch.login.inPlatformStorage ? (form.get('state') ?? '') : undefined;
      const locale = localeOf(c, launch.claims.locale);
      const session = await beginSession(parts, launch, { locale, state });
      const { platform, claims } = launch;
      const storage = state !== undefined && {
        key: storageKey(state),
        target: form.get('lti_storage_target') ?? '_parent',
        origin: new URL(platform.authUrl).origin,
      };
      const page = renderLtiPage(parts.ltiUrl, {
        locale,
        title: LTI_TEXTS[locale].title,
        main: html`<p role="status">${LTI_TEXTS[locale].loading}</p>`,
        script: 'enrollkit-lti.js',
        data: { apiUrl: parts.ltiUrl, session, locale, texts: LTI_TEXTS[locale], ...(storage && { storage }) },
      });
      const { deepLinking } = claims;
      const formAction = deepLinking === undefined ? [] : [new URL(deepLinking.returnUrl).origin];
      return c.html(await page, 200, pageHeaders(platform.origins, formAction));
    }),
  );
  return routes;
}

async function beginSession(
  parts: LtiParts,
  { platform, claims }: VerifiedLaunch,
  { locale, state }: { readonly locale: Locale; readonly state: string | undefined },
): Promise<string> {
  const { tables } = parts.database;
  const { custom, deepLinking, resourceLinkId } = claims;
  const role = kitRoleOf(claims.roles, { more: platform.roles, lowered: custom.view === 'participant' });
  // Choosing is for whoever teaches; the return address is said by the platform, in what it signed.
  if (deepLinking && role !== 'provider') throw new LtiRefusal('role-missing');
  const { providerId, id: platformId } = platform;
  const productId = custom.product_id;
  const link =
    resourceLinkId === undefined || claims.messageType !== 'LtiResourceLinkRequest'
      ? undefined
      : await keepLink(tables, {
          providerId,
          platformId,
          id: parts.ids(),
          deploymentId: claims.deploymentId,
          resourceLinkId,
          scopes: claims.gradeScopes,
          ...(claims.contextTitle !== undefined && { contextTitle: claims.contextTitle }),
          ...(productId !== undefined && { productId }),
          ...(custom.starting_date_id !== undefined && { startingDateId: custom.starting_date_id }),
          ...(claims.membershipsUrl !== undefined && { membershipsUrl: claims.membershipsUrl }),
          ...(claims.lineitemUrl !== undefined && { lineitemUrl: claims.lineitemUrl }),
        });
  const secret = newSecret();
  const session = {
    providerId,
    platformId,
    person: {
      userId: claims.userId,
      ...(claims.name !== undefined && { name: claims.name }),
      ...(claims.email !== undefined && { email: claims.email }),
      ...(role !== undefined && { role }),
    },
    page: {
      kind: link ? ('link' as const) : ('deep-linking' as const),
      deploymentId: claims.deploymentId,
      locale,
      element: elementOf(custom.element),
      ...(link && { linkId: link.id }),
      ...(productId !== undefined && { productId }),
      ...(custom.site !== undefined && { site: custom.site }),
      ...(!link && deepLinking && { deepLinking }),
    },
    expiresAt: new Date(Date.parse(parts.clock()) + SESSION_MS).toISOString(),
  };
  await addSession(tables, secret, session, state);
  return secret;
}

/** A form as browsers send it. */
export async function readLtiForm(
  c: Context<AppEnv>,
  { settings }: Pick<LtiParts, 'settings'>,
): Promise<URLSearchParams> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    throw new LtiRefusal('request-incomplete', { detail: 'Content-Type' });
  return new URLSearchParams(await readText(c, { maxBytes: MAX_FORM_BYTES, timeoutMs: settings.requestTimeoutMs }));
}

/** Tells a refusal on a page: whoever sees it sits in front of a platform, not of this API. */
export async function answering(
  c: Context<AppEnv>,
  parts: LtiParts,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof LtiRefusal)) throw error;
    const { refusal, detail = '' } = error;
    parts.log.warn({ code: refusal, requestId: c.get('requestId') }, 'a platform was refused');
    const locale = localeOf(c, undefined);
    const texts = LTI_TEXTS[locale];
    const page = renderLtiPage(parts.ltiUrl, {
      locale,
      title: texts.refusedTitle,
      main: html`<h1>${texts.refusedTitle}</h1>
        <p data-refusal="${refusal}">${texts.refusals[refusal].replace('{detail}', detail)}</p>`,
    });
    // Nothing in it is anybody's: whichever platform it was may show it.
    return c.html(await page, LTI_REFUSALS[refusal] as ContentfulStatusCode, pageHeaders(['*']));
  }
}

/** What the platform says; else what the browser says; else the kit's first. */
export function localeOf(c: Context<AppEnv>, said: string | undefined): Locale {
  const browsers = (c.req.header('Accept-Language') ?? '').split(',').map((tag) => localeOfTag(tag.trim()));
  return (said === undefined ? undefined : localeOfTag(said)) ?? browsers.find(Boolean) ?? LOCALES[0];
}
