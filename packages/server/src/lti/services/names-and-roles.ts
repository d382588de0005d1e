import { z } from 'zod';
import type { LtiParts } from '../lti-parts.js';
import { LtiRefusal } from '../lti-refusal.js';
import { kitRoleOf } from '../launch/kit-role.js';
import { askPlatformForJson } from '../platforms/ask-platform.js';
import type { Platform } from '../platforms/platform-table.js';

const SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const MEDIA_TYPE = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
/** Larger than any course; a platform that pages for ever comes to an end here. */
const MOST_PAGES = 100;
const MOST_MEMBERS = 5000;

const text = z.string().max(255).optional().catch(undefined);
const container = z.object({
  members: z
    .array(
      z.object({
        user_id: z.string().min(1).max(255),
        status: text,
        name: text,
        given_name: text,
        family_name: text,
        email: text,
        roles: z.array(z.string().max(2000)).max(100).catch([]),
      }),
    )
    .max(MOST_MEMBERS),
});

/** Somebody whom the platform names as a participant of the course. */
export interface NamedPerson {
  readonly userId: string;
  readonly name?: string;
  readonly email?: string;
}

/** Who takes part in a course, as its platform says. Source: Names and role provisioning services 2.0. */
export async function readMembers(
  parts: Pick<LtiParts, 'settings' | 'platformTokens'>,
  platform: Platform,
  membershipsUrl: string,
): Promise<readonly NamedPerson[]> {
  const token = await parts.platformTokens.get(platform, [SCOPE]);
  const headers = { Accept: MEDIA_TYPE, Authorization: `Bearer ${token}` };
  const found = new Map<string, NamedPerson>();
  const { origin } = new URL(membershipsUrl);
  let address: string | undefined = membershipsUrl;
  for (let page = 0; address !== undefined; page += 1) {
    if (page === MOST_PAGES || found.size > MOST_MEMBERS)
      throw new LtiRefusal('platform-refused', { detail: 'no end' });
    const answer: Awaited<ReturnType<typeof askPlatformForJson>> = await askPlatformForJson(
      address,
      { headers },
      parts.settings,
    );
    const parsed = container.safeParse(answer.data);
    if (!parsed.success) throw new LtiRefusal('platform-refused', { detail: 'no list of members' });
    for (const member of parsed.data.members) {
      // A course says who teaches it too; and who is inactive takes no part.
      if (kitRoleOf(member.roles, { more: platform.roles }) !== 'participant') continue;
      if ((member.status ?? 'Active') !== 'Active') continue;
      const name = (member.name ?? `${member.given_name ?? ''} ${member.family_name ?? ''}`).trim();
      const email = member.email?.trim() ?? '';
      found.set(member.user_id, {
        userId: member.user_id,
        ...(name !== '' && { name }),
        ...(email !== '' && { email }),
      });
    }
    address = nextPage(answer.headers.link, address, origin);
  }
  return [...found.values()];
}

/** Of the same server only: the token is for nobody else. */
function nextPage(header: string | string[] | undefined, from: string, origin: string): string | undefined {
  const [, target] = /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec([header ?? ''].flat().join(', ')) ?? [];
  if (target === undefined || !URL.canParse(target, from)) return undefined;
  const url = new URL(target, from);
  return url.origin === origin && url.href !== from ? url.href : undefined;
}
