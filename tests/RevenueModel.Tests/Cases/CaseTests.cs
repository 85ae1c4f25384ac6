namespace RevenueModel.Tests.Cases;

public class CaseTests
{
    [Theory]
    [InlineData("forecast")]
    [InlineData("compensation")]
    public void EveryCaseHasATest(string area)
    {
        HashSet<string> ids = [.. TestData.CaseIds(area)];
        IEnumerable<string> tested = TestedIds().Where(ids.Contains);

        Assert.Equal(ids.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryTestOfACaseHasTheCase() =>
        Assert.Empty(TestedIds().Except([.. TestData.CaseIds("forecast"), .. TestData.CaseIds("compensation")]));

    // In whichever class they stand.
    private static IEnumerable<string> TestedIds() => typeof(CaseTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttributes(typeof(CaseAttribute), false).Cast<CaseAttribute>())
        .Select(attribute => attribute.Id);
}
