using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The accounts that started in one period, followed through the later periods.</summary>
/// <remarks>
/// Immutable; equal by value. The lists have one item for each age that the cohort has reached: the first one is the
/// end of the start period. There is no item for an age in the future.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Cohort
{
    internal Cohort(BridgePeriod start, long startedCount, ValueList<decimal> amounts, ValueList<long> logos)
    {
        Start = start;
        StartedCount = startedCount;
        Amounts = amounts;
        Logos = logos;
    }

    /// <summary>Gets the period in which the accounts had their first revenue ever.</summary>
    public BridgePeriod Start { get; }

    /// <summary>Gets the number of accounts that started, also those that left before the period ended.</summary>
    public long StartedCount { get; }

    /// <summary>Gets the recurring revenue of the cohort by age in periods.</summary>
    public ValueList<decimal> Amounts { get; }

    /// <summary>Gets the number of accounts with revenue by age in periods.</summary>
    public ValueList<long> Logos { get; }

    /// <summary>Gets the number of ages that the cohort has reached.</summary>
    public int AgeCount => Amounts.Count;

    /// <summary>Returns revenue at an age divided by revenue at the end of the start period.</summary>
    /// <param name="age">The age in periods, zero or more.</param>
    /// <returns>The ratio, or <see langword="null"/> if the cohort has not reached the age or started with
    /// zero.</returns>
    public decimal? AmountRetention(int age) =>
        (uint)age < (uint)Amounts.Count ? RetentionRatio.Of(Amounts[age], Amounts[0]) : null;

    /// <summary>Returns the accounts with revenue at an age divided by the accounts that started.</summary>
    /// <param name="age">The age in periods, zero or more.</param>
    /// <returns>The ratio, or <see langword="null"/> if the cohort has not reached the age or has no
    /// accounts.</returns>
    public decimal? LogoRetention(int age) =>
        (uint)age < (uint)Logos.Count ? RetentionRatio.Of(Logos[age], StartedCount) : null;

    internal Cohort Add(Cohort other, string name)
    {
        if (other.Start != Start || other.AgeCount != AgeCount)
        {
            throw new ArgumentException(
                Invariant($"{name} had the cohort {other.Start} with {Plural.Of(other.AgeCount, "age")}; {Start} ")
                    + Invariant($"with {Plural.Of(AgeCount, "age")} is expected."),
                name);
        }

        var amounts = new decimal[AgeCount];
        var logos = new long[AgeCount];
        for (int age = 0; age < amounts.Length; age++)
        {
            amounts[age] = ShortestDecimal.Sum(Amounts[age], other.Amounts[age]);
            logos[age] = Logos[age] + other.Logos[age];
        }

        return new Cohort(
            Start, StartedCount + other.StartedCount, ValueList.Own(amounts), ValueList.Own(logos));
    }

    /// <summary>Returns the start, the number of accounts and the revenue by age.</summary>
    public override string ToString() => Invariant($"{Start}: {Plural.Of(StartedCount, "account")}, ")
        + string.Join(" ", Amounts.Select(amount => Invariant($"{amount:#,0.##}")));
}
