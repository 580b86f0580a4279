/** Longer than any screen takes; some browsers are told to keep such times to themselves. */
const PATIENCE_MILLISECONDS = 300;

/**
 * Resolves when the first painting of the page has come to the screen. Browsers that paint something and take it away before
 * it has come there do not count it as painted.
 */
export function isOnScreen(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MILLISECONDS);
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName("first-contentful-paint").length === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
  });
}
