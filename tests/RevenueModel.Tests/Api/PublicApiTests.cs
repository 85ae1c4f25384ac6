using System.Reflection;
using PublicApiGenerator;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Api;

/// <summary>The public API is equal to the approved files, so that each change of it appears in review.</summary>
public class PublicApiTests
{
    private const int LinesShown = 30;

    public static TheoryData<string> EachPackage => Repository.EachPackage;

    [Theory, MemberData(nameof(EachPackage))]
    public void PublicApiEqualsTheApprovedFiles(string package)
    {
        string approvedPath = Repository.PathOf("tests", "RevenueModel.Tests", "Api", package + ".approved.txt");
        string receivedPath = approvedPath.Replace(".approved.", ".received.", StringComparison.Ordinal);
        string received = ApiOf(package);
        if (Environment.GetEnvironmentVariable("APPROVE_API") == "1")
        {
            File.WriteAllText(approvedPath, received);
        }

        string approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        if (received == approved)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail(
            $"""
            The public API of {package} is not the approved one:

            {Difference(approved.Split('\n'), received.Split('\n'))}
            To approve it: cp "{receivedPath}" "{approvedPath}"
            or, for all packages: APPROVE_API=1 dotnet test --filter {nameof(PublicApiTests)}
            """);
    }

    private static string ApiOf(string package)
    {
        // Attributes of the assembly contain the commit, which is not part of the API.
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        return Assembly.Load(package).GeneratePublicApi(options).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    private static string Difference(IReadOnlyList<string> approved, IReadOnlyList<string> received)
    {
        List<string> before = [.. WithTheirType(approved)];
        List<string> after = [.. WithTheirType(received)];
        List<string> changes =
        [
            .. before.Except(after).Select(line => "- " + line),
            .. after.Except(before).Select(line => "+ " + line),
        ];
        if (changes.Count == 0)
        {
            return "(the same lines in another order)\n";
        }

        string more = changes.Count > LinesShown ? $"... and {changes.Count - LinesShown} more\n" : "";
        return string.Concat(changes.Take(LinesShown).Select(line => line + "\n")) + more;
    }

    /// <summary>Prefixes each declaration with the one that contains it, so that a line identifies its type.</summary>
    private static IEnumerable<string> WithTheirType(IReadOnlyList<string> lines)
    {
        const int indent = 4;
        var outer = new Dictionary<int, string>();
        foreach (string line in lines)
        {
            string text = line.Trim();
            if (text is not ("" or "{" or "}"))
            {
                int depth = (line.Length - line.TrimStart().Length) / indent;
                outer[depth] = text.Split(" : ")[0];
                yield return depth == 0 ? text : $"{outer[depth - 1]}: {text}";
            }
        }
    }
}
