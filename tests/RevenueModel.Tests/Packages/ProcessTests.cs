
namespace RevenueModel.Tests.Packages;

/// <summary>The tests that start processes: one after the other, beside all others.</summary>
[CollectionDefinition(Name)]
public static class ProcessTests
{
    public const string Name = "Processes";
}
