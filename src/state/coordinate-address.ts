import { type CoordinateAnswer, position, refused } from "./coordinate-answer";

const NUMBER = "(-?\\d{1,3}(?:\\.\\d+)?)";
const PAIR = `${NUMBER}\\s*[,~_/ ]\\s*${NUMBER}`;

/** How map sites write a position into their links, the exact place before the middle of the map. */
const PATTERNS: readonly RegExp[] = [
  // OpenStreetMap: the marker, else the map
  new RegExp(`[?&]mlat=${NUMBER}&mlon=${NUMBER}`),
  // Google: the place, what is searched for, the map
  new RegExp(`!3d${NUMBER}!4d${NUMBER}`),
  new RegExp(`/(?:place|search|dir)/(?:[^?#]*/)?${NUMBER},\\+?\\s*${NUMBER}`),
  // Google, Apple, Bing
  new RegExp(`[?&](?:q|query|coordinate|daddr|destination|ll|sll|near)=(?:loc:)?\\s*${NUMBER},\\+?\\s*${NUMBER}`, "i"),
  new RegExp(`[?&](?:sp|where1|rtp)=[^&]*?(?:point|pos)\\.${NUMBER}_${NUMBER}`, "i"),
  new RegExp(`[?&]where1=${NUMBER},\\+?\\s*${NUMBER}`, "i"),
  new RegExp(`[?&](?:cp|center)=${PAIR}`, "i"),
  new RegExp(`[?&]lat=${NUMBER}&(?:lon|lng|long)=${NUMBER}`, "i"),
  new RegExp(`/@${NUMBER},${NUMBER}`),
  new RegExp(`[#&?]map=[\\d.]+/${NUMBER}/${NUMBER}`),
];

/** `geo:LAT,LNG[,HEIGHT][;crs=wgs84][;u=METRES]` (RFC 5870), and `geo:0,0?q=LAT,LNG` as phones write it. */
function fromGeo(text: string): CoordinateAnswer {
  const [, lat, lng] = new RegExp(`^geo:${NUMBER},${NUMBER}`, "i").exec(text) ?? [];
  if (/;crs=(?!wgs84\b)/i.test(text) || lat === undefined) return refused("unreadable");
  if (/[?&]q=/i.test(text)) {
    const [, markedLat, markedLng] = new RegExp(`[?&]q=${NUMBER},\\s*${NUMBER}`, "i").exec(text) ?? [];
    // A place by its name: only its app knows where that is.
    return markedLat === undefined ? refused("unreadable") : position(Number(markedLat), Number(markedLng));
  }
  const uncertainty = /;u=(\d+(?:\.\d+)?)/i.exec(text)?.[1];
  return position(Number(lat), Number(lng), uncertainty === undefined ? null : Number(uncertainty));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The position in a `geo:` address or a map site's link, or null when the text is neither. */
export function fromAddress(text: string): CoordinateAnswer | null {
  if (/^geo:/i.test(text)) return fromGeo(decoded(text));
  if (!/^https?:\/\//i.test(text)) return null;
  const link = decoded(text);
  for (const pattern of PATTERNS) {
    const [, lat, lng] = pattern.exec(link) ?? [];
    if (lat !== undefined) return position(Number(lat), Number(lng));
  }
  return refused("unreadable");
}
