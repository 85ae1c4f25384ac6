using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Billing;

namespace RevenueModel.Tests.Billing;

[Properties(Arbitrary = [typeof(InvoiceArbitraries)])]
public class InvoiceOracleProperties
{
    [Property(MaxTest = 300)]
    public Property EachLineEqualsTheOracleInExactFractions(InvoiceBook book)
    {
        string[] differences = [.. InvoiceComparison.Differences(book)];
        return (differences.Length == 0).Label(string.Join('\n', differences));
    }
}
