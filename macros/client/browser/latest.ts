/** Of work that overtakes other work, only what was begun last answers. */

/** A gate for work: of what was overtaken comes undefined, whether it came to its end or failed. */
export function latestOnly(): <T>(work: Promise<T>) => Promise<T | undefined> {
  let begun = 0;
  return async (work) => {
    const mine = ++begun;
    try {
      const found = await work;
      return mine === begun ? found : undefined;
    } catch (error) {
      if (mine === begun) throw error;
      return undefined;
    }
  };
}
