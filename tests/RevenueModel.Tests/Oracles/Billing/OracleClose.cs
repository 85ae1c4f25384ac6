using RevenueModel.Billing;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>The expected expiry and top-up of credits at the end of a period.</summary>
internal sealed record OracleClose(
    IReadOnlyList<PrepaidCredit> Credits,
    decimal Expired,
    decimal Forfeited,
    decimal ToppedUp);
