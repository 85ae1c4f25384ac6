using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

public class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run docs/samples/quickstart.cs")]
    [InlineData("dotnet test")]
    public void ReadmeHasTheFirstCommands(string command) =>
        Assert.Contains(
            command,
            File.ReadAllLines(Repository.PathOf("README.md")).Select(line => line.Split('#')[0].Trim()));
}
