import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono, type Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import type { ServerParts } from '../parts/server-parts.js';
import { DOCS_STYLE } from './docs-style.js';
import { openApiDocument, type OpenApiDocument } from './openapi-document.js';
import { renderErrors } from './render-errors.js';
import { renderContents, renderIntro, renderOperations } from './render-operations.js';
import { renderPage, type Html } from './render-page.js';

/** Nothing on these pages runs, and nothing comes from elsewhere. */
const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cache-Control': 'public, max-age=300',
};

/** `/openapi.json`, and `/docs` to read it. `api` has every route; it is asked when the first reader comes. */
export function docsRoutes(api: OpenAPIHono<AppEnv>, parts: Pick<ServerParts, 'settings'>): Hono<AppEnv> {
  const { basePath } = parts.settings;
  const routes = new Hono<AppEnv>();
  let made: OpenApiDocument | undefined;
  const document = () => (made ??= openApiDocument(api, parts));
  const page = async (c: Context<AppEnv>, content: Html) => c.html(await content, 200, PAGE_HEADERS);

  routes.get('/openapi.json', (c) => c.json(document(), 200, { 'Cache-Control': 'public, max-age=300' }));
  routes.get('/docs', (c) => {
    const all = document();
    const [intro, nav, main] = [renderIntro(all), renderContents(all), renderOperations(all)];
    return page(c, renderPage(basePath, { title: 'Enrollkit API', intro, nav, main }));
  });
  routes.get('/docs/errors', (c) =>
    page(c, renderPage(basePath, { title: 'Errors in the Enrollkit API', main: renderErrors() })),
  );
  routes.get('/docs/style.css', (c) =>
    c.body(DOCS_STYLE, 200, { ...PAGE_HEADERS, 'Content-Type': 'text/css; charset=utf-8' }),
  );
  return routes;
}
