/** What Lit and the platform call, not the page. */
const LIFECYCLE = new Set([
  'attributeChangedCallback',
  'adoptedCallback',
  'connectedCallback',
  'createRenderRoot',
  'disconnectedCallback',
  'firstUpdated',
  'formAssociated',
  'formAssociatedCallback',
  'formDisabledCallback',
  'formResetCallback',
  'formStateRestoreCallback',
  'render',
  'shadowRootOptions',
  'shouldUpdate',
  'styles',
  'update',
  'updated',
  'willUpdate',
]);

/**
 * The part of an analyzed manifest that a page can rely on: one module for each element, under the name by which it is
 * imported, without private members, lifecycle callbacks and source paths.
 */
export function publicManifest({ schemaVersion, modules }) {
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ kind, tagName }) => kind === 'class' && tagName)
    .sort((a, b) => a.tagName.localeCompare(b.tagName));

  return {
    schemaVersion,
    readme: '',
    modules: elements.map((element) => {
      const path = `${element.tagName}.js`;
      const declaration = { name: element.name, module: path };
      return {
        kind: 'javascript-module',
        path,
        declarations: [publicElement(element)],
        exports: [
          { kind: 'js', name: element.name, declaration },
          { kind: 'custom-element-definition', name: element.tagName, declaration },
        ],
      };
    }),
  };
}

function publicElement({ members = [], attributes = [], events = [], superclass: _superclass, ...element }) {
  const shown = members.filter(isPublic).map(withoutSource);
  const fields = new Set(shown.map(({ name }) => name));
  return {
    ...element,
    members: shown,
    attributes: attributes.filter(({ fieldName }) => !fieldName || fields.has(fieldName)).map(withoutSource),
    events: events.filter(({ name }) => name).map(withoutSource),
  };
}

function isPublic({ name, privacy, static: isStatic, description }) {
  if (privacy === 'private' || privacy === 'protected' || name.startsWith('#') || isStatic) return false;
  return !LIFECYCLE.has(name) && Boolean(description);
}

function withoutSource({ inheritedFrom: _inheritedFrom, ...entry }) {
  return entry;
}
