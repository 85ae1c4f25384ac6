namespace RevenueModel.Tests.Oracles.Retention;

/// <summary>The recurring revenue of an account, or of its part in a product or site, by month.</summary>
internal sealed record OracleRow(string? Group, decimal[] Amounts)
{
    /// <summary>The first month with revenue, or -1.</summary>
    public int First => Array.FindIndex(Amounts, amount => amount > 0m);

    /// <summary>The revenue in the month before a month.</summary>
    public decimal Before(int at) => at == 0 ? 0m : Amounts[at - 1];
}
