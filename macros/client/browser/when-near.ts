/** What is drawn when a reader comes near it, or asks for it. */

/** Draws the next with each time that its button comes near or is pressed; `draw` hides the button once nothing is left. */
export function drawWhenNear(button: HTMLButtonElement, draw: () => void): void {
  const next = (): void => {
    draw();
    // Still near, it is told of again, after the frame in which what was drawn is shown.
    near.unobserve(button);
    near.observe(button);
  };
  const near = new IntersectionObserver((seen) => {
    if (!button.hidden && seen.some((each) => each.isIntersecting)) next();
  }, { rootMargin: "50%" });
  button.addEventListener("click", next);
  near.observe(button);
}
