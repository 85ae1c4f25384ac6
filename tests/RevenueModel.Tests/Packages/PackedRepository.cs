
namespace RevenueModel.Tests.Packages;

/// <summary>The packages, built in the same configuration as the tests.</summary>
public sealed class PackedRepository : IAsyncLifetime, IDisposable
{
    private readonly ScratchFolder _feed = new();

    public string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        foreach (string name in Repository.Packages)
        {
            Output += await Dotnet.BuildAsync(
                Repository.Root,
                "pack", Repository.ProjectOf(name), "--no-build", "-c", Repository.Configuration, "-o", _feed.Path);
        }
    }

    public Package Package(string name) => Packages.Package.Open(_feed.Path, name, ".nupkg");

    public Package Symbols(string name) => Packages.Package.Open(_feed.Path, name, ".snupkg");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _feed.Dispose();
}
