import { expect } from '@open-wc/testing';
import type { Enrollment } from '@enrollkit/core';
import { newEnrollment } from '../../contract/records.js';
import { PROVIDER } from '../../contract/world.js';
import { ServerWorld } from '../../support/rest-world.js';
import type { CrowdedPage } from './crowded-page.js';
import { waitUntil } from '../../support/wait-until.js';

describe('Many backends and many elements on a running server over HTTP/1.1', () => {
  let server: ServerWorld;
  let enrollments: Enrollment[];
  const frames: HTMLIFrameElement[] = [];

  beforeEach(async () => {
    server = await ServerWorld.make();
  });

  afterEach(async () => {
    for (const frame of frames.splice(0)) frame.remove();
    await server.dispose();
  });

  async function given(count: number): Promise<void> {
    const backend = server.open(PROVIDER, { offlineQueue: false });
    enrollments = await Promise.all(Array.from({ length: count }, () => backend.createEnrollment(newEnrollment())));
    backend.close();
  }

  async function openTab(backends: number): Promise<CrowdedPage> {
    const frame = document.createElement('iframe');
    frames.push(frame);
    frame.src = new URL('./crowded-page.html', import.meta.url).href;
    const ready = new Promise((resolve) => {
      window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
        if (source === frame.contentWindow && data === 'ready') resolve(data);
      });
    });
    document.body.append(frame);
    await ready;
    const { page } = frame.contentWindow as unknown as { readonly page: CrowdedPage };
    const token = await server.token(PROVIDER);
    page.show({ baseUrl: server.baseUrl, token, backends, enrollmentIds: enrollments.map(({ id }) => id) });
    return page;
  }

  const seen = async (path: string) => (await server.requests()).filter((each) => each === path).length;
  const shows = (page: CrowdedPage, label: string, index = 0): boolean => page.labels()[index] === label;

  it('loads all of 30 backends in each of 6 tabs, over one stream, which the next tab takes over', async () => {
    await given(30);
    const before = (await server.requests()).length;
    const tabs: CrowdedPage[] = [];
    for (let tab = 0; tab < 6; tab += 1) tabs.push(await openTab(30));
    const all = () => tabs.every((tab) => tab.labels().length === 30 && tab.labels().every((each) => each !== ''));
    await waitUntil(all, 'everything loads');
    await waitUntil(async () => (await seen('GET /api/events')) > 0, 'there is a stream');

    const elsewhere = server.open(PROVIDER, { offlineQueue: false });
    const [first, second] = enrollments as [Enrollment, Enrollment];
    await elsewhere.changeStatus(first.id, 'no-show');
    await waitUntil(() => tabs.every((tab) => shows(tab, 'No-show')), 'every tab hears of a change');
    expect(await seen('GET /api/events'), 'streams').to.equal(1);

    // The first tab to come was the one that listened.
    frames.shift()?.remove();
    tabs.shift();
    await waitUntil(async () => (await seen('GET /api/events')) === 2, 'another tab listens');
    await elsewhere.changeStatus(second.id, 'no-show');
    await waitUntil(() => tabs.every((tab) => shows(tab, 'No-show', 1)), 'the others go on hearing');
    elsewhere.close();
    // Far below one for each element, of which there are 180: a page needs a handful, whatever is on it.
    expect((await server.requests()).length - before).to.be.below(60);
  });

  it('shows 200 statuses with at most 6 requests', async () => {
    await given(200);
    const before = (await server.requests()).length;
    const page = await openTab(4);
    await waitUntil(() => page.labels().length === 200 && page.labels().every((each) => each !== ''), 'all are shown');
    await waitUntil(async () => (await seen('GET /api/events')) === 1, 'the stream is open');
    // Whatever would still follow comes before this: requests are answered in the order in which they came.
    const other = server.open(PROVIDER, { offlineQueue: false });
    await other.changeStatus(enrollments[199]?.id ?? '', 'no-show');
    other.close();
    await waitUntil(() => page.labels().includes('No-show'), 'a change is shown');
    const requests = (await server.requests()).slice(before);
    // Without the change that the test made, and the one read that showed it.
    expect(requests.filter((each) => !each.startsWith('PATCH')).length - 1, requests.join()).to.be.at.most(6);
  });
});
