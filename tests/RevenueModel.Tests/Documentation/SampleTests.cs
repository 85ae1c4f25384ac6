using System.Text.RegularExpressions;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>Samples are short and easy to start. The tests of the packages run them.</summary>
public partial class SampleTests
{
    private const int LongestFirstSample = 25;
    private const int MostNamespaces = 3;

    private static IEnumerable<string> First =>
        Repository.FilesUnder(Repository.PathOf("docs", "samples", "first"), "*.cs");

    [Fact]
    public void AFirstSampleHasAtMost25Lines() =>
        Offenders.None(
            from file in First
            let lines = File.ReadAllLines(file).Length
            where lines > LongestFirstSample
            select $"{Repository.Relative(file)} has {lines} lines.");

    [Fact]
    public void AFirstSampleUsesAtMostThreeRooms() =>
        Offenders.None(
            from file in First
            let usings = OwnUsing().Count(File.ReadAllText(file))
            where usings > MostNamespaces
            select $"{Repository.Relative(file)} has {usings} usings of the library.");

    // Without this property, running a single file restores the toolchain of native compilation.
    [Fact]
    public void NoSampleUsesNativeCompilation() =>
        Offenders.None(
            from file in Repository.FilesUnder(Repository.PathOf("docs", "samples"), "*.cs")
            where Path.GetFileName(Path.GetDirectoryName(file)) != "shared"
            where !File.ReadAllLines(file).Contains("#:property PublishAot=false")
            select Repository.Relative(file));

    [GeneratedRegex("^using RevenueModel", RegexOptions.Multiline)]
    private static partial Regex OwnUsing();
}
