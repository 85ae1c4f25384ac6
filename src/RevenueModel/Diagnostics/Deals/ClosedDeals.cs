using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The deals of a segment that closed in the window and show the same failures.</summary>
/// <remarks>Immutable; equal by value. Amounts are those of the window.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ClosedDeals
{
    private ClosedDeals(DealFlaws flaws, long wonCount, long lostCount, decimal wonAmount, decimal lostAmount)
    {
        Flaws = flaws;
        WonCount = wonCount;
        LostCount = lostCount;
        WonAmount = wonAmount;
        LostAmount = lostAmount;
    }

    /// <summary>Gets the failures.</summary>
    public DealFlaws Flaws { get; }

    /// <summary>Gets the number of won deals, zero or more.</summary>
    public long WonCount { get; }

    /// <summary>Gets the number of lost deals, zero or more.</summary>
    public long LostCount { get; }

    /// <summary>Gets the amount of the won deals, zero or more.</summary>
    public decimal WonAmount { get; }

    /// <summary>Gets the amount of the lost deals, zero or more.</summary>
    public decimal LostAmount { get; }

    /// <summary>Gets the number of deals.</summary>
    public long Count => WonCount + LostCount;

    /// <summary>Gets the amount of the deals.</summary>
    public decimal Amount => WonAmount + LostAmount;

    /// <summary>Gets the share of the deals that were won, or <see langword="null"/> without deals.</summary>
    public decimal? WinRateByCount => WinRateCalculator.ByCount(WonCount, LostCount);

    /// <summary>Gets the share of the amount that was won, or <see langword="null"/> without amounts.</summary>
    public decimal? WinRateByValue => WinRateCalculator.ByValue(WonAmount, LostAmount);

    /// <summary>Creates a group of deals.</summary>
    /// <param name="flaws">The failures that they show.</param>
    /// <param name="wonCount">The number of won deals, zero or more.</param>
    /// <param name="lostCount">The number of lost deals, zero or more.</param>
    /// <param name="wonAmount">The amount of the won deals, zero or more.</param>
    /// <param name="lostAmount">The amount of the lost deals, zero or more.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentException">A number is negative, a failure is not defined, or a sum exceeds its
    /// range.</exception>
    public static ClosedDeals Of(
        DealFlaws flaws, long wonCount, long lostCount, decimal wonAmount = 0m, decimal lostAmount = 0m)
    {
        const DealFlaws all = DealFlaws.OneBuyer | DealFlaws.MissingConsultant | DealFlaws.MissingChampion;
        if ((flaws & ~all) != DealFlaws.None)
        {
            throw DomainGuards.OutOfRange(nameof(flaws), flaws, "a combination of " + all);
        }

        if (Guard.Against.BelowZero(lostCount) > long.MaxValue - Guard.Against.BelowZero(wonCount))
        {
            throw DomainGuards.OutOfRange(nameof(lostCount), lostCount, "a number that leaves the sum in range");
        }

        Guard.Against.BelowZero(wonAmount);
        DomainGuards.Total(wonAmount, Guard.Against.BelowZero(lostAmount), nameof(lostAmount));
        return new ClosedDeals(flaws, wonCount, lostCount, wonAmount, lostAmount);
    }

    /// <summary>Returns the failures, the deals and the amount.</summary>
    public override string ToString() =>
        Invariant($"{Flaws}: {WonCount:#,0} won, {LostCount:#,0} lost, {Amount:#,0.##}");
}
