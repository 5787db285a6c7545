/** Scripts that a page names, and loads only once a reader comes near what they work on. */

import { waitingScripts } from "./waiting-scripts.ts";

/** Loads what stands in each `<template data-near>` as soon as the element around it is half a screen away; each script once. */
export function loadWhenNear(): void {
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      document.head.append(...waitingScripts(target.querySelector<HTMLTemplateElement>("template[data-near]")!));
    }
  }, { rootMargin: "50%" });
  for (const template of document.querySelectorAll("template[data-near]")) near.observe(template.parentElement!);
}
