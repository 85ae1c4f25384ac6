using System.Text;
using System.Text.RegularExpressions;
using RevenueModel.Tests.Documentation;

namespace RevenueModel.Tests.Packages;

/// <summary>The sections of <c>docs/getting-started.md</c> as scripts: files to write, commands to run, output to
/// expect.</summary>
public static partial class GettingStartedPage
{
    /// <summary>The heading of the section that packs the library and adds the package source.</summary>
    public const string SetupHeading = "Until the package is published";

    private const string Page = "docs/getting-started.md";
    private const string Marker = "--- commands end ---";

    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf(Page));

    /// <summary>Gets the headings of the sections with commands to run, without the setup.</summary>
    public static IEnumerable<string> Headings => Commands().Select(HeadingOf).Distinct().Where(it => it != SetupHeading);

    /// <summary>Returns the script of a section: its files and its commands, in order.</summary>
    public static string ScriptOf(string heading)
    {
        var script = new StringBuilder();
        foreach (FencedBlock block in BlocksOf(heading))
        {
            if (IsCommands(block))
            {
                script.Append(block.Text).Append("\necho '").Append(Marker).Append("'\n");
            }
            else if (FileOf(block) is { } file)
            {
                script.Append("cat > '").Append(file).Append("' <<'END OF FILE'\n").Append(block.Text)
                    .Append("\nEND OF FILE\n");
            }
        }

        return script.ToString();
    }

    /// <summary>Returns the differences between what a section shows and what its commands printed.</summary>
    /// <param name="heading">The heading of the section.</param>
    /// <param name="output">The output of the script of the section.</param>
    public static IEnumerable<string> Differences(string heading, string output)
    {
        string[] printed = output.ReplaceLineEndings("\n").Split(Marker);
        int commands = 0;
        foreach (FencedBlock block in BlocksOf(heading))
        {
            if (IsCommands(block))
            {
                commands++;
            }
            else if (block.Language == "text")
            {
                string last = commands == 0 ? "" : printed[commands - 1].Trim();
                if (!$"\n{last}".EndsWith("\n" + block.Text.TrimEnd(), StringComparison.Ordinal))
                {
                    yield return $"{block} is not what the commands print at the end:\n{last}";
                }
            }
        }
    }

    /// <summary>Returns the number of outputs that a section shows.</summary>
    public static int OutputsOf(string heading) => BlocksOf(heading).Count(block => block.Language == "text");

    private static IEnumerable<FencedBlock> Commands() => MarkdownPage.Open(Page).Blocks.Where(IsCommands);

    private static IEnumerable<FencedBlock> BlocksOf(string heading) =>
        MarkdownPage.Open(Page).Blocks.Where(block => HeadingOf(block) == heading);

    private static bool IsCommands(FencedBlock block) => block is { Language: "sh", Options: [] };

    private static string HeadingOf(FencedBlock block) =>
        Lines.Take(block.Line).Last(line => line.StartsWith("## ", StringComparison.Ordinal))["## ".Length..];

    private static string? FileOf(FencedBlock block)
    {
        Match file = WriteTo().Match(Lines.Take(block.Line - 1).Last(line => line.Length > 0));
        return file.Success ? file.Groups["file"].Value : null;
    }

    [GeneratedRegex("Write this to `(?<file>[^`]+)`:$", RegexOptions.ExplicitCapture)]
    private static partial Regex WriteTo();
}
