using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Adds up the ARR of accounts by age, exactly.</summary>
internal static class CohortSums
{
    /// <summary>The highest age in months.</summary>
    public const int MaxAge = ExpansionGuards.MaxMonth;

    /// <summary>The sum of an age without accounts.</summary>
    public const decimal None = -1m;

    /// <summary>Writes the ARR by age; <see cref="None"/> for an age without accounts.</summary>
    /// <param name="ages">The age of each account in months.</param>
    /// <param name="arr">The ARR of each account.</param>
    /// <param name="sums">The destination, a place for each age.</param>
    public static void Write(ReadOnlySpan<int> ages, ReadOnlySpan<decimal> arr, Span<decimal> sums)
    {
        sums.Fill(None);
        for (int i = 0; i < ages.Length; i++)
        {
            int age = ages[i];
            if ((uint)age >= (uint)sums.Length)
            {
                throw DomainGuards.OutOfRange(
                    nameof(ages), Invariant($"{age} at position {i}"), "an age between 0 and 1,200 months");
            }

            decimal added = arr[i];
            if (added < 0m)
            {
                throw DomainGuards.OutOfRange(
                    nameof(arr), Invariant($"{added} at position {i}"), "zero or more");
            }

            ref decimal sum = ref sums[age];
            try
            {
                sum = sum == None ? added : sum + added;
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"The ARR of accounts of age {age}, up to position {i},"), nameof(arr), overflow);
            }
        }
    }
}
