import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { LOCALES } from '@enrollkit/core';
import { toSnakeKeys } from '@enrollkit/core/wire';
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { openTokens, type Tokens } from '../../access/tokens.js';
import { recordAudit } from '../../audit/record-audit.js';
import type { AppEnv } from '../../http/app-env.js';
import { readText } from '../../http/request/read-body.js';
import { findSession, type Session } from '../launch/session-table.js';
import { LTI_REFUSALS, LtiRefusal, type LtiRefusalCode } from '../lti-refusal.js';
import type { LtiParts } from '../lti-parts.js';
import { findPlatform, type Platform } from '../platforms/platform-table.js';
import { deepLinkingAnswer } from '../services/deep-linking.js';
import { findLink, recordSync } from '../services/link-table.js';
import { syncMembers } from '../services/sync-members.js';
import { findProducts } from './find-products.js';
import { ELEMENT_NAMES } from './lti-elements.js';
import { openPage } from './open-page.js';
import { PAGE_STYLE } from './page-style.js';

const MAX_BYTES = 16 * 1024;
const SECRET = z.string().min(20).max(100);
const asked = z.object({
  session: SECRET,
  /** What the page found in the platform's storage. */
  state: SECRET.optional(),
  search: z.string().max(200).optional(),
  offset: z.number().int().min(0).max(100_000).default(0),
  element: z.enum(ELEMENT_NAMES).optional(),
  product_id: z.string().min(1).max(500).optional(),
});
type Asked = z.output<typeof asked>;

/** What an open page asks for. It shows its secret in the body: no cookie, and nothing in an address. */
export function pageRoutes(lti: LtiParts): Hono<AppEnv> {
  const parts = { ...lti, tokens: openTokens(lti) };
  const routes = new Hono<AppEnv>();

  routes.post('/lti/page/open', (c) =>
    asking(c, parts, async ({ session, platform, input }) => answerPage(c, parts, session, platform, input)),
  );
  routes.post('/lti/page/sync', (c) =>
    asking(c, parts, async ({ session, platform, input }) => {
      const link = await linkOfTeacher(parts, session);
      try {
        await syncMembers(parts, platform, link);
      } catch (error) {
        if (error instanceof LtiRefusal) await recordSync(parts.database.tables, link, { problem: error.refusal });
        throw error;
      }
      return answerPage(c, parts, session, platform, input);
    }),
  );
  routes.post('/lti/page/find', (c) =>
    asking(c, parts, async ({ session: { person, page, providerId }, input }) => {
      if (person.role !== 'provider' || page.kind !== 'deep-linking') throw new LtiRefusal('role-missing');
      return c.json(await findProducts(parts.database.tables, providerId, input.search));
    }),
  );
  routes.post('/lti/page/choose', (c) =>
    asking(c, parts, async ({ session, platform, input }) => {
      const { element, product_id: productId } = input;
      if (session.person.role !== 'provider') throw new LtiRefusal('role-missing');
      if (element === undefined || productId === undefined)
        throw new LtiRefusal('request-incomplete', { detail: 'element, product_id' });
      return c.json(await deepLinkingAnswer(parts, session, platform, { element, productId }));
    }),
  );

  routes.get('/lti/page/page.css', (c) =>
    c.body(PAGE_STYLE, 200, { ...ASSET, 'Content-Type': 'text/css; charset=utf-8' }),
  );
  for (const name of ['enrollkit-lti.js', 'enrollkit-lti-login.js', ...LANGUAGE_FILES]) {
    routes.get(`/lti/page/${name}`, async (c) =>
      c.body(await embedFile(name), 200, { ...ASSET, 'Content-Type': 'text/javascript; charset=utf-8' }),
    );
  }
  return routes;
}

/** Fetched by the first, beside which they lie. */
const LANGUAGE_FILES = LOCALES.filter((locale) => locale !== 'nl' && locale !== 'en').map(
  (locale) => `enrollkit-${locale}.js`,
);

const ASSET = { 'Cache-Control': 'public, max-age=300' };

/** The elements come as one file, out of the package that is made for pages. */
async function embedFile(name: string): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve(`@enrollkit/embed/dist/${name}`)), 'utf8');
}

interface Asking {
  readonly session: Session;
  readonly platform: Platform;
  readonly input: Asked;
}

async function asking(
  c: Context<AppEnv>,
  parts: LtiParts,
  answer: (asking: Asking) => Promise<Response>,
): Promise<Response> {
  try {
    const input = await readAsked(c, parts);
    const { tables } = parts.database;
    const session = await findSession(tables, { secret: input.session, state: input.state, now: parts.clock() });
    if (session === 'storage-mismatch') throw new LtiRefusal('storage-mismatch');
    const platform = session && (await findPlatform(tables, session.providerId, session.platformId));
    if (!session || !platform) throw new LtiRefusal('session-over');
    return await answer({ session, platform, input });
  } catch (error) {
    if (!(error instanceof LtiRefusal)) throw error;
    parts.log.warn({ code: error.refusal, requestId: c.get('requestId') }, 'an open page was refused');
    return refuse(c, error.refusal, error.detail);
  }
}

/** The page has the sentences. */
function refuse(c: Context<AppEnv>, refusal: LtiRefusalCode, detail: string | undefined): Response {
  return c.json({ refusal, ...(detail !== undefined && { detail }) }, LTI_REFUSALS[refusal]);
}

async function readAsked(c: Context<AppEnv>, { settings }: LtiParts): Promise<Asked> {
  const text = await readText(c, { maxBytes: MAX_BYTES, timeoutMs: settings.requestTimeoutMs });
  try {
    return asked.parse(JSON.parse(text));
  } catch (cause) {
    throw new LtiRefusal('request-incomplete', { detail: 'JSON', cause });
  }
}

async function linkOfTeacher(parts: LtiParts, { person, page, providerId }: Session) {
  const link =
    page.linkId === undefined ? undefined : await findLink(parts.database.tables, { providerId, id: page.linkId });
  if (person.role !== 'provider' || !link) throw new LtiRefusal('role-missing');
  return link;
}

async function answerPage(
  c: Context<AppEnv>,
  parts: LtiParts & { readonly tokens: Tokens },
  session: Session,
  platform: Platform,
  { offset }: Asked,
): Promise<Response> {
  const { view, token, expiresAt } = await openPage(parts, session, platform, { offset });
  const { providerId, platformId, person } = session;
  const actor = { id: `lti:${platformId}:${person.userId}`, role: person.role ?? 'participant', providerId } as const;
  const event = { action: 'token.create', kind: 'token', records: [{ id: platformId, providerId }] } as const;
  await recordAudit(parts.database, event, { actor, clock: parts.clock, requestId: c.get('requestId') });
  return c.json(toSnakeKeys({ view, token, expiresAt }));
}
