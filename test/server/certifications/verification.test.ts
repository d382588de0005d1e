import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JAN, made, makeCourse, pdf } from '../support/course.js';
import { json, openHttpWorld, type HttpWorld } from '../support/http-world.js';

describe('a server without platform staff', () => {
  let world: HttpWorld;
  beforeAll(async () => (world = await openHttpWorld({ verifyCertifications: false })));
  afterAll(() => world.close());

  it('shows certificates to whose they are, tells them of changes, and says that nobody verifies', async () => {
    const { call, providerId } = world.newProvider();
    await makeCourse(call);
    const jan = world.as({ id: 'jan', role: 'participant', email: JAN.email, providerId });
    const events = await jan('/events');
    const certificate = await made(
      call(
        '/certificates',
        json('POST', {
          booking_id: 'b-1',
          certification_id: 'foundation',
          valid_from: '2026-09-12',
          file: pdf().toString('base64'),
        }),
      ),
    );
    expect(await textUntil(events, `"id":"${String(certificate.id)}"`)).toContain('certificate');
    expect(await made(jan('/certificates'))).toMatchObject({ items: [{ id: certificate.id }] });
    expect((await jan(`/certificates/${String(certificate.id)}/file`)).status).toBe(200);

    const { items } = await made(call('/certifications'));
    expect(items).toMatchObject([{ verified: true, verification: 'not-needed', allowed: [], version: 1 }]);
    const staff = world.as({ id: 's', role: 'platform-staff' });
    const { items: theirs } = await made(staff(`/certifications?provider_id=${providerId}`));
    expect(theirs).toMatchObject([{ allowed: [] }]);
  });
});

/** What a stream tells, up to where it says this. */
async function textUntil(response: Response, part: string): Promise<string> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes(part)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The stream ended: ${text}`);
    text += value;
  }
  await reader.cancel();
  return text;
}
