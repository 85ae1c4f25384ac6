using System.Reflection;
using System.Text;
using PublicApiGenerator;
using RevenueModel.Tests.Packaging;

namespace RevenueModel.Tests.Api;

/// <summary>The public API is what stands in the approved files, so that a change of it is seen in review.</summary>
public class PublicApiTests
{
    private const int LinesShown = 20;

    public static TheoryData<string> EachPackage => Repository.EachPackage;

    [Theory, MemberData(nameof(EachPackage))]
    public void PublicApiIsTheApprovedOne(string package)
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
        // Attributes of the assembly carry the commit, which is no part of the API.
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        return Assembly.Load(package).GeneratePublicApi(options).ReplaceLineEndings("\n").TrimEnd() + "\n";
    }

    /// <summary>What is left of both once the lines that start and end them alike are gone.</summary>
    private static string Difference(ReadOnlySpan<string> approved, ReadOnlySpan<string> received)
    {
        int same = approved.CommonPrefixLength(received);
        var text = new StringBuilder();
        for (int i = same - 1; i >= 0; i--)
        {
            if (approved[i].Contains(" class ", StringComparison.Ordinal)
                || approved[i].Contains(" struct ", StringComparison.Ordinal)
                || approved[i].Contains(" enum ", StringComparison.Ordinal)
                || approved[i].Contains(" interface ", StringComparison.Ordinal))
            {
                text.Append("  ").Append(approved[i]).Append('\n');
                break;
            }
        }

        approved = approved[same..];
        received = received[same..];
        while (!approved.IsEmpty && !received.IsEmpty && approved[^1] == received[^1])
        {
            approved = approved[..^1];
            received = received[..^1];
        }

        Show(text, "- ", approved);
        Show(text, "+ ", received);
        return text.ToString();
    }

    private static void Show(StringBuilder text, string sign, ReadOnlySpan<string> lines)
    {
        foreach (string line in lines[..Math.Min(LinesShown, lines.Length)])
        {
            text.Append(sign).Append(line).Append('\n');
        }

        if (lines.Length > LinesShown)
        {
            text.Append(sign).Append("... and ").Append(lines.Length - LinesShown).Append(" lines more\n");
        }
    }
}
