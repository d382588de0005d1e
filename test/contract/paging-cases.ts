import {
  compareEnrollments,
  ENROLLMENT_ORDERS,
  type Actor,
  type Backend,
  type Enrollment,
  type EnrollmentOrder,
  type FullBackend,
  type OrderBy,
  type Page,
} from '@enrollkit/core';
import { expectEqual, expectRejection, issueCodes } from './assertions.js';
import { draftFor, newEnrollment, newProduct } from './records.js';
import type { ContractCase, FullCase } from './world.js';

const OURS: Actor = { id: 'a1', role: 'provider', providerId: 'alfa' };
const THEIRS: Actor = { id: 'b1', role: 'provider', providerId: 'beta' };
const STAFF: Actor = { id: 's1', role: 'platform-staff' };

/** What goes through all of a list, page after page behind the last that was seen. */
export const pagingCases: readonly ContractCase[] = [
  {
    title:
      'gives each of a list once behind the one before, whoever comes and goes meanwhile: none twice, none left out',
    async run({ provider }) {
      const ids = ['b', 'd', 'f', 'h', 'k', 'm', 'p'];

      const certification = (id: string) => provider.createCertification({ id, name: id, requiresValidUntil: false });
      const product = (id: string) => provider.putProduct(newProduct(id));
      const enrollment = (id: string) => provider.createEnrollment({ ...newEnrollment(), id, productId: 'b' });
      for (const id of ids) await Promise.all([certification(id), product(id)]);
      const link = (without: readonly string[], more: readonly string[]) =>
        provider.linkCertifications('b', [...ids.filter((id) => !without.includes(id)), ...more]);
      await link([], []);
      for (const id of ids) await enrollment(id);

      // The last that was seen goes, and one that wasn't; one comes before, one behind.
      const leaving = ['d', 'k'];
      const coming = ['c', 'n'];
      const expected = ['b', 'd', 'f', 'h', 'm', 'n', 'p'];

      const linked = await pagesOf(
        (paging) => provider.listCertifications({ productId: 'b', ...paging }),
        async () => {
          for (const id of coming) await certification(id);
          await link(leaving, coming);
        },
      );
      expectEqual(linked, expected, 'the certifications of a product');

      const booked = await pagesOf(
        (paging) => provider.listEnrollments({ productId: 'b', bookingState: 'accepted', ...paging }),
        async () => {
          for (const id of leaving) await provider.cancelEnrollment(id);
          for (const id of coming) await enrollment(id);
        },
      );
      expectEqual(booked, expected, 'enrollments');

      const offered = await pagesOf(
        (paging) => provider.listProducts(paging),
        async () => void (await Promise.all(coming.map(product))),
      );
      expectEqual(offered, ['b', 'd', 'f', 'h', 'k', 'm', 'n', 'p'], 'products');

      const made = await pagesOf((paging) => provider.listCertifications(paging));
      expectEqual(made, [...ids, ...coming].sort(), 'all certifications');

      expectEqual((await provider.listCertifications({ afterId: 'p' })).items, []);
      const { items, total } = await provider.listCertifications({ afterId: 'f', size: 1 });
      // What is left is counted no further than that there is a next page.
      expectEqual([items.map(({ id }) => id), total], [['h'], 2]);
    },
  },
  {
    title: 'gives each certificate once, also when the one behind which a page begins is removed meanwhile',
    async run(scene) {
      const { provider } = scene;
      const { product, certification } = await scene.course();
      const upload = async (count: number) => {
        const participant = { name: `Person ${count}`, email: `p${count}@example.nl` };
        const enrollment = await provider.createEnrollment({ ...newEnrollment(), productId: product.id, participant });
        const drafted = draftFor(enrollment, certification, String(count));
        return (await provider.uploadCertificate({ ...drafted, validUntil: `2027-09-${20 - count}` })).id;
      };
      const ids: string[] = [];
      for (let count = 0; count < 5; count += 1) ids.push(await upload(count));
      // Ids are made here: in their order or at random.
      ids.sort();
      const [, last = '', , , unseen = ''] = ids;
      const { id: certificationId } = certification;
      const seen = await pagesOf(
        (paging) => provider.listCertificates({ certificationId, ...paging }),
        async () => {
          await provider.removeCertificate(last);
          await provider.removeCertificate(unseen);
        },
      );
      expectEqual(seen, ids.slice(0, 4));
    },
  },
  {
    title: 'leaves out none of several providers’ records with one id, wherever a page ends',
    async run(scene) {
      if (!scene.world.idsArePerProvider) return;
      for (const actor of [OURS, THEIRS]) {
        const backend = scene.as(actor);
        for (const id of ['a', 'b', 'c']) {
          await backend.createCertification({ id, name: id, requiresValidUntil: false });
          await backend.putProduct(newProduct(id));
          await backend.createEnrollment({ ...newEnrollment(), id });
        }
      }
      const all = ['a', 'a', 'b', 'b', 'c', 'c'];
      const staff: Backend = scene.as(STAFF);
      for (const size of [1, 2, 3, 5]) {
        const asked = (paging: object) => ({ ...paging, size });
        expectEqual(await pagesOf((paging) => staff.listCertifications(asked(paging))), all, `certifications, ${size}`);
        expectEqual(await pagesOf((paging) => staff.listProducts(asked(paging))), all, `products, ${size}`);
        expectEqual(await pagesOf((paging) => staff.listEnrollments(asked(paging))), all, `enrollments, ${size}`);
        // By number: who adds what came, and not what was asked for, sees each once.
        const numbered: string[] = [];
        for (let total = 1; numbered.length < total;) {
          const page = await staff.listEnrollments({ size, offset: numbered.length });
          numbered.push(...page.items.map(({ id }) => id));
          ({ total } = page);
        }
        expectEqual(numbered, all, `by number, ${size}`);
      }
    },
  },
  {
    title: 'goes on, in an order by value, behind one of several records with one id',
    async run(scene) {
      if (!scene.world.idsArePerProvider) return;
      const actors = [THEIRS, OURS];
      for (const actor of actors) {
        const backend = scene.as(actor);
        // Alike but for whose they are.
        for (const id of ['b', 'a']) await backend.createEnrollment({ ...newEnrollment(), id });
      }
      const staff: Backend = scene.as(STAFF);
      const orders = Object.keys(ENROLLMENT_ORDERS) as EnrollmentOrder[];
      for (const orderBy of [undefined, ...orders.flatMap((order): OrderBy[] => [order, `-${order}`])]) {
        const order = orderBy && { orderBy };
        const { items: all } = await staff.listEnrollments({ ...order });
        const names = (some: readonly Enrollment[]) => some.map(({ id, providerId }) => `${id} of ${providerId}`);
        expectEqual(names([...all].sort(compareEnrollments(orderBy))), names(all), `in order, by ${orderBy ?? 'id'}`);
        for (const size of [1, 2, 3]) {
          const found: Enrollment[] = [];
          for (let last: Enrollment | undefined; ; last = found.at(-1)) {
            const { id: afterId, providerId: afterProviderId } = last ?? {};
            const after = afterId !== undefined && afterProviderId !== undefined && { afterId, afterProviderId };
            const { items, total } = await staff.listEnrollments({ ...order, size, ...after });
            found.push(...items);
            if (total <= items.length) break;
          }
          expectEqual(names(found), names(all), `each once, by ${orderBy ?? 'id'}, ${size} on a page`);
        }
      }
      const unsaid = staff.listEnrollments({ orderBy: 'status', afterId: 'a' });
      expectEqual(issueCodes(await expectRejection(unsaid, 'invalid')), ['afterId: after-id-unknown']);
    },
  },
];

/** The same of what only a backend has that imports feeds. */
export const fullPagingCases: readonly FullCase[] = [
  {
    title: 'gives each trainer once behind the address before',
    async run({ provider }) {
      const put = (name: string) => provider.putTrainer({ email: `${name}@example.nl` });
      for (const name of ['b', 'd', 'f', 'h', 'k']) await put(name);
      const found: string[] = [];
      for (let afterEmail: string | undefined; ;) {
        const query = { size: 2, ...(afterEmail !== undefined && { afterEmail }) };
        const { items, total }: Awaited<ReturnType<FullBackend['listTrainers']>> = await provider.listTrainers(query);
        found.push(...items.map(({ email }) => email.slice(0, 1)));
        if (afterEmail === undefined) for (const name of ['c', 'e']) await put(name);
        // In any case, as everywhere.
        afterEmail = items.at(-1)?.email.toUpperCase();
        if (total <= items.length) break;
      }
      expectEqual(found, ['b', 'd', 'e', 'f', 'h', 'k']);
    },
  },
];

/** The ids on all pages of two, each behind the last that was seen; `change` happens after the first page. */
async function pagesOf(
  list: (paging: { readonly size: number; readonly afterId?: string }) => Promise<Page<{ readonly id: string }>>,
  change: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let afterId: string | undefined; ;) {
    const { items, total } = await list({ size: 2, ...(afterId !== undefined && { afterId }) });
    if (afterId === undefined) await change();
    found.push(...items.map(({ id }) => id));
    afterId = items.at(-1)?.id;
    if (afterId === undefined || total <= items.length) return found;
  }
}
