/** Opened from disk, a link to a folder would show a list of files: it leads to the folder's page instead. */

/** Fixes links as they are followed; does nothing on a site that is served. */
export function fixFileLinks(): void {
  if (location.protocol !== "file:") return;
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }, true);
}
