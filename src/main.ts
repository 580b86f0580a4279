import { startPage } from "./start";
import { mountApp } from "./ui/App";

startPage(mountApp);
