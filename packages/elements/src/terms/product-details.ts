/** What `<product-details>` says. Figures arrive formatted. */
export interface ProductDetailsTerms {
  /** Names the whole for screen readers. */
  readonly label: string;
  readonly kind: string;
  readonly courseTypes: Readonly<Record<string, string>>;
  readonly duration: string;
  readonly byAgreement: string;
  readonly studyLoad: string;
  readonly runtime: string;
  readonly moments: string;
  readonly momentNames: Readonly<Record<string, string>>;
  readonly level: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly language: string;
  readonly completion: string;
  readonly participants: string;
  readonly atMost: (count: string) => string;
  readonly regions: string;
  readonly pePoints: string;
  readonly points: (points: string, type: string, organisation: string) => string;
  readonly croho: string;
  readonly crebo: string;
  readonly trainers: string;
  readonly contact: string;
  readonly brochure: string;
  readonly brochureLink: string;
  readonly priceInfo: string;
  readonly purpose: string;
  readonly website: string;
  readonly websiteLink: (host: string) => string;
  readonly image: (name: string, number: string) => string;
  readonly playVideo: (name: string) => string;
  /** Where the video comes from once it is played. */
  readonly videoFrom: (host: string) => string;
}
