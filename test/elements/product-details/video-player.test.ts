import { expect } from '@open-wc/testing';
import { videoPlayer } from '../../../packages/elements/src/product-details/video-player.js';

describe('The player of a video', () => {
  for (const [address, kind, played] of [
    [
      'https://www.youtube.com/watch?v=abcdefghijk&t=3',
      'frame',
      'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
    ],
    ['https://youtu.be/abcdefghijk', 'frame', 'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1'],
    [
      'https://www.youtube.com/embed/abcdefghijk',
      'frame',
      'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1',
    ],
    ['https://vimeo.com/123456', 'frame', 'https://player.vimeo.com/video/123456?autoplay=1&dnt=1'],
    ['https://example.test/a.mp4', 'file', 'https://example.test/a.mp4'],
    ['https://example.test/page', 'page', 'https://example.test/page'],
    ['https://youtube.com.evil.test/watch?v=abcdefghijk', 'page', 'https://youtube.com.evil.test/watch?v=abcdefghijk'],
    ['https://www.youtube.com/watch?v="><script>', 'page', 'https://www.youtube.com/watch?v=%22%3E%3Cscript%3E'],
  ] as const) {
    it(`of ${address} is a ${kind}`, () => {
      expect(videoPlayer(address)).to.include({ kind, address: played });
    });
  }

  it('is none for what is no web address', () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'no address', '', undefined]) {
      expect(videoPlayer(address)).to.equal(undefined);
    }
  });
});
