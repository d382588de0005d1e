import { keptTheme, propertiesOf } from '../../stories/design/theme.js';

/** In the toolbar: what was chosen in the theme builder, which this browser keeps. */
export const OWN_BRAND = 'own';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
// Chosen in another tab, beside which this one stands.
addEventListener('storage', () => sheet.cssRules.length > 0 && wearOwnBrand());

/** Has host pages of the own brand look as was chosen by now. Its tokens give way to the toolbar's density. */
export function wearOwnBrand(): void {
  const { pageLight, pageDark, font } = keptTheme();
  const page = `background: light-dark(${pageLight}, ${pageDark});${font && ` font-family: ${font};`}`;
  sheet.replaceSync(`:where([data-brand='own']) { ${ownDeclarations()} } [data-brand='own'] { ${page} }`);
}

/** As a host's style sheet has them. */
export const ownDeclarations = (): string =>
  Object.entries(propertiesOf(keptTheme()))
    .map(([name, value]) => `${name}: ${value};`)
    .join('\n');
