import { startPage } from "./start";
import { mountApp } from "./ui/App";

// A frame that was shown its light map brings the rest of a full page with it, and starts it by itself.
if (document.documentElement.dataset.chrome !== "embed") startPage(mountApp);
