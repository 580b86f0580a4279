import type { ComponentChildren } from "preact";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of the card under its heading. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section class="card__section" aria-labelledby={`card-${id}`}>
      <h3 id={`card-${id}`}>{title}</h3>
      {children}
    </section>
  );
}

interface FoldedProps extends SectionProps {
  readonly isOpen?: boolean;
}

/** A part of the card that is folded until it is asked for. */
export function Folded({ id, title, children, isOpen = false }: FoldedProps) {
  return (
    <details class="card__section card__folded" open={isOpen}>
      <summary>
        <h3 id={`card-${id}`}>{title}</h3>
      </summary>
      {children}
    </details>
  );
}
