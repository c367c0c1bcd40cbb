/** Rank of each rating, 1 for the largest; equal ratings share the better place. NaN for a rating that is NaN. */
export function places(ratings: Float64Array): Float64Array {
  return ratings.map((rating) => {
    if (Number.isNaN(rating)) return Number.NaN;
    let better = 0;
    for (const other of ratings) if (other > rating) better += 1;
    return better + 1;
  });
}
