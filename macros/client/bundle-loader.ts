/** Loads a further bundle when it is first needed; a script element works from `file://` too, a module does not. */

const here = (document.currentScript as HTMLScriptElement | null)?.src ?? "";
const loading = new Map<string, Promise<unknown>>();

/** What a bundle beside this one leaves under its global name; a bundle that failed to load is tried again. */
export function loadBundle<Loaded>(file: string, name: string): Promise<Loaded> {
  const known = loading.get(file);
  if (known) return known as Promise<Loaded>;
  const fresh = new Promise<Loaded>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(file, here).href;
    script.onload = () => resolve((globalThis as unknown as Record<string, Loaded>)[name]!);
    script.onerror = () => {
      loading.delete(file);
      reject(new Error("A part of this page could not be loaded. Check the connection and try again."));
    };
    document.head.append(script);
  });
  loading.set(file, fresh);
  return fresh;
}
