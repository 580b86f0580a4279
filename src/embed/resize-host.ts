import { heightAsked } from "../state/resize-rule";

// For the page around the frames: gives each frame of the atlas the height it asks for, and listens to nobody else.
const site = new URL((document.currentScript as HTMLScriptElement).src).origin;

addEventListener("message", (event) => {
  const frames = [...document.querySelectorAll("iframe")].map((element) => ({
    element,
    contentWindow: element.contentWindow,
    src: element.src,
    sandbox: element.getAttribute("sandbox"),
  }));
  const asked = heightAsked(event, frames, site);
  if (asked) asked.frame.element.style.height = `${asked.height}px`;
});
