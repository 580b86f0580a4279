import { buffer } from "@turf/buffer";
import { processorMilliseconds } from "./measurement";
import { fullDetail } from "./subjects";

// Runs alone, so that it can be stopped: prints the processor milliseconds of one turf.buffer with its default steps.
const { feature } = fullDetail();
console.log(processorMilliseconds(() => buffer(feature, 5, { units: "kilometers" })));
