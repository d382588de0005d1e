// The blocks in the editor: each shows the element itself, with the attributes of its table as settings. No build step: what
// WordPress brings is enough.
(function (blocks, blockEditor, components, element, i18n) {
  'use strict';
  const h = element.createElement;
  const __ = i18n.__;
  const known = window.enrollkitBlocks;

  /** `productId` in a block, `product-id` in HTML. */
  function camel(name) {
    return name.replace(/-([a-z])/g, function (_, letter) {
      return letter.toUpperCase();
    });
  }

  /** Words of another direction than the editor's: their full stop comes last. */
  function runningItsWay(words) {
    return h('span', { dir: 'auto' }, words);
  }

  function control(name, attribute, value, set) {
    const shared = { key: name, label: attribute.label, help: attribute.help && runningItsWay(attribute.help) };
    if (attribute.type === 'boolean')
      return h(components.ToggleControl, Object.assign(shared, { checked: value === true, onChange: set }));
    if (attribute.options)
      return h(
        components.SelectControl,
        Object.assign(shared, {
          value: value || '',
          options: [{ value: '', label: '—' }].concat(
            attribute.options.map(function (option) {
              return { value: option, label: option };
            }),
          ),
          onChange: set,
        }),
      );
    return h(components.TextControl, Object.assign(shared, { value: value || '', onChange: set }));
  }

  /** What must be chosen before there is anything to show. */
  function lacks(table, attributes) {
    return Object.keys(table.attributes).filter(function (name) {
      return table.attributes[name].isKey && !attributes[camel(name)];
    });
  }

  function preview(tag, table, attributes) {
    if (!known.backend['base-url'])
      return h(
        components.Placeholder,
        { label: table.title },
        h('p', { dir: 'auto' }, __('Enrollkit has no server yet.', 'enrollkit')),
        known.settings && h('a', { href: known.settings }, __('Settings › Enrollkit', 'enrollkit')),
      );
    if (tag === 'my-bookings')
      return h(components.Placeholder, {
        label: table.title,
        instructions: runningItsWay(__('Everybody who is signed in sees their own bookings here.', 'enrollkit')),
      });
    const missing = lacks(table, attributes);
    if (missing.length > 0)
      return h(components.Placeholder, {
        label: table.title,
        instructions: i18n.sprintf(
          /* translators: %s: name of a setting. */
          __('Fill in, in the settings of this block: %s', 'enrollkit'),
          table.attributes[missing[0]].label,
        ),
      });
    const given = {};
    Object.keys(table.attributes).forEach(function (name) {
      const value = attributes[camel(name)];
      if (table.attributes[name].type === 'boolean' ? value === true : value !== undefined && value !== '')
        given[name] = value === true ? '' : String(value);
    });
    const backend = {};
    Object.keys(known.backend).forEach(function (name) {
      if (known.backend[name]) backend[name] = known.backend[name];
    });
    // Other attributes are another element: a key makes it anew.
    return h(
      components.Disabled,
      null,
      h('enrollkit-backend', backend, h(tag, Object.assign({ key: JSON.stringify(given) }, given))),
    );
  }

  Object.keys(known.elements).forEach(function (tag) {
    const table = known.elements[tag];
    blocks.registerBlockType('enrollkit/' + tag, {
      edit: function (props) {
        const settings = Object.keys(table.attributes).map(function (name) {
          return control(name, table.attributes[name], props.attributes[camel(name)], function (value) {
            const change = {};
            change[camel(name)] = value;
            props.setAttributes(change);
          });
        });
        return h(
          element.Fragment,
          null,
          settings.length > 0 &&
            h(blockEditor.InspectorControls, null, h(components.PanelBody, { title: table.title }, settings)),
          h('div', blockEditor.useBlockProps(), preview(tag, table, props.attributes)),
        );
      },
      // The server writes it, for whoever looks.
      save: function () {
        return null;
      },
    });
  });
})(window.wp.blocks, window.wp.blockEditor, window.wp.components, window.wp.element, window.wp.i18n);
