import "./ui/styles/page.css";
import { startPage } from "./start";
import { mountApp } from "./ui/App";

/** Leads a frame back to its light map, which needs nothing of what the full one does. */
function leaveFullMap(): void {
  history.replaceState(null, "", location.hash.replace(/start(?::|%3a)full(?:;|%3b)?/i, ""));
  location.reload();
}

startPage(mountApp, leaveFullMap);
