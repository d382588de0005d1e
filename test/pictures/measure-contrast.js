/**
 * What is drawn on what, as a person sees it: the contrast of every text, field, icon and focus ring of the elements on the
 * page. Runs in the page, so everything that it needs is in it.
 *
 * @typedef {'text' | 'large text' | 'placeholder' | 'field' | 'icon' | 'progress' | 'focus ring'} Kind
 * @typedef {{ kind: Kind, ratio: number, isDisabled: boolean, where: string, on: string, of: string }} Measured
 * @returns {Measured[]} One for each pair of colours and kind
 */
export function measureContrast() {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const parsed = new Map();
  const found = new Map();

  for (const root of rootsIn(document)) {
    if (root === document) continue;
    for (const element of root.querySelectorAll('*')) measure(element);
  }
  // Last: what has the focus may show something else.
  for (const element of controls()) measureRing(element);
  return [...found.values()];

  function measure(element) {
    if (!isSeen(element)) return;
    const style = getComputedStyle(element);
    if ([...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
      keepText(element, style, style.color);
    if (element.matches('input, textarea')) {
      if (element.placeholder && !element.value)
        keep('placeholder', element, getComputedStyle(element, '::placeholder').color, element);
      else if (element.value && !/checkbox|radio|file/.test(element.type)) keepText(element, style, style.color);
    }
    if (element.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select, .zone'))
      keepField(element, style);
    if (element.matches('svg')) keepIcon(element, style);
    // What is done is drawn in the colour of its text.
    if (element.matches('progress[value]:not([value="0"])')) keep('progress', element, style.color, element);
  }

  function keepText(element, style, colour) {
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    keep(isLarge ? 'large text' : 'text', element, colour, element);
  }

  /** Its edge or its own ground tells it from what is around it. */
  function keepField(element, style) {
    const around = parentOf(element);
    const edge = parseFloat(style.borderBottomWidth) > 0 ? ratioOf(style.borderBottomColor, around) : { ratio: 1 };
    const ground = ratioOf(style.backgroundColor, around);
    keepMeasured('field', element, edge.ratio >= ground.ratio ? edge : ground);
  }

  function keepIcon(element, style) {
    const drawn = [element, ...element.querySelectorAll('path, circle, rect, line')].map((shape) =>
      getComputedStyle(shape),
    );
    const shape = drawn.find(({ fill, stroke }, at) => at > 0 && (fill !== 'none' || stroke !== 'none')) ?? style;
    keep('icon', element, shape.fill === 'none' ? shape.stroke : shape.fill, parentOf(element));
  }

  /** Where one of two rings is seen, that is enough. */
  function measureRing(element) {
    element.focus({ preventScroll: true });
    const ringed = [element, ...ancestors(element)].find((each) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });
    if (!ringed) return;
    const { outlineColor, outlineOffset, boxShadow } = getComputedStyle(ringed);
    // One that is drawn inside stands on the control's own ground.
    const around = parseFloat(outlineOffset) < 0 ? ringed : parentOf(ringed);
    const rings = [outlineColor, /^(?:\w+\(.+?\)|\w+)(?= 0px 0px 0px [1-9])/.exec(boxShadow)?.[0]].filter(Boolean);
    const [best] = rings.map((colour) => ratioOf(colour, around)).sort((one, other) => other.ratio - one.ratio);
    keepMeasured('focus ring', ringed, best);
  }

  function keep(kind, element, colour, ground) {
    keepMeasured(kind, element, ratioOf(colour, ground));
  }

  function keepMeasured(kind, element, { ratio, on, of }) {
    const isDisabled = [element, ...ancestors(element)].some((each) => each.matches(':disabled, [aria-disabled=true]'));
    const key = `${kind} ${of} ${on} ${isDisabled}`;
    if (of && !found.has(key))
      found.set(key, { kind, ratio: Math.round(ratio * 100) / 100, isDisabled, where: nameOf(element), on, of });
  }

  /** Every layer from the page up to what it stands on, and then the colour itself. */
  function ratioOf(colour, ground) {
    const layers = [ground, ...ancestors(ground)].reverse();
    const groups = [];
    let below = opaque('Canvas');
    for (const layer of layers) {
      const { opacity, backgroundColor } = getComputedStyle(layer);
      if (Number(opacity) < 1) groups.push({ below, opacity: Number(opacity) });
      below = over(parse(backgroundColor), below);
    }
    let above = over(parse(colour), below);
    if (parse(colour).alpha === 0) return { ratio: 1 };
    for (const group of groups.reverse()) {
      above = mixed(above, group.below, group.opacity);
      below = mixed(below, group.below, group.opacity);
    }
    const [lighter, darker] = [luminance(above), luminance(below)].sort((one, other) => other - one);
    return { ratio: (lighter + 0.05) / (darker + 0.05), of: hex(above), on: hex(below) };
  }

  function isSeen(element) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    if (width < 2 || height < 2) return false;
    return ![element, ...ancestors(element)].some((each) => {
      const { opacity, clipPath } = getComputedStyle(each);
      return Number(opacity) < 0.1 || clipPath === 'inset(50%)' || each.matches('.skeleton, .sketch, .placeholder');
    });
  }

  function controls() {
    return rootsIn(document)
      .filter((root) => root !== document)
      .flatMap((root) => [
        ...root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
      ])
      .filter((element) => element.checkVisibility() && !element.disabled);
  }

  function rootsIn(root) {
    return [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
    ];
  }

  function parentOf(element) {
    return element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? document.documentElement;
  }

  function ancestors(element) {
    const around = [];
    for (let next = element; next !== document.documentElement;) around.push((next = parentOf(next)));
    return around;
  }

  function nameOf(element) {
    const { host } = element.getRootNode();
    const name = element.getAttribute('class') || element.getAttribute('part') || element.localName;
    return `${host.localName} .${name.trim().split(/\s+/).join('.')}`;
  }

  function parse(colour) {
    if (!parsed.has(colour)) {
      const alpha = /^rgba\(.*, ([\d.]+)\)$|\/ ([\d.]+)\)$/.exec(colour);
      const solid = colour.replace(/^rgba(\(.*), [\d.]+\)$/, 'rgb$1)').replace(/ \/ [\d.]+\)$/, ')');
      parsed.set(colour, { parts: opaque(solid), alpha: alpha ? Number(alpha[1] ?? alpha[2]) : 1 });
    }
    return parsed.get(colour);
  }

  function opaque(colour) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)].map((part) => part / 255);
  }

  function over({ parts, alpha }, below) {
    return mixed(parts, below, alpha);
  }

  function mixed(above, below, share) {
    return above.map((part, at) => part * share + below[at] * (1 - share));
  }

  function luminance(parts) {
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function hex(parts) {
    return `#${parts
      .map((part) =>
        Math.round(part * 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
  }
}
