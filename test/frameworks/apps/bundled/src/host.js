/** What a host hands in: its own object, with a course that one person took. */
export const backend = {
  clock: () => '2026-12-08T18:00:00.000Z',
  getProduct: async (id) => ({ id, name: 'First aid', certificationIds: ['first-aid'] }),
  listCertifications: async () => ({ items: [{ id: 'first-aid', name: 'First aid', version: 1 }], total: 1 }),
  listEnrollments: async ({ productId }) => ({
    items: [
      {
        id: 'e1',
        productId,
        participant: { name: 'Sanne Jansen', email: 'sanne@example.org' },
        status: 'started',
        history: [],
        version: 1,
      },
    ],
    total: 1,
  }),
  uploadCertificate: async () => {
    throw new Error('Nothing is sent here.');
  },
};
