// @vitest-environment node
import { expect, test } from 'vitest';

test('the elements can be imported where there is no page, as a server that renders does', async () => {
  expect(globalThis).not.toHaveProperty('document');
  const elements = await import('@enrollkit/elements');
  await import('@enrollkit/elements/enrollment-status.js');
  await import('@enrollkit/elements/enrollkit-backend.js');
  await import('@enrollkit/elements/certificate-upload.js');
  await import('@enrollkit/elements/price-breakdown.js');
  elements.setDefaultBackend({});
  elements.registerTerms('nl', {});
  expect(elements.EnrollmentStatus).toBeTypeOf('function');
});
