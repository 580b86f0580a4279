import type { Correction } from "../data/correction";
import type { Claim, EventRecord } from "../data/event-record";
import type { Language } from "../data/language";
import type { Location } from "../data/location";
import type { Layer } from "../data/manifest";
import type { PackedText } from "./packed-text";
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
  readonly statement: PackedText;
  readonly date: string | null;
  readonly sources: readonly number[];
}

export interface PackedState {
  readonly state: string;
  readonly text: PackedText;
  readonly asOf: string;
  readonly sources: readonly number[];
  readonly conflict?: true;
}

export interface PackedMembership {
  readonly organisation: string;
  /** How the country stands to it, in the language of the file. */
  readonly standing: string;
  readonly since: string | null;
  readonly sources: readonly number[];
}

/** How well a place is known, and what filters by country compare. */
export type PackedPlace = Pick<Location, "precision" | "uncertaintyRadiusM" | "country"> & {
  readonly onBorder?: true;
};

/** What draws a record of the light map, and what filters compare: the same in every language. */
export interface PackedFeature {
  readonly id: string;
  readonly geometry: PackedGeometry | null;
  readonly kind: string;
  readonly status: string;
  /** The country that a record is about as a whole: maps name it once. */
  readonly country?: string;
  /** What it has joined, or how else it stands to it, by a word of the record. */
  readonly memberships?: readonly { readonly organisation: string; readonly standing: string }[];
  readonly where?: PackedPlace;
  readonly alsoAt?: readonly {
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

/** What the card of a record says beside what draws it, in one language. */
export interface PackedCard {
  readonly summary: PackedText;
  readonly place?: string;
  readonly states?: readonly PackedState[];
  readonly claims?: readonly PackedClaim[];
  readonly memberships?: readonly PackedMembership[];
  readonly sources: readonly number[];
}

/** Cards of a layer by id of their record, in a file that comes when one of them is asked for. */
export interface LightCards {
  readonly layer: string;
  readonly cards: Readonly<Record<string, PackedCard>>;
  readonly sources: readonly LightSource[];
}

/** A layer with its features and how fine its lines are. */
export interface PackedLayer {
  readonly layer: Omit<Layer, "title" | "description">;
  readonly stepsPerDegree: number;
  readonly features: readonly PackedFeature[];
}

/** What layers and their records are called in one language: the titles of records in the order of its features. */
export type PackedNames = Readonly<
  Record<string, { readonly title: PackedText; readonly records: readonly PackedText[] }>
>;

/** Layers that few views ask for come in files of their own, with their names. */
export interface LightLayers {
  readonly layers: readonly PackedLayer[];
  readonly names: PackedNames;
}

/** What the light map starts from whatever its language: the ground, and the layers of the first sight. */
export interface LightStart {
  readonly dataVersion: string;
  readonly released: string;
  readonly layers: readonly PackedLayer[];
  readonly base: PackedBase;
  /** Kilometre, bearing, longitude and latitude of each tick, the latter two in steps of `TICK_STEPS` a degree, as differences. */
  readonly ticks: string;
  /** Later corrections of this version; empty for the current one. */
  readonly corrections: readonly Correction[];
}

/** The words of the light map in one language, and the names of the layers of the first sight. */
export interface LightWords {
  readonly language: Language;
  readonly messages: LightMessages;
  readonly names: PackedNames;
  readonly views: readonly { readonly link: string; readonly title: string; readonly summary: string }[];
}

/** Everything the light map begins with in one language. */
export type LightData = LightStart & LightWords;

/** The houses that published what events rest on, by `layer/id`, as places in the list of their names. */
export interface LightPublishers {
  readonly names: readonly string[];
  readonly events: Readonly<Record<string, readonly number[]>>;
}

/** The event by which a data script hands over what it holds, on its own script element. */
export const DATA_EVENT = "sarhad:data";
