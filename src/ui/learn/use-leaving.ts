import { useEffect, useRef } from "preact/hooks";

/** A function that takes what is to be done when the component goes; a later one takes the place of an earlier. */
export function useLeaving(): (undo: () => void) => void {
  const undo = useRef<() => void>(() => {});
  useEffect(() => () => undo.current(), []);
  return (next) => {
    undo.current = next;
  };
}
