using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>What takes earned pay back or makes it void.</summary>
/// <param name="Kind">A clawback or a lapse.</param>
/// <param name="Date">The day of the event.</param>
/// <param name="Of">The pay that it undoes.</param>
/// <param name="Amount">How much, which is taken from what is earned.</param>
/// <param name="Reason">The event in words.</param>
internal readonly record struct ReversalEntry(
    StatementLineKind Kind,
    LocalDate Date,
    PayEntry Of,
    decimal Amount,
    string Reason);
