/** How many columns a text takes where every character takes one or two, as in an email in plain text. */

// Wide and full-width by Unicode's East Asian Width: Hangul, kana, ideographs, their punctuation, and emoji.
const WIDE =
  /[\u1100-\u115F\u231A\u231B\u2329\u232A\u23E9-\u23EC\u23F0\u23F3\u25FD\u25FE\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const NONE = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11FF\uD7B0-\uD7FF]$/u;

/** The columns of a text. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** Whether a line may break before and after a character without a blank: it may between ideographs. */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}

function widthOfCharacter(character: string): number {
  if (character < "\u0300") return 1;
  if (NONE.test(character)) return 0;
  return isWide(character) ? 2 : 1;
}
