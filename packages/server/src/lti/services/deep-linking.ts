import { EnrollkitError, localeOfTag, LOCALES } from '@enrollkit/core';
import { SignJWT } from 'jose';
import { openBackend, serverActor } from '../../parts/open-backend.js';
import { CLAIMS } from '../launch/lti-claims.js';
import type { Session } from '../launch/session-table.js';
import type { LtiParts } from '../lti-parts.js';
import { LtiRefusal } from '../lti-refusal.js';
import type { LtiElement } from '../page/lti-elements.js';
import { LTI_TEXTS } from '../page/lti-texts.js';
import type { Platform } from '../platforms/platform-table.js';
import { TOOL_ALGORITHM } from '../platforms/tool-keys.js';

/**
 * Tells a platform what was chosen: a link with the element and the product as its parameters, which come back with every
 * launch of it. A status is graded, so that its link gets a column. Source: LTI deep linking 2.0, section 4.
 */
export async function deepLinkingAnswer(
  parts: LtiParts,
  { page, providerId }: Session,
  platform: Platform,
  { element, productId }: { readonly element: LtiElement; readonly productId: string },
): Promise<{ readonly url: string; readonly jwt: string }> {
  const { deepLinking } = page;
  if (!deepLinking) throw new LtiRefusal('message-unsupported', { detail: 'LtiDeepLinkingRequest' });
  const product = await openBackend(parts, serverActor('lti', providerId))
    .getProduct(productId)
    .catch((error: unknown) => {
      if (error instanceof EnrollkitError && error.code === 'not-found')
        throw new LtiRefusal('request-incomplete', { detail: 'product_id', cause: error });
      throw error;
    });
  const locale = localeOfTag(page.locale) ?? LOCALES[0];
  // Of several sites the link can't know whose learners will open it: a teacher says so, or nobody.
  const [site, ...others] = product.allowedSites;
  const isGraded = element === 'enrollment-status';
  const item = {
    type: 'ltiResourceLink',
    title: LTI_TEXTS[locale].about(LTI_TEXTS[locale].elements[element], product.name).slice(0, 255),
    url: `${parts.ltiUrl}/lti/launch`,
    custom: { element, product_id: productId, ...(others.length === 0 && site !== undefined && { site }) },
    ...(isGraded && { lineItem: { scoreMaximum: 1, label: product.name.slice(0, 255), resourceId: productId } }),
  };
  const { kid, key } = await parts.toolKeys.current();
  const now = Math.floor(Date.parse(parts.clock()) / 1000);
  const jwt = await new SignJWT({
    nonce: parts.ids(),
    [CLAIMS.deploymentId]: page.deploymentId,
    [CLAIMS.messageType]: 'LtiDeepLinkingResponse',
    [CLAIMS.version]: '1.3.0',
    [CLAIMS.contentItems]: [item],
    ...(deepLinking.data !== undefined && { [CLAIMS.data]: deepLinking.data }),
  })
    .setProtectedHeader({ alg: TOOL_ALGORITHM, typ: 'JWT', kid })
    .setIssuer(platform.clientId)
    .setAudience(platform.issuer)
    .setIssuedAt(now)
    .setExpirationTime(now + 600)
    .sign(key);
  return { url: deepLinking.returnUrl, jwt };
}
