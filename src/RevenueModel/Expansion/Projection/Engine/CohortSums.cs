using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Adds up the ARR of accounts by age, exactly.</summary>
internal sealed class CohortSums
{
    /// <summary>The highest age in months.</summary>
    public const int MaxAge = ExpansionGuards.MaxMonth;

    private readonly decimal[] _arr = new decimal[MaxAge + 1];
    private readonly bool[] _has = new bool[MaxAge + 1];

    /// <summary>Returns whether an account has the age.</summary>
    public bool Has(int age) => _has[age];

    /// <summary>Returns the ARR of the accounts of an age.</summary>
    public decimal Arr(int age) => _arr[age];

    /// <summary>Adds accounts.</summary>
    public void Add(ReadOnlySpan<int> ages, ReadOnlySpan<decimal> arr)
    {
        for (int i = 0; i < ages.Length; i++)
        {
            int age = ages[i];
            if ((uint)age > MaxAge)
            {
                throw DomainGuards.OutOfRange(
                    nameof(ages), Invariant($"{age} at position {i}"), "an age between 0 and 1,200 months");
            }

            if (arr[i] < 0m)
            {
                throw DomainGuards.OutOfRange(
                    nameof(arr), Invariant($"{arr[i]} at position {i}"), "zero or more");
            }

            try
            {
                _arr[age] += arr[i];
                _has[age] = true;
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"The ARR of accounts of age {age}, up to position {i},"), nameof(arr), overflow);
            }
        }
    }
}
