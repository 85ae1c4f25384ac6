using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Retention;

namespace RevenueModel.Tests.Retention;

[Properties(Arbitrary = [typeof(RetentionArbitraries)], MaxTest = 300)]
public class RetentionOracleProperties
{
    [Property]
    public void EveryFigureEqualsTheOracle(RevenueBook book) => RetentionComparison.AssertSame(book);

    [Fact]
    public void TenThousandAccountsEqualTheOracle() => RetentionComparison.AssertSame(new RevenueBook(
        RetentionArbitraries.Many(10_000),
        new YearMonth(2027, 6),
        RevenueRules.Default,
        new RetentionOptions { GroupBy = RevenueDimension.Segment, GraceMonths = 2 }));
}
