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
            EffectiveDeals = total * total / (won.SumOfSquares + lost.SumOfSquares);
            ValueInterval = ProportionCalculator.Wilson((double)byValue * EffectiveDeals, EffectiveDeals, confidence);
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

    /// <summary>Won over closed amounts of the deals that carry one; where many do not
    /// (<see cref="WonWithoutValueCount"/>, <see cref="LostWithoutValueCount"/>) it speaks of few. <see langword="null"/> where it can't be said: no amount closed, or every
    /// deal on one side carries no amount, as in exports that record the value of won deals only.</summary>
    public decimal? ByValue => (LostCount > 0 && LostWithoutValueCount == LostCount) || (WonCount > 0 && WonWithoutValueCount == WonCount)
        ? null
        : WinRateCalculator.ByValue(WonValue, LostValue);

    /// <summary>Wilson's interval for <see cref="ByCount"/>, or <see langword="null"/> where none closed.</summary>
    public ConfidenceInterval? CountInterval { get; }

    /// <summary>Wilson's interval for <see cref="ByValue"/> at the effective number of deals, or
    /// <see langword="null"/> where there is no rate by value.</summary>
    public ConfidenceInterval? ValueInterval { get; }

    /// <summary>
    /// The number of equal deals that would tell as much about the rate by value: <c>(Σ v)² / Σ v²</c> (Kish), zero
    /// where there is no rate by value. One deal that outweighs the rest brings it near one.
    /// </summary>
    public double EffectiveDeals { get; }

    /// <summary>The rates in words.</summary>
    public override string ToString() => ByCount is { } byCount
        ? Invariant($"{WonCount:#,0} of {ClosedCount:#,0} won, {byCount:0.0%} ({CountInterval})")
        : "no closed deals";
}
