namespace RevenueModel.Pricing;

/// <summary>The part of a period for which a charge is billed, and whether the period is over.</summary>
internal readonly record struct ChargePeriod(PeriodShare Share, bool IsFinal)
{
    public static ChargePeriod Whole { get; } = new(PeriodShare.All, IsFinal: true);
}
