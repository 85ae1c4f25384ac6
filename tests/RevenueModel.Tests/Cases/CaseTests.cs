using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

public class CaseTests
{
    [Fact]
    public void EveryCaseHasOneTest()
    {
        IEnumerable<string> tested = typeof(CaseTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(
                method => method.GetCustomAttributes(typeof(CaseAttribute), inherit: false).Cast<CaseAttribute>())
            .Select(attribute => attribute.Id);

        Assert.Equal(TestData.CaseIds().Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }
}
