using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>A reversal, which recovers earned pay or makes it void.</summary>
/// <param name="Kind">The kind: a clawback or a lapse.</param>
/// <param name="Date">The day of the event.</param>
/// <param name="Of">The reversed pay.</param>
/// <param name="Amount">The amount that is deducted from earned pay.</param>
/// <param name="Detail">The figures: the event and the share.</param>
internal readonly record struct ReversalEntry(
    StatementLineKind Kind,
    LocalDate Date,
    PayEntry Of,
    decimal Amount,
    ReversalDetail Detail);
