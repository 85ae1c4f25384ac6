
namespace RevenueModel.Tests.Packages;

/// <summary>The tests that start processes. They run one after the other, in parallel with all other tests.</summary>
[CollectionDefinition(Name)]
public static class ProcessTests
{
    public const string Name = "Processes";
}
