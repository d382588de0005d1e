import { html, nothing, svg, type TemplateResult } from 'lit';
import { icon } from '../base/icons.js';
import { linkAddress, pageBase } from '../base/link-address.js';
import type { DetailsView } from './details-view.js';
import { videoPlayer, type VideoPlayer } from './video-player.js';

const playIcon = icon(svg`<path d="M5 3v10l8-5z"/>`);

/** Pictures, of a size that is known before they come. One that can't be loaded leaves no hole. */
export function renderImages({ product, terms }: DetailsView): TemplateResult | typeof nothing {
  const addresses = product.imageUrls.filter((address) => linkAddress(address, pageBase()));
  if (addresses.length === 0) return nothing;
  return html`<div class="images" part="images">
    ${addresses.map(
      (address, index) =>
        html`<img
          part="image"
          src=${address}
          alt=${terms.image(product.name, String(index + 1))}
          width="640"
          height="360"
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          @error=${({ target }: Event) => ((target as HTMLElement).hidden = true)}
        />`,
    )}
  </div>`;
}

/** Nothing is asked of anybody until a person wants to see it. */
export function renderVideo(view: DetailsView): TemplateResult | typeof nothing {
  const { product, terms, isPlaying, onPlay } = view;
  const player = videoPlayer(product.videoUrl);
  if (!player) return nothing;
  const { host, address, kind } = player;
  if (isPlaying) return renderPlayer(player, terms.playVideo(product.name));
  const face = html`<span class="play">${playIcon}</span
    ><span class="video-name"><bdi>${terms.playVideo(product.name)}</bdi></span>
    <span class="video-note"><bdi>${terms.videoFrom(host)}</bdi></span>`;
  return kind === 'page'
    ? html`<a class="video" part="video" href=${address} rel="noopener noreferrer">${face}</a>`
    : html`<button class="video" part="video" type="button" @click=${onPlay}>${face}</button>`;
}

function renderPlayer({ kind, address }: VideoPlayer, name: string): TemplateResult {
  return kind === 'file'
    ? html`<video class="player" part="player" src=${address} aria-label=${name} controls autoplay playsinline></video>`
    : html`<iframe
        class="player"
        part="player"
        src=${address}
        title=${name}
        allow="autoplay; fullscreen; picture-in-picture"
        referrerpolicy="strict-origin-when-cross-origin"
      ></iframe>`;
}
