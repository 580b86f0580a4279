type Child = Node | string | null | false;
type Value = string | number | boolean | null;

/** An HTML element with attributes (null and false are left out) and children; text never becomes markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

/** Makes `text` what `element` says, if it does not say so already. */
export function writeText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** A button that does `onPress`. */
export function makeButton(
  attributes: Readonly<Record<string, Value>>,
  onPress: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const button = make("button", { type: "button", ...attributes }, ...children);
  button.addEventListener("click", onPress);
  return button;
}

/** The element that well-formed SVG of our own stands for; it joins the page where it is put. */
export const makeSvg = (markup: string): Element =>
  new DOMParser().parseFromString(markup, "image/svg+xml").documentElement;

/** A small outline on a grid of 20 px, as the buttons of the map bear. */
export function makeIcon(path: string): Element {
  const create = (name: string, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const icon = create("svg", { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" });
  icon.append(create("path", { d: path }));
  return icon;
}

/** A link that leaves the frame and tells the other site nothing; addresses that are not https stay plain text. */
export const makeOutsideLink = (url: string | null, text: string): Node => {
  const inside = make("bdi", { lang: "en" }, text);
  return url?.startsWith("https://")
    ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, inside)
    : inside;
};
