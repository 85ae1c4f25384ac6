using System.Reflection;

namespace RevenueModel.Tests.Packages;

/// <summary>The working copy that these tests were built from, and what stands in it.</summary>
public static class Repository
{
    /// <summary>The folder of the solution, without a separator at its end.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that the tests were built in.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The names of the packages: a folder of <c>src</c> with a project of the same name.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        .. Directory.GetDirectories(PathOf("src"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => File.Exists(ProjectOf(name)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The names of the packages as the rows of a theory.</summary>
    public static TheoryData<string> EachPackage => [.. Packages];

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path as a message shows it: from the folder of the solution, with slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static string ProjectOf(string package) => PathOf("src", package, package + ".csproj");

    /// <summary>The text of the README that a package shows: its own, or that of the repository.</summary>
    public static string ReadmeOf(string package)
    {
        string own = PathOf("src", package, "README.md");
        return File.ReadAllText(File.Exists(own) ? own : PathOf("README.md"));
    }

    /// <summary>The sources of a package, without what the build writes.</summary>
    public static IEnumerable<string> SourcesOf(string package) => FilesUnder(PathOf("src", package), "*.cs");

    /// <summary>The files below a folder, without what the build writes and what is hidden.</summary>
    public static IEnumerable<string> FilesUnder(string folder, string pattern)
    {
        IEnumerable<string> deeper = Directory.GetDirectories(folder)
            .Where(sub => Path.GetFileName(sub) is not ("bin" or "obj") and not ['.', ..])
            .SelectMany(sub => FilesUnder(sub, pattern));
        return Directory.GetFiles(folder, pattern).Concat(deeper);
    }

    // A copy of the folder can contain tests that were built elsewhere: the folder above the assembly is tried before
    // the folder of the build.
    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RevenueModel.sln")))
            {
                return folder.FullName;
            }
        }

        string built = Path.TrimEndingDirectorySeparator(Metadata("RepositoryRoot"));
        return File.Exists(Path.Combine(built, "RevenueModel.sln"))
            ? built
            : throw new InvalidOperationException(
                $"No RevenueModel.sln above {AppContext.BaseDirectory} nor in {built}; these tests need the sources.");
    }

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
