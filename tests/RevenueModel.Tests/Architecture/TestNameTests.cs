using System.Reflection;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Architecture;

/// <summary>
/// Test names state a rule in few words, and tests are in the folder that corresponds to their subject.
/// </summary>
public class TestNameTests
{
    private const int Longest = 60;

    private static readonly string[] FoldersWithoutASource =
        [
            "Api", "Architecture", "Cases", "Conventions", "Documentation", "Generators", "Helpers", "Numerics",
            "Oracles", "Packages", "Import", "Json",
        ];

    [Fact]
    public void TestNamesFitIn60Characters() =>
        Offenders.None(
            from type in typeof(TestNameTests).Assembly.GetTypes()
            from method in type.GetMethods(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where method.GetCustomAttributes<FactAttribute>(inherit: true).Any() && method.Name.Length > Longest
            select $"{type.Name}.{method.Name}: {method.Name.Length}");

    [Fact]
    public void TestFoldersMirrorTheSources()
    {
        string tests = Repository.PathOf("tests", "RevenueModel.Tests");
        Offenders.None(
            from file in Repository.FilesUnder(tests, "*.cs")
            let folder = Path.GetRelativePath(tests, Path.GetDirectoryName(file)!)
            where folder != "."
                && !FoldersWithoutASource.Contains(folder.Split('/', '\\')[0])
                && !Directory.Exists(Repository.PathOf("src", "RevenueModel", folder))
            select $"{Repository.Relative(file)}: src/RevenueModel/{folder} does not exist.");
    }
}
