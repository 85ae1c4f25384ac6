using RevenueModel.Statistics;

namespace RevenueModel.Pipeline;

/// <summary>How often closed deals were won, by count and by value, and how well that is known.</summary>
/// <remarks>
/// The rates are shares of closed deals; open ones do not count, so the rates say nothing of deals that will never be
/// closed. The default value is no deals at all.
/// </remarks>
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

    /// <summary>The number of deals won.</summary>
    public int WonCount { get; }

    /// <summary>The number of deals lost.</summary>
    public int LostCount { get; }

    /// <summary>The number of deals closed: won and lost.</summary>
    public int ClosedCount => WonCount + LostCount;

    /// <summary>The amount of the deals won.</summary>
    public decimal WonValue { get; }

    /// <summary>The amount of the deals lost.</summary>
    public decimal LostValue { get; }

    /// <summary>The number of deals won that carry no amount, or zero.</summary>
    public int WonWithoutValueCount { get; }

    /// <summary>The number of deals lost that carry no amount, or zero.</summary>
    public int LostWithoutValueCount { get; }

    /// <summary>Won over closed deals, or <see langword="null"/> where none closed.</summary>
    public decimal? ByCount => WinRateCalculator.ByCount(WonCount, LostCount);

    /// <summary>Won over closed amounts of the deals with an amount, a fraction between 0 and 1. It covers few deals
    /// if <see cref="WonWithoutValueCount"/> or <see cref="LostWithoutValueCount"/> is large. <see langword="null"/>
    /// if no amount closed, or if no won deal or no lost deal has an amount, as in exports that record the value of
    /// won deals only.</summary>
    public decimal? ByValue =>
        (LostCount > 0 && LostWithoutValueCount == LostCount) || (WonCount > 0 && WonWithoutValueCount == WonCount)
            ? null
            : WinRateCalculator.ByValue(WonValue, LostValue);

    /// <summary>Wilson's interval for <see cref="ByCount"/>, or <see langword="null"/> where none closed.</summary>
    public ConfidenceInterval? CountInterval { get; }

    /// <summary>Wilson's interval for <see cref="ByValue"/> at the effective number of deals, or
    /// <see langword="null"/> where there is no rate by value.</summary>
    public ConfidenceInterval? ValueInterval { get; }

    /// <summary>The number of deals of equal amount that would determine the rate by value as well:
    /// <c>(Σ v)² / Σ v²</c> (Kish), or <see langword="null"/> if there is no rate by value. One deal that outweighs
    /// the others brings it near one.</summary>
    public double? EffectiveDeals { get; }

    /// <summary>Returns the rate by count and its interval.</summary>
    public override string ToString() => ByCount is { } byCount
        ? Invariant($"{WonCount:#,0} of {ClosedCount:#,0} won, {byCount:0.0%} ({CountInterval})")
        : "no closed deals";
}
