import { FeatureIntake, fieldsOf, sampleOf, suggestFromFields } from "./feature-intake";
import { ImportError } from "./import-error";
import type { NoteReason } from "./issues";
import { type Format, LIMITS } from "./limits";
import { Refused } from "./refused";
import type { Source } from "./source";

const ROWS_PER_STEP = 2_000;

/**
 * A source over features that are all in memory, those among them that cannot be taken as `Refused`; `notes` says what is
 * known already of some of them, by their place.
 */
export function sourceOf(
  format: Format,
  features: readonly unknown[],
  crs: string | null,
  notes: readonly (NoteReason | null)[] = [],
): Source {
  if (features.length === 0) throw new ImportError("no-rows");
  const fields = fieldsOf(features);
  return {
    preview: {
      format,
      fields,
      sample: sampleOf(features, fields),
      suggested: suggestFromFields(fields),
      needsPosition: false,
    },
    read: async (mapping, onProgress) => {
      const taking = new FeatureIntake(mapping, fields, LIMITS.wholeFeatures);
      for (const [index, feature] of features.entries()) {
        if (feature instanceof Refused) taking.refuse(feature.reason);
        else taking.take(feature, notes[index]);
        if (index % ROWS_PER_STEP === 0) onProgress(index, features.length);
      }
      return { intake: taking.intake, fields: null, crs };
    },
  };
}
