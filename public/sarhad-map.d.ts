/** Detail of the event `sarhad-view`: the view that the reader has come to, as a link of the atlas writes it. */
export interface SarhadViewDetail {
  readonly view: string;
}

/**
 * `<sarhad-map>`: a view of the atlas as an element. View attributes: `map`, `layers`, `selected`, `period`, `filters`,
 * `language`, `theme`, `from`, `to`, `measure`, `corridor`, `lesson`, `own-lesson`, `pin`, `data`. Frame attributes: `start`,
 * `heading`, `controls`, `legend`, `interaction`, `background`, and `label`, the accessible name of the frame. The meaning of each is that of links; see `docs/links.md`.
 */
export declare class SarhadMapElement extends HTMLElement {
  static readonly observedAttributes: readonly string[];
  /** The view as a link of the atlas writes it: `#v=1&…`. */
  get view(): string;
  set view(value: string);
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string, before: string | null, now: string | null): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "sarhad-map": SarhadMapElement;
  }
  interface HTMLElementEventMap {
    "sarhad-view": CustomEvent<SarhadViewDetail>;
  }
}
