import { effect, signal } from "@preact/signals";

/** How the atlas is shown on a wall: sizes in per cent of the ordinary. */
export const PRESENT_SIZES = [100, 150, 200] as const;
export type PresentSize = (typeof PRESENT_SIZES)[number];

/** The projector: what is shown larger, plainer, or not at all. */
export interface Presenting {
  readonly size: PresentSize;
  readonly isContrastHigh: boolean;
  readonly hasLaser: boolean;
  readonly isBlank: boolean;
}

export const presentSize = signal<PresentSize>(150);
export const isContrastHigh = signal(false);

/** Null while the atlas is not being presented. */
export const presenting = signal<Presenting | null>(null);

export function startPresenting(): void {
  presenting.value = {
    size: presentSize.peek(),
    isContrastHigh: isContrastHigh.peek(),
    hasLaser: false,
    isBlank: false,
  };
}

export function stopPresenting(): void {
  presenting.value = null;
}

const change = (part: Partial<Presenting>) => {
  const now = presenting.peek();
  if (now) presenting.value = { ...now, ...part };
};

const isTyping = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** B and the full stop blank the screen, as remote controls send them; L is the laser pointer; Esc ends it all. */
function onKeyDown(event: KeyboardEvent): void {
  const now = presenting.peek();
  if (!now || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === "b" || key === ".") change({ isBlank: !now.isBlank });
  else if (key === "l") change({ hasLaser: !now.hasLaser });
  else if (key === "escape") {
    if (now.isBlank) change({ isBlank: false });
    else stopPresenting();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

export const toggleLaser = () => change({ hasLaser: !presenting.peek()?.hasLaser });
export const toggleBlank = () => change({ isBlank: !presenting.peek()?.isBlank });

/** A red spot that follows the pointer and lets everything below it be pressed. */
function createLaser(): { readonly element: HTMLElement; readonly follow: (event: PointerEvent) => void } {
  const element = document.createElement("div");
  element.className = "laser";
  element.setAttribute("aria-hidden", "true");
  const follow = ({ clientX, clientY }: PointerEvent) => {
    element.style.transform = `translate(calc(${clientX}px - 50%), calc(${clientY}px - 50%))`;
  };
  return { element, follow };
}

/** Keeps the page dressed for the wall while it is presented. Answers how to stop. */
export function keepPresenting(): () => void {
  const root = document.documentElement;
  const laser = createLaser();
  const curtain = document.createElement("div");
  curtain.className = "curtain";
  curtain.addEventListener("click", toggleBlank);
  const stop = effect(() => {
    const now = presenting.value;
    if (now) root.dataset.presenting = String(now.size);
    else delete root.dataset.presenting;
    if (now?.isContrastHigh) root.dataset.contrast = "high";
    else delete root.dataset.contrast;
    if (now?.isBlank) document.body.append(curtain);
    else curtain.remove();
    if (now?.hasLaser) {
      document.body.append(laser.element);
      window.addEventListener("pointermove", laser.follow);
    } else {
      laser.element.remove();
      window.removeEventListener("pointermove", laser.follow);
    }
  });
  document.addEventListener("keydown", onKeyDown, { capture: true });
  return () => {
    stopPresenting();
    stop();
    document.removeEventListener("keydown", onKeyDown, { capture: true });
  };
}
