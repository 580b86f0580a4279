import type { Correction } from "../data/correction";
import type { Claim, EventRecord } from "../data/event-record";
import type { Language } from "../data/language";
import type { Location } from "../data/location";
import type { Layer } from "../data/manifest";
import type { LocalizedText } from "../data/text";
import type { LightMessages } from "./speak";

/** Each line as text of whole numbers: longitude and latitude in steps of a degree, then differences. */
export type PackedLines = readonly string[];

/** Land and boundaries of a `PictureBase`, its lines as text. */
export interface PackedBase {
  readonly stepsPerDegree: number;
  readonly land: PackedLines;
  readonly boundaries: PackedLines;
  readonly disputed: PackedLines;
}

export type PackedGeometry =
  | { readonly point: readonly [lng: number, lat: number] }
  | { readonly lines: PackedLines }
  | { readonly rings: PackedLines };

/** A publication, linked when it has an https address. */
export interface LightSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  /** Its title tells of violence. */
  readonly conflict?: true;
}

/** A sentence with the places of its sources in the list of the same file. */
export interface PackedClaim {
  readonly about: Claim["about"];
  readonly claimant: Pick<Claim["claimant"], "name" | "type">;
  /** The claimant's name in the language of the file, where there is a translation. */
  readonly named?: string | undefined;
  readonly stance: Claim["stance"];
  readonly statement: LocalizedText;
  readonly date: string | null;
  readonly sources: readonly number[];
}

export interface PackedState {
  readonly state: string;
  readonly text: LocalizedText;
  readonly asOf: string;
  readonly sources: readonly number[];
  readonly conflict?: true;
}

export interface PackedMembership {
  readonly organisation: string;
  readonly since: string | null;
  readonly sources: readonly number[];
}

/** How well a place is known, and what filters by country compare. */
export type PackedPlace = Pick<Location, "precision" | "uncertaintyRadiusM" | "country"> & {
  readonly onBorder?: true;
};

/** What draws a record of the light map, and what filters compare. Texts stand in one language. */
export interface PackedFeature {
  readonly id: string;
  readonly geometry: PackedGeometry | null;
  readonly kind: string;
  readonly status: string;
  readonly title: LocalizedText;
  readonly where?: PackedPlace;
  readonly alsoAt?: readonly {
    readonly title: LocalizedText;
    readonly point: readonly [number, number] | null;
    readonly where: PackedPlace | null;
  }[];
  readonly verification?: { readonly grade: EventRecord["verification"]["grade"] };
  readonly when?: { readonly start: string; readonly end: string };
  readonly actor?: { readonly name: string } | null;
  readonly weapon?: string;
  readonly conflict?: true;
  readonly built?: string;
  readonly mode?: string;
  readonly stretches?: readonly { readonly built: string }[];
  readonly states?: readonly { readonly state: string }[];
  readonly claims?: readonly { readonly claimant: Pick<Claim["claimant"], "name" | "type"> }[];
}

/** What the card of a record says beside what draws it. Texts stand in one language. */
export interface PackedCard {
  readonly summary: LocalizedText;
  readonly place?: string;
  readonly states?: readonly PackedState[];
  readonly claims?: readonly PackedClaim[];
  readonly memberships?: readonly PackedMembership[];
  /** Of an event: the houses that published what it rests on. */
  readonly publishers?: readonly string[];
  readonly sources: readonly number[];
}

/** The cards of a layer by id of their record, in a file that comes when the first of them is asked for. */
export interface LightCards {
  readonly layer: string;
  readonly cards: Readonly<Record<string, PackedCard>>;
  readonly sources: readonly LightSource[];
}

/** A layer with its features and how fine its lines are. */
export interface PackedLayer {
  readonly layer: Layer;
  readonly stepsPerDegree: number;
  readonly features: readonly PackedFeature[];
}

/** Layers; those that few views ask for come in files of their own. */
export interface LightLayers {
  readonly layers: readonly PackedLayer[];
}

/** Everything the light map is drawn from in one language, as its data script hands it over. */
export interface LightData extends LightLayers {
  readonly language: Language;
  readonly dataVersion: string;
  readonly released: string;
  readonly messages: LightMessages;
  readonly base: PackedBase;
  /** Kilometre, bearing, longitude and latitude of each tick. */
  readonly ticks: readonly (readonly [number, number, number, number])[];
  readonly views: readonly { readonly link: string; readonly title: string; readonly summary: string }[];
  /** Later corrections of this version; empty for the current one. */
  readonly corrections: readonly Correction[];
}

/** The event by which a data script hands over what it holds, on its own script element. */
export const DATA_EVENT = "sarhad:data";
