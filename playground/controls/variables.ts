// Sets CSS custom properties from a template without a `style` attribute, which a strict content security policy refuses.

import { type ElementPart, noChange } from 'lit';
import { Directive, type DirectiveResult, directive, type PartInfo, PartType } from 'lit/directive.js';

class VariablesDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('variables() stands in the tag of an element.');
  }

  override render(_variables: Readonly<Record<`--${string}`, string | number>>): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [variables]: [Readonly<Record<`--${string}`, string | number>>]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(variables)) style.setProperty(name, String(value));
    return noChange;
  }
}

/** `<div class="bar" ${variables({ '--share': 0.3 })}>`; the stylesheet uses `var(--share)`. */
export const variables: (values: Readonly<Record<`--${string}`, string | number>>) => DirectiveResult =
  directive(VariablesDirective);
