// Elements in one expression. Text enters as text only.

type Value = string | number | boolean | null | ((event: Event) => void);
export type Child = Node | string | null | false;

/// Functions are listeners of the event they are named after; false and null leave out.
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Readonly<Record<string, Value>> = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== null) element.setAttribute(key, String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

export function button(label: string, action: () => void, attributes: Readonly<Record<string, Value>> = {}): HTMLButtonElement {
  return el('button', {type: 'button', click: action, ...attributes}, label);
}

export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E | null {
  return root.querySelector<E>(selector);
}

export function all<E extends Element = HTMLElement>(root: ParentNode, selector: string): readonly E[] {
  return [...root.querySelectorAll<E>(selector)];
}

/// A menu that Escape or a click elsewhere closes.
export function closeOnEscape(menu: HTMLDetailsElement): void {
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  const outside = (event: Event): void => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  };
  menu.addEventListener('toggle', () => {
    if (menu.open) document.addEventListener('pointerdown', outside);
    else document.removeEventListener('pointerdown', outside);
  });
}
