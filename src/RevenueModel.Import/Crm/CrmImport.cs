using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The result of reading a CRM export: the opportunities, the refused rows, and the layout that was
/// used.</summary>
/// <remarks>
/// Immutable; equal by value. Every row is in exactly one of <see cref="Opportunities"/> and
/// <see cref="ImportResult{TField}.Refused"/>.
/// </remarks>
public sealed record CrmImport : ImportResult<CrmField>
{
    internal CrmImport(ImportLayout<CrmField> layout)
        : base(layout)
    {
    }

    /// <summary>Gets the opportunities in the order of the file.</summary>
    public ValueList<Opportunity> Opportunities { get; internal init; }

    /// <summary>Gets the number of opportunities whose amount comes from the price list.</summary>
    public int PriceListAmountCount { get; internal init; }

    /// <summary>Measures the win rate of the opportunities, if the file tells it.</summary>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>The win rate, or <see langword="null"/> if the file marks no deal as lost. Some exports mark only won
    /// deals, and a win rate of 100% would be an artifact of the export.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range.</exception>
    public WinRate? MeasureWinRate(double confidence = 0.95)
    {
        WinRate rate = WinRateCalculator.Measure(Opportunities.AsSpan(), confidence);
        return rate.LostCount > 0 ? rate : null;
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        base.ToString() + Invariant($", {Plural.Of(PriceListAmountCount, "amount")} from the price list");
}
