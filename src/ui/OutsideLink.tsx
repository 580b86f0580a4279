interface OutsideLinkProps {
  /** Linked only when it begins with https. */
  readonly url: string | null;
  readonly text: string;
  readonly lang?: string;
}

/** A link that leaves the atlas and tells the other site nothing; other addresses stay plain text. */
export function OutsideLink({ url, text, lang = "en" }: OutsideLinkProps) {
  const inside = (
    <bdi lang={lang} dir="auto">
      {text}
    </bdi>
  );
  if (!url?.startsWith("https://")) return inside;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  );
}
