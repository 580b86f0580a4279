import { buildRelief } from "./relief.ts";

buildRelief();
