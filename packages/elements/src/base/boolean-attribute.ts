import type { ReactiveElement } from 'lit';
import { warnOnce } from './warn-once.js';

/**
 * Reads attributes that are there or not as frameworks write them: React and Vue's server rendering make
 * `editable="false"` of `false`, which in HTML would mean true. For `finalize`; `disabled` of form elements stays as HTML
 * has it, because the browser itself reads that one.
 */
export function readFalse({ elementProperties }: typeof ReactiveElement): void {
  for (const [name, declaration] of elementProperties) {
    const { type, noAccessor, attribute } = declaration;
    if (type !== Boolean || noAccessor) continue;
    const written = typeof attribute === 'string' ? attribute : String(name).toLowerCase();
    const converter = (value: string | null): boolean => {
      const isFalse = value?.trim().toLowerCase() === 'false';
      if (isFalse) warnOnce('false-attribute', [written]);
      return value !== null && !isFalse;
    };
    elementProperties.set(name, { ...declaration, converter });
  }
}
