/** Metres above the sea of a pixel of a terrarium tile. */
export const terrariumMeters = (red: number, green: number, blue: number): number =>
  red * 256 + green + blue / 256 - 32_768;
