'use client';

import { setDefaultFeedChecker } from '@enrollkit/elements';
import { FeedCheck } from '@enrollkit/elements/react';
import { createFeedChecker } from '@enrollkit/feed/worker';
import type { ReactNode } from 'react';

setDefaultFeedChecker(createFeedChecker());

export default function Page(): ReactNode {
  return <FeedCheck />;
}
