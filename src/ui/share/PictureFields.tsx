import { useVoice } from "../context";
import { Switch } from "../Switch";
import {
  PICTURE_SCALES,
  PICTURE_SIZES,
  type PictureChoice,
  type PictureScale,
  type PictureSize,
  SIDE_RANGE,
  sideOf,
} from "./picture-choice";

interface PictureFieldsProps {
  readonly choice: PictureChoice;
  readonly onChoose: (choice: PictureChoice) => void;
}

const SIZES: readonly PictureSize[] = [...(Object.keys(PICTURE_SIZES) as (keyof typeof PICTURE_SIZES)[]), "own"];

/** Size, fineness and ground of a picture. */
export function PictureFields({ choice, onChoose }: PictureFieldsProps) {
  const { translate, number } = useVoice();
  const chooseSize = (size: PictureSize) => {
    if (size === "own") return onChoose({ ...choice, size });
    const [width, height] = PICTURE_SIZES[size];
    onChoose({ ...choice, size, width, height });
  };
  /** Width by height, in this order in every language. */
  const sides = ([width, height]: readonly [number, number]) => `\u2066${number(width)} × ${number(height)}\u2069`;
  const nameOf = (size: PictureSize) => {
    const name = translate(`share.size-${size}`);
    return size === "own" ? name : `${name}: ${sides(PICTURE_SIZES[size])}`;
  };
  return (
    <>
      <label class="field">
        <span>{translate("share.size")}</span>
        <select value={choice.size} onChange={(event) => chooseSize(event.currentTarget.value as PictureSize)}>
          {SIZES.map((size) => (
            <option key={size} value={size}>
              {nameOf(size)}
            </option>
          ))}
        </select>
      </label>
      {choice.size === "own" && (
        <div class="share__pair">
          {(["width", "height"] as const).map((side) => (
            <label key={side} class="field">
              <span>{translate(`share.${side}`)}</span>
              <input
                type="number"
                dir="ltr"
                min={SIDE_RANGE[0]}
                max={SIDE_RANGE[1]}
                value={choice[side]}
                onChange={(event) => {
                  const value = sideOf(event.currentTarget.value, choice[side]);
                  event.currentTarget.value = String(value);
                  onChoose({ ...choice, [side]: value });
                }}
              />
            </label>
          ))}
        </div>
      )}
      <label class="field">
        <span>{translate("share.scale")}</span>
        <select
          value={choice.scale}
          onChange={(event) => onChoose({ ...choice, scale: Number(event.currentTarget.value) as PictureScale })}
        >
          {PICTURE_SCALES.map((scale) => (
            <option key={scale} value={scale}>
              {`\u2066${number(scale)}×\u2069: ${sides([choice.width * scale, choice.height * scale])}`}
            </option>
          ))}
        </select>
      </label>
      <Switch isOn={choice.isTransparent} onSwitch={(isTransparent) => onChoose({ ...choice, isTransparent })}>
        {translate("share.transparent")}
      </Switch>
      <div>
        <Switch isOn={choice.isOutlined} onSwitch={(isOutlined) => onChoose({ ...choice, isOutlined })}>
          {translate("share.outlined")}
        </Switch>
        <p class="quiet">{translate(choice.isOutlined ? "share.outlined-note" : "share.live-text-note")}</p>
      </div>
    </>
  );
}
