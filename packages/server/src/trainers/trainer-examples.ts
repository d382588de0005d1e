export const EXAMPLE_TOKEN = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA';

export const EXAMPLE_TRAINER = {
  email: 'ada@example.nl',
  first_name: 'Ada',
  last_name: 'de Boer',
  state: 'invited',
  invited_at: '2026-08-20T10:00:00.000Z',
  version: 1,
};

/** Who asked for a course, and was accepted. */
export const EXAMPLE_ASKING = {
  ...EXAMPLE_TRAINER,
  links: [
    {
      product_id: 'prince2',
      asked_by: 'trainer',
      state: 'accepted',
      asked_at: '2026-08-20T10:00:00.000Z',
      decided_by: 'provider',
      decided_at: '2026-08-20T10:00:00.000Z',
    },
  ],
  version: 3,
};

export const EXAMPLE_INVITED = {
  state: 'invited',
  email: 'ada@example.nl',
  first_name: 'Ada',
  last_name: 'de Boer',
  courses: [{ id: 'prince2', name: 'PRINCE2 Foundation', asked_by: 'trainer', state: 'asked' }],
  offers: [{ id: 'itil', name: 'ITIL Foundation' }],
};
