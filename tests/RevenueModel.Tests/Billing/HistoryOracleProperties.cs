using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Billing;

public class HistoryOracleProperties
{
    [Fact]
    public void BillsAreThoseOfTheFactsInExactFractions() =>
        HistoryChecks.ForAll(HistoryComparison.Differences);
}
