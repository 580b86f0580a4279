import { z } from "zod";
import { id, plainText } from "./text";

const inAllLanguages = z.strictObject({ en: plainText, ur: plainText, fa: plainText });

/** A view that the atlas offers ready-made: with a page of its own, a poster and a picture for social networks. */
export const curatedView = z.strictObject({
  id: id.describe("names its page: embed/ID/"),
  title: inAllLanguages,
  summary: inAllLanguages,
  link: z
    .string()
    .regex(/^#v=1(&|$)/)
    .describe("the view as a link writes it, without a language"),
});
export type CuratedView = z.infer<typeof curatedView>;

/** The file `data/views.json`: the whole border comes first. */
export const curatedViews = z.strictObject({ views: z.array(curatedView).min(1) });
export type CuratedViews = z.infer<typeof curatedViews>;
