/** The rank of each rating, 1 at the top; equal ratings share the best of their places. */
export function ranksOfRatings(ratings: Float64Array): Int32Array {
  const sorted = ratings.toSorted().reverse();
  const rank = new Map<number, number>();
  sorted.forEach((rating, place) => {
    if (!rank.has(rating)) rank.set(rating, place + 1);
  });
  // Each rating is among the sorted ones.
  return Int32Array.from(ratings, (rating) => rank.get(rating)!);
}
