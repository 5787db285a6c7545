/** Of several readings that overtake each other, only the one that was begun last answers. */

/** A gate for readings: of one that was overtaken comes undefined, whether it came to its end or failed. */
export function latestOnly(): <T>(reading: Promise<T>) => Promise<T | undefined> {
  let begun = 0;
  return async (reading) => {
    const mine = ++begun;
    try {
      const found = await reading;
      return mine === begun ? found : undefined;
    } catch (error) {
      if (mine === begun) throw error;
      return undefined;
    }
  };
}
