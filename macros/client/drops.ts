/** A file dropped anywhere on the page. */

/** Hands on the first file of each drop; a text that is dragged is none of its business. */
export function onFileDropped(take: (file: File) => void, signal: AbortSignal): void {
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  }, { signal });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  }, { signal });
}
