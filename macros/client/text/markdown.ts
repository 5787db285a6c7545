/** Escapes text for Markdown, so that nothing a reader typed acts as a mark. */

/** Text at the start of a line, where more marks mean something. */
export function escapedStart(text: string): string {
  return escaped(text).replace(/^[-+=>:]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/** Text with every mark of Markdown made plain, as few others as possible, so that it stays readable unrendered. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]{}|~#$]/g, "\\$&")
    // Python-Markdown knows no backslash before these, and any dialect knows the entity.
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/=(?==)/g, "\\=")
    // GitHub makes links of bare addresses, and pictures of :words:.
    .replace(/:(?=\/\/|[a-z+-][\w+-]*:)/gi, "\\:")
    .replace(/\bwww\./gi, (prefix) => `${prefix.slice(0, 3)}\\.`);
}
