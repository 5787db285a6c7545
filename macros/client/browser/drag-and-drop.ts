/** Files and folders dropped anywhere on the page. */

/** A file, or a folder with all that is in it. */
export type Dropped = File | FileSystemEntry;

/** Hands on what each drop carries; a text that is dragged is none of its business. */
export function onDropped(take: (dropped: Dropped[]) => void, signal: AbortSignal): void {
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  }, { signal });
  document.addEventListener("drop", (event) => {
    // At once: after the event there is nothing left to ask for.
    const dropped = [...event.dataTransfer?.items ?? []].flatMap((item): Dropped[] => {
      const entry = item.webkitGetAsEntry?.();
      const file = item.getAsFile();
      return entry?.isDirectory ? [entry] : file ? [file] : [];
    });
    if (dropped.length === 0) return;
    event.preventDefault();
    take(dropped);
  }, { signal });
}

/** Hands on the first file of each drop. */
export function onFileDropped(take: (file: File) => void, signal: AbortSignal): void {
  onDropped((dropped) => {
    const file = dropped.find((each) => each instanceof File);
    if (file) take(file);
  }, signal);
}
