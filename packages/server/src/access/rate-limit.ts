import { createHash } from 'node:crypto';
import { EnrollkitError } from '@enrollkit/core';
import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AppEnv } from '../http/app-env.js';
import type { Settings } from '../settings/settings.js';
import { createClientAddress } from './client-address.js';
import { shownCredential } from './shown-credential.js';
import { isUnlimitedPath } from './public-paths.js';
import { isExpiry } from './token-fault.js';

const WINDOW_SECONDS = 60;
/** Of what a credential may ask in a minute, how many wrong ones an address may show before it hears so. */
const GUESSES_SHARE = 1 / 20;
/** How often one wrong credential is looked up for one address. */
const SAME_GUESSES = 5;
/** So many wrong credentials of an address are remembered one by one: what is remembered has an end. */
const MOST_GUESSES = 1000;

/** The two places where requests are counted: before it is known who asks, and after. */
export interface RateLimits {
  /** Before `authenticate`: by address. */
  readonly strangers: MiddlewareHandler<AppEnv>;
  /** After `authenticate`: by whoever asks, and by provider, however many tokens that takes. */
  readonly credentials: MiddlewareHandler<AppEnv>;
}

/**
 * Limits how much one may ask. Counted by each process for itself: it keeps one sender from taking the time of the others,
 * and a shared count would cost a write per request. Keys and tokens can't be guessed however often one may try, so nobody
 * is locked out for what others at the same address show.
 */
export function createRateLimits({
  rateLimitPerMinute,
  providerRateLimitPerMinute,
  trustedProxies,
  springestApi,
  basePath,
}: Pick<
  Settings,
  'rateLimitPerMinute' | 'providerRateLimitPerMinute' | 'trustedProxies' | 'springestApi' | 'basePath'
>): RateLimits {
  const addressOf = createClientAddress(trustedProxies);
  const perCredential = limiter(rateLimitPerMinute);
  const perAddress = limiter(rateLimitPerMinute);
  const perProvider = limiter(providerRateLimitPerMinute);
  const guesses = limiter(Math.max(5, Math.ceil(rateLimitPerMinute * GUESSES_SHARE)));
  const sameGuesses = limiter(SAME_GUESSES);

  return {
    strangers: async (c, next) => {
      if (isUnlimitedPath(c.req.path, basePath)) return next();
      const address = addressOf(c);
      const { header: credential } = shownCredential(c, { springestApi, basePath });
      if (credential === undefined) {
        const left = await take(c, perAddress, address);
        await next();
        // What a visitor has left was said before.
        if (!c.res.headers.has('RateLimit-Limit')) say(c, perAddress, left);
        return;
      }
      // Whoever shares an address with somebody who guesses has a right credential, and always gets through: only the very
      // credential that was wrong before isn't looked at again.
      const guess = `${address} ${createHash('sha256').update(credential).digest('base64url')}`;
      const tried = await sameGuesses.get(guess);
      if (tried && tried.remainingPoints <= 0) refuse(c, sameGuesses, tried);
      await next();
      // A token that was good until lately is no guess: a page that was left open has one.
      if (c.res.status !== 401 || isExpiry(c.error)) return;
      const all = await guesses.penalty(address);
      if (all.consumedPoints <= MOST_GUESSES) await sameGuesses.penalty(guess);
      if (all.remainingPoints <= 0) refuse(c, guesses, all);
    },

    credentials: async (c, next) => {
      const actor = c.get('actor') as AppEnv['Variables']['actor'] | undefined;
      if (!actor) return next();
      const { kind } = c.get('credential');
      if (actor.role === 'provider' || actor.providerId !== undefined) {
        // Said only when it is what runs out.
        await take(c, perProvider, actor.providerId ?? '');
      }
      const left = await take(c, perCredential, JSON.stringify([kind, actor.providerId, actor.id]));
      await next();
      say(c, perCredential, left);
    },
  };
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
}

/** Answers what is left. */
async function take(c: Context, from: RateLimiterMemory, key: string): Promise<RateLimiterRes> {
  try {
    return await from.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) refuse(c, from, error);
    throw error;
  }
}

function refuse(c: Context, from: RateLimiterMemory, state: RateLimiterRes): never {
  say(c, from, state);
  c.res.headers.set('Retry-After', String(seconds(state)));
  throw new EnrollkitError('rate-limited', 'Too many requests: wait for the time in Retry-After', {
    retryAfterMs: state.msBeforeNext,
  });
}

/** On `c.res`: on the answer, or before there is one, which then takes it over. */
function say(c: Context, from: RateLimiterMemory, state: RateLimiterRes): void {
  c.res.headers.set('RateLimit-Limit', String(from.points));
  c.res.headers.set('RateLimit-Remaining', String(Math.max(0, state.remainingPoints)));
  c.res.headers.set('RateLimit-Reset', String(seconds(state)));
}

function seconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
