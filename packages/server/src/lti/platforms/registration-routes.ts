import { Hono } from 'hono';
import { html } from 'hono/html';
import type { AppEnv } from '../../http/app-env.js';
import { answering, localeOf, readLtiForm } from '../launch/launch-routes.js';
import { LtiRefusal } from '../lti-refusal.js';
import type { LtiParts } from '../lti-parts.js';
import { LTI_TEXTS } from '../page/lti-texts.js';
import { pageHeaders, renderLtiPage } from '../page/render-page.js';
import { readInvitation, registerWithPlatform } from './dynamic-registration.js';

/** What the administrator of a platform opens to register, and the keys with which this server signs. */
export function registrationRoutes(parts: LtiParts): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/lti/jwks', async (c) =>
    c.json(await parts.toolKeys.published(), 200, { 'Cache-Control': 'public, max-age=3600' }),
  );

  // Opening an address must change nothing: somebody presses a button.
  routes.get('/lti/register', (c) =>
    answering(c, parts, async () => {
      const asked = new URL(c.req.url).searchParams;
      const locale = localeOf(c, undefined);
      const texts = LTI_TEXTS[locale];
      const { name } = await readInvitation(parts.database.tables, asked.get('token') ?? '', parts.clock());
      const config = asked.get('openid_configuration') ?? '';
      if (!URL.canParse(config)) throw new LtiRefusal('request-incomplete', { detail: 'openid_configuration' });
      const fields = ['token', 'openid_configuration', 'registration_token'].map(
        (field) => html`<input type="hidden" name="${field}" value="${asked.get(field) ?? ''}" />`,
      );
      const page = renderLtiPage(parts.ltiUrl, {
        locale,
        title: texts.registerTitle,
        main: html`<h1>${texts.registerTitle}</h1>
          <p>${texts.registerAsk.replace('{detail}', name)}</p>
          <form method="post" action="${parts.ltiUrl}/lti/register">${fields}<button>${texts.register}</button></form>`,
      });
      return c.html(await page, 200, pageHeaders([new URL(config).origin], ["'self'"]));
    }),
  );

  routes.post('/lti/register', (c) =>
    answering(c, parts, async () => {
      const platform = await registerWithPlatform(parts, await readLtiForm(c, parts));
      parts.log.info({ provider: platform.providerId, platform: platform.id }, 'a platform was registered');
      const locale = localeOf(c, undefined);
      const texts = LTI_TEXTS[locale];
      const page = renderLtiPage(parts.ltiUrl, {
        locale,
        title: texts.registerTitle,
        main: html`<h1>${texts.registerTitle}</h1>
          <p role="status">${texts.registered}</p>`,
        script: 'enrollkit-lti-login.js',
        data: { close: true },
      });
      return c.html(await page, 200, pageHeaders(platform.origins));
    }),
  );
  return routes;
}
