
namespace RevenueModel.Tests.Packages;

/// <summary>A home folder with a package cache of its own, in which the setup of the page has been run on a copy of
/// the sources.</summary>
public sealed class GettingStartedMachine : IAsyncLifetime, IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private Dictionary<string, string> _environment = [];

    public async Task InitializeAsync()
    {
        string home = _scratch.PathOf("home");
        string cache = _scratch.PathOf("packages");
        CopySettings(home);
        LinkPackages(cache);

        // The analyzers have read these sources in the build of the tests.
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = home,
            ["DOTNET_CLI_HOME"] = home,
            ["NUGET_PACKAGES"] = cache,
            ["RunAnalyzers"] = "false",
        };

        string clone = _scratch.PathOf("clone");
        Clone.CopySources(clone);

        // A user who follows the page has the source in the copied settings already.
        string script = "dotnet nuget remove source revenuemodel > /dev/null 2>&1 || true\n"
            + GettingStartedPage.ScriptOf(GettingStartedPage.SetupHeading);
        await Dotnet.ShellAsync(clone, script, _environment);
    }

    /// <summary>Runs a script in a new, empty folder.</summary>
    /// <returns>The output.</returns>
    public async Task<string> RunAsync(string script)
    {
        string folder = _scratch.PathOf(Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        return await Dotnet.ShellAsync(folder, script, _environment);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scratch.Dispose();

    // The sources from which this machine gets all other packages.
    private static void CopySettings(string home)
    {
        string settings = Path.Combine(".nuget", "NuGet", "NuGet.Config");
        string existing = Path.Combine(UserHome, settings);
        string copy = Path.Combine(home, settings);
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        if (File.Exists(existing))
        {
            File.Copy(existing, copy);
        }
    }

    // All packages but those of this repository: an older build of the same version may be in the cache.
    private static void LinkPackages(string cache)
    {
        Directory.CreateDirectory(cache);
        string existing = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(UserHome, ".nuget", "packages");
        foreach (string package in Directory.Exists(existing) ? Directory.GetDirectories(existing) : [])
        {
            string name = Path.GetFileName(package);
            if (!name.StartsWith("revenuemodel", StringComparison.OrdinalIgnoreCase))
            {
                Directory.CreateSymbolicLink(Path.Combine(cache, name), package);
            }
        }
    }

    private static string UserHome => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
