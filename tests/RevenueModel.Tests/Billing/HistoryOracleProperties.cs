using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Billing;

public class HistoryOracleProperties
{
    [Fact]
    public void BillsEqualTheOracleInExactFractions() =>
        HistoryChecks.ForAll(HistoryComparison.Differences);
}
