/** Elements of a document, before they are the text of a file or nodes of a page; what they say stays text either way. */

/** An element, or a text. */
export type Markup = string | { tag: string; attributes: Record<string, string>; children: Markup[] };

/** An element with its attributes and what is in it. */
export function element(tag: string, attributes: Record<string, string>, ...children: Markup[]): Markup {
  return { tag, attributes, children };
}

/** Parts with a line feed after each but the last. */
export function lines(parts: Markup[]): Markup[] {
  return parts.flatMap((part, index) => index === 0 ? [part] : ["\n", part]);
}

/** HTML of it. */
export function serialized(markup: Markup): string {
  if (typeof markup === "string") return escaped(markup);
  const attributes = Object.entries(markup.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${markup.tag}${attributes.join("")}>${markup.children.map(serialized).join("")}</${markup.tag}>`;
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text with its marks as entities. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark as keyof typeof ENTITIES]);
}
