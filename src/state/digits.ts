/** `text` with Persian and Arabic-Indic digits as ASCII digits and their decimal and thousands signs as “.” and nothing. */
export function asciiDigits(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/(?<=\d)٬(?=\d)/g, "")
    .replace(/٫/g, ".");
}
