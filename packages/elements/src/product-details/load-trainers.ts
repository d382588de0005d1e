import type { StoredTrainer, TrainerPort } from '@enrollkit/core';
import type { HostBackend } from '../base/backend/backend-context.js';
import type { ShownTrainer } from './details-view.js';

/**
 * Who gives a course, by name: those who have confirmed their profile. Nobody when the backend doesn't tell, which is
 * right for visitors that may not know: a course page is whole without.
 */
export async function loadTrainers(
  backend: HostBackend | undefined,
  emails: readonly string[],
): Promise<readonly ShownTrainer[]> {
  // No port that elements may count on: pages of a provider have it.
  const port: (HostBackend & Partial<TrainerPort>) | undefined = backend;
  if (emails.length === 0 || typeof port?.listTrainers !== 'function') return [];
  try {
    const { items } = await port.listTrainers({ emails, state: 'confirmed', size: 100 });
    return items
      .filter(({ state }) => state === 'confirmed')
      .map(shown)
      .filter(({ name }) => name !== '');
  } catch {
    // Who may not read trainers sees none.
    return [];
  }
}

function shown({ firstName = '', lastName = '', photoUrl }: StoredTrainer): ShownTrainer {
  return { name: [firstName.trim(), lastName.trim()].filter(Boolean).join(' '), photoUrl };
}
