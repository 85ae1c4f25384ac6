using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Credits in cents, with a day and a period near which they start and end.</summary>
public sealed record PrepaidBook(ValueList<PrepaidCredit> Credits, LocalDate Day, DateSpan Period)
{
    /// <summary>Returns each credit in full, so that a failure can be reproduced.</summary>
    public override string ToString() => FormattableString.Invariant($"on {Day:R}, in {Period}: ")
        + string.Join(", ", Credits.Select(credit => FormattableString.Invariant(
            $"{credit.Id} {credit.Balance} p{credit.Priority} {credit.Usable} {credit.Rollover}")));
}
