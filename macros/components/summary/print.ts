/** Prints one clean document instead of the page around it. */

/** Lays a document out for paper only, while the print dialog is open; `name` becomes the PDF's name. */
export function printDocument(html: string, style: string, name: string): void {
  const host = document.createElement("div");
  host.className = "print-sheet";
  // Without the document's head: the page's policy refuses the inline style in it, and says so in the console.
  host.append(...new DOMParser().parseFromString(html.slice(html.indexOf("<body>")), "text/html").body.childNodes);

  // A sheet made by script is what the page's policy allows; the site's own sheets are for the screen meanwhile.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media screen { .print-sheet { display: none } }
    @media print { body > :not(.print-sheet) { display: none !important } ${style} }`);
  const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
  const title = document.title;

  for (const link of links) link.media = "screen";
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(host);
  document.title = name;
  addEventListener("afterprint", () => {
    for (const link of links) link.removeAttribute("media");
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    host.remove();
    document.title = title;
  }, { once: true });
  print();
}
