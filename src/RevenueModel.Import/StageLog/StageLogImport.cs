using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The result of reading a stage log: a history for each deal, and the refused rows.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record StageLogImport : ImportResult<StageLogField>
{
    internal StageLogImport(ImportLayout<StageLogField> layout)
        : base(layout)
    {
    }

    /// <summary>Gets the histories, in the order in which the deals first appear.</summary>
    public ValueList<DealHistory> Histories { get; internal init; }

    /// <summary>Gets the stages and outcomes of the closed deals, for
    /// <see cref="StageConversionCalculator"/>.</summary>
    public ValueList<StageHistory> ClosedHistories =>
        [.. Histories.Select(history => history.ToStageHistory()).OfType<StageHistory>()];

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        base.ToString()
            + Invariant($"; {Plural.Of(Histories.Count, "deal")}, ")
            + Invariant($"{Plural.Of(LeftOutCount, "change")} of other fields left out");
}
