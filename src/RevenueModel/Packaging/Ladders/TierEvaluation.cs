using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What a tier of a ladder comes to over the months that it is tried on.</summary>
/// <remarks>Immutable; equal by value. Amounts are sums over all months of the customers contracted to the
/// tier.</remarks>
public sealed record TierEvaluation
{
    /// <summary>The tier.</summary>
    public required LadderTier Tier { get; init; }

    /// <summary>The customers contracted to it.</summary>
    public required int CustomerCount { get; init; }

    /// <summary>Of these, how many pay three times what they pay today or more, or something in place of
    /// nothing.</summary>
    /// <remarks>A tier that pays together what it pays today has customers that do not: this counts those to whom the
    /// new bill itself is a shock (<see cref="BillShockRule.PublishedMultiple"/>).</remarks>
    public required int TripledCustomerCount { get; init; }

    /// <summary>The months of these customers.</summary>
    public required int Months { get; init; }

    /// <summary>Of these, the months above the included units, which are billed the next tier's fee.</summary>
    public required int MonthsAbove { get; init; }

    /// <summary>What these customers pay today.</summary>
    public required decimal RevenueToday { get; init; }

    /// <summary>What they pay under the ladder.</summary>
    public required decimal Revenue { get; init; }

    /// <summary>What they pay more under the ladder, as a share of today's; negative for less, and
    /// <see langword="null"/> where they pay nothing today.</summary>
    public decimal? RevenueChange => RevenueToday == 0m ? null : (Revenue - RevenueToday) / RevenueToday;

    /// <summary>The tier in words.</summary>
    public override string ToString()
    {
        string change = RevenueChange is { } share ? Invariant($" ({share * 100m:+0.#;-0.#;0}%)") : "";
        return Tier + Invariant($": {Plural.Of(CustomerCount, "customer")}, {MonthsAbove:#,0} of {Months:#,0} months above, {RevenueToday:#,0.##} -> {Revenue:#,0.##}{change}");
    }
}
