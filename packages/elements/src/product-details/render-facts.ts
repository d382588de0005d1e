import { findPeOrganisation, type Quantity } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDecimal, formatLanguage, formatQuantity } from '../base/language/formats.js';
import { keep, kept, sentence } from '../base/language/kept-words.js';
import { linkAddress, pageBase } from '../base/link-address.js';
import type { DetailsView } from './details-view.js';
import type { Part } from './parts.js';

type Shown = TemplateResult | string | undefined | false;

/** A name and what stands behind it; nothing at all when that is absent. */
type Fact = readonly [name: string, value: Shown];

/** Where the registers can be searched; neither has an address for each number. */
const CROHO = 'https://apps.duo.nl/MCROHO/pages/zoeken.jsf';
const CREBO = 'https://kwalificaties.s-bb.nl/';

type FactPart = Exclude<Part, 'images' | 'video' | 'description'>;

/** What each part says. A new part doesn't compile without. */
const FACTS = {
  kind: ({ product: { courseType = '' }, terms }) => [[terms.kind, worded(terms.courseTypes, courseType)]],
  level: ({ product: { level = '' }, terms }) => [[terms.level, level !== 'Unknown' && worded(terms.levels, level)]],
  language: ({ product: { language }, terms, locale }) => [
    [terms.language, language && formatLanguage(language, locale)],
  ],
  duration: ({ product, terms, locale }) => [
    [terms.duration, product.durationByAgreement ? terms.byAgreement : quantity(product.duration, locale)],
    [terms.studyLoad, quantity(product.studyLoad, locale)],
  ],
  schedule: ({ product, terms }) => [
    [terms.runtime, courseText(product.runtime, product.language)],
    [terms.moments, list((product.moments ?? []).map((moment) => worded(terms.momentNames, moment)))],
  ],
  regions: ({ regions, terms }) => [
    [terms.regions, regions.length > 0 && kept(regions.map(({ name }) => name).join(', '))],
  ],
  participants: ({ product: { participantsByAgreement, maxParticipants }, terms, locale }) => [
    [
      terms.participants,
      participantsByAgreement
        ? terms.byAgreement
        : // 0 says that nobody can book, which the starts do.
          maxParticipants !== undefined &&
          maxParticipants > 0 &&
          terms.atMost(formatDecimal(String(maxParticipants), locale)),
    ],
  ],
  completion: ({ product, terms }) => [[terms.completion, courseText(product.completion, product.language)]],
  points: ({ product: { pePoints = [] }, peOrganisations, terms, locale }) => [
    [
      terms.pePoints,
      list(
        pePoints.map(({ points, pointType, organisation }) =>
          terms.points(
            formatDecimal(points, locale),
            keep(pointType),
            keep(findPeOrganisation(organisation, peOrganisations)?.name ?? organisation),
          ),
        ),
      ),
    ],
  ],
  registers: ({ product: { crohoId, creboId }, terms }) => [
    [terms.croho, crohoId && link(CROHO, keep(crohoId))],
    [terms.crebo, creboId && link(CREBO, keep(creboId))],
  ],
  purpose: ({ product, terms }) => [[terms.purpose, courseText(product.purpose, product.language)]],
  'price-info': ({ product, terms }) => [[terms.priceInfo, courseText(product.priceInfo, product.language)]],
  trainers: ({ trainers, terms }) => [[terms.trainers, trainers.length > 0 && renderTrainers(trainers)]],
  contact: ({ product: { contactPerson: person }, terms }) => [
    [
      terms.contact,
      person &&
        list([
          keep(person.name),
          person.telephone && link(`tel:${person.telephone.replace(/[^\d+]/g, '')}`, keep(person.telephone)),
          person.email && link(`mailto:${person.email}`, keep(person.email)),
        ]),
    ],
  ],
  brochure: ({ product: { pdfBrochureUrl: address }, terms }) => [
    [terms.brochure, page(address, () => terms.brochureLink)],
  ],
  website: ({ product: { webAddress: address }, terms }) => [
    [terms.website, page(address, ({ hostname }) => terms.websiteLink(keep(hostname.replace(/^www\./, ''))))],
  ],
} satisfies Record<FactPart, (view: DetailsView) => readonly Fact[]>;

/** All that has a name, as one list of names and values. */
export function renderFacts(view: DetailsView, parts: ReadonlySet<Part>): TemplateResult | typeof nothing {
  const facts = (Object.keys(FACTS) as FactPart[])
    .filter((part) => parts.has(part))
    .flatMap((part) => FACTS[part](view).map(([name, value]) => ({ part, name, value })))
    .filter(({ value }) => Boolean(value));
  if (facts.length === 0) return nothing;
  return html`<dl class="facts" part="facts">
    ${facts.map(
      ({ part, name, value }) =>
        html`<div class="fact" part="fact ${part}">
          <dt>${name}</dt>
          <dd>${typeof value === 'string' ? html`<bdi>${value}</bdi>` : value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A word of the feed, as people say it; one that came after this version of the kit as it is. */
function worded(words: Readonly<Record<string, string>>, word: string): string {
  return (Object.hasOwn(words, word) && words[word]) || word;
}

function quantity(amount: Quantity | undefined, locale: string): string | undefined {
  return amount && formatQuantity(amount.value, amount.unit, locale);
}

/** In the language of the course, which need not be the page's (WCAG 3.1.2). */
function courseText(text: string | undefined, language: string | undefined): Shown {
  return text?.trim() && html`<span lang=${language || nothing} dir="auto">${text}</span>`;
}

function list(values: readonly Shown[]): Shown {
  const items = values.filter(Boolean);
  return (
    items.length > 0 &&
    html`<ul role="list">
      ${items.map((item) => html`<li>${typeof item === 'string' ? html`<bdi>${sentence(item)}</bdi>` : item}</li>`)}
    </ul>`
  );
}

function link(address: string, text: string): TemplateResult {
  return html`<a href=${address} rel="noopener noreferrer"><bdi>${sentence(text)}</bdi></a>`;
}

function page(address: string | undefined, text: (url: URL) => string): Shown {
  const safe = linkAddress(address, pageBase());
  return safe && link(safe, text(new URL(safe, pageBase())));
}

function renderTrainers(trainers: DetailsView['trainers']): TemplateResult {
  return html`<ul class="trainers" role="list">
    ${trainers.map(({ name, photoUrl }) => {
      const photo = linkAddress(photoUrl, pageBase());
      return html`<li class="trainer" part="trainer">
        ${
          photo
            ? html`<img
                class="photo"
                part="photo"
                src=${photo}
                alt=""
                width="40"
                height="40"
                loading="lazy"
                decoding="async"
                referrerpolicy="no-referrer"
                @error=${({ target }: Event) => ((target as HTMLElement).hidden = true)}
              />`
            : nothing
        }
        ${kept(name)}
      </li>`;
    })}
  </ul>`;
}
