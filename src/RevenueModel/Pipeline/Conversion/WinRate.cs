using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Pipeline;

/// <summary>The win rate of closed deals by count and by value, with confidence intervals.</summary>
/// <remarks>
/// The rates are shares of closed deals. Open deals are excluded, so the rates say nothing about deals that never
/// close. The default value represents no deals.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct WinRate
{
    internal WinRate(DealTally won, DealTally lost, double confidence)
    {
        WonCount = won.Count;
        LostCount = lost.Count;
        WonValue = won.Value;
        LostValue = lost.Value;
        WonWithoutValueCount = won.WithoutValue;
        LostWithoutValueCount = lost.WithoutValue;
        CountInterval = ProportionCalculator.Wilson(WonCount, ClosedCount, confidence);
        if (ByValue is { } byValue)
        {
            double total = (double)(WonValue + LostValue);
            double effectiveDeals = total * total / (won.SumOfSquares + lost.SumOfSquares);
            EffectiveDeals = effectiveDeals;
            ValueInterval = ProportionCalculator.Wilson((double)byValue * effectiveDeals, effectiveDeals, confidence);
        }
    }

    /// <summary>Gets the number of deals won.</summary>
    public int WonCount { get; internal init; }

    /// <summary>Gets the number of deals lost.</summary>
    public int LostCount { get; internal init; }

    /// <summary>Gets the number of deals closed: won and lost.</summary>
    public int ClosedCount => WonCount + LostCount;

    /// <summary>Gets the amount of the deals won.</summary>
    public decimal WonValue { get; internal init; }

    /// <summary>Gets the amount of the deals lost.</summary>
    public decimal LostValue { get; internal init; }

    /// <summary>Gets the number of deals won that have no amount, or an amount of zero.</summary>
    public int WonWithoutValueCount { get; internal init; }

    /// <summary>Gets the number of deals lost that have no amount, or an amount of zero.</summary>
    public int LostWithoutValueCount { get; internal init; }

    /// <summary>Gets won deals divided by closed deals, or <see langword="null"/> if no deal closed.</summary>
    public decimal? ByCount => WinRateCalculator.ByCount(WonCount, LostCount);

    /// <summary>Gets the won amount divided by the closed amount of the deals with an amount, between 0 and 1. It
    /// covers few deals if <see cref="WonWithoutValueCount"/> or <see cref="LostWithoutValueCount"/> is large.
    /// <see langword="null"/> if no amount closed, or if no won deal or no lost deal has an amount, as in exports that
    /// record the value of won deals only.</summary>
    public decimal? ByValue =>
        (LostCount > 0 && LostWithoutValueCount == LostCount) || (WonCount > 0 && WonWithoutValueCount == WonCount)
            ? null
            : WinRateCalculator.ByValue(WonValue, LostValue);

    /// <summary>Gets Wilson's interval of <see cref="ByCount"/>, or <see langword="null"/> if no deal
    /// closed.</summary>
    public ConfidenceInterval? CountInterval { get; internal init; }

    /// <summary>Gets Wilson's interval of <see cref="ByValue"/> at the effective number of deals, or
    /// <see langword="null"/> if there is no rate by value.</summary>
    public ConfidenceInterval? ValueInterval { get; internal init; }

    /// <summary>Gets the effective number of deals: the number of deals of equal amount that would determine the rate
    /// by value equally well, <c>(Σ v)² / Σ v²</c> (Kish), or <see langword="null"/> if there is no rate by value.
    /// It is close to one if one deal is much larger than the others.</summary>
    public double? EffectiveDeals { get; internal init; }

    /// <summary>Returns the rate by count and its interval.</summary>
    public override string ToString() => ByCount is { } byCount
        ? Invariant($"{WonCount:#,0} of {ClosedCount:#,0} won, {byCount:0.0%} ({CountInterval})")
        : "no closed deals";
}
