using RevenueModel.Billing;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>The balances after earlier periods, with units in exact fractions.</summary>
internal sealed record OracleAccount
{
    /// <summary>The customer's terms; what of it changes from period to period is not read.</summary>
    public required BillingAccount Terms { get; init; }

    public required IReadOnlyList<PrepaidCredit> Credits { get; init; }

    /// <summary>By charge.</summary>
    public required IReadOnlyDictionary<string, ExactFraction> Carried { get; init; }

    /// <summary>By meter, the latest last.</summary>
    public required IReadOnlyDictionary<string, decimal[]> Recent { get; init; }

    public required decimal SpentInYear { get; init; }

    /// <summary>The amounts that earlier invoices of the period in progress billed.</summary>
    public OracleOpenPeriod Open { get; init; } = new(0, 0m, 0m);

    public static OracleAccount Of(BillingAccount account) => new()
    {
        Terms = account,
        Credits = [.. account.Credits],
        Carried = account.Carried.ToDictionary(
            carried => carried.Charge,
            carried => ExactFraction.Of(carried.Quantity),
            StringComparer.OrdinalIgnoreCase),
        Recent = account.RecentUsage.ToDictionary(
            series => series.Meter, series => series.Quantities.ToArray(), StringComparer.OrdinalIgnoreCase),
        SpentInYear = account.SpentInContractYear,
    };
}
