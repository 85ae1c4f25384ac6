using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The lifetime value per account of one cohort: realized until now, and expected after that. Created by
/// <see cref="LifetimeValueCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CohortLifetimeValue
{
    internal CohortLifetimeValue(
        BridgePeriod start, long startedCount, int ageCount, decimal? realized, decimal? remaining)
    {
        Start = start;
        StartedCount = startedCount;
        AgeCount = ageCount;
        Realized = realized;
        Remaining = remaining;
    }

    /// <summary>Gets the period in which the accounts started.</summary>
    public BridgePeriod Start { get; }

    /// <summary>Gets the number of accounts that started.</summary>
    public long StartedCount { get; }

    /// <summary>Gets the number of periods that are counted as realized.</summary>
    public int AgeCount { get; }

    /// <summary>Gets the discounted gross profit until now per account that started, or <see langword="null"/> if no
    /// account started.</summary>
    public decimal? Realized { get; }

    /// <summary>Gets the discounted gross profit that is expected after the last period per account that started, or
    /// <see langword="null"/> if no retention is given, it is undefined, or no account started.</summary>
    public decimal? Remaining { get; }

    /// <summary>Gets the realized and the remaining value together, or <see langword="null"/> if one is
    /// undefined.</summary>
    public decimal? LifetimeValue => Realized + Remaining;

    /// <summary>Returns the start, the number of accounts and the values.</summary>
    public override string ToString() => Invariant($"{Start}: {Plural.Of(StartedCount, "account")}, ")
        + (Realized is { } realized
            ? Invariant($"{realized:#,0.##} realized in {Plural.Of(AgeCount, "period")}")
            : "no value")
        + (Remaining is { } remaining ? Invariant($", {remaining:#,0.##} remaining") : "");
}
