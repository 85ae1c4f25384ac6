using System.Text.RegularExpressions;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>A page of the documentation: its fenced blocks, its links and its headings.</summary>
public sealed partial class MarkdownPage
{
    private readonly List<FencedBlock> _blocks = [];
    private readonly List<(int Line, string Text)> _prose = [];

    private MarkdownPage(string path, string[] lines)
    {
        Path = path;
        Read(lines);
    }

    /// <summary>
    /// README and its neighbors, the READMEs of the packages, the policies, and every page below <c>docs</c>.
    /// </summary>
    public static IEnumerable<MarkdownPage> All =>
        Directory.GetFiles(Repository.Root, "*.md")
            .Concat(new[] { "docs", "src", ".github" }
                .Select(folder => Repository.PathOf(folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Repository.FilesUnder(folder, "*.md")))
            .Select(file => Open(Repository.Relative(file)));

    /// <summary>The path from the folder of the solution, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<FencedBlock> Blocks => _blocks;

    /// <summary>The targets of the links, each with the line that it stands in, counted from one.</summary>
    public IEnumerable<(int Line, string Target)> Links =>
        from prose in _prose
        from match in Link().Matches(InlineCode().Replace(prose.Text, ""))
        select (prose.Line, match.Groups["target"].Value);

    /// <summary>The anchors of the headings, as GitHub makes them.</summary>
    public IEnumerable<string> Anchors =>
        from prose in _prose
        let heading = Heading().Match(prose.Text)
        where heading.Success
        select NotInAnchor().Replace(heading.Groups["text"].Value.ToLowerInvariant(), "").Replace(' ', '-');

    public static MarkdownPage Open(string path) => new(path, File.ReadAllLines(Repository.PathOf(path)));

    /// <summary>Reads a page that is not a file of the repository.</summary>
    public static MarkdownPage Of(string path, string text) => new(path, text.ReplaceLineEndings("\n").Split('\n'));

    private void Read(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            Match opening = Fence().Match(lines[i]);
            if (!opening.Success)
            {
                _prose.Add((i + 1, lines[i]));
                continue;
            }

            int start = i + 1;
            string fence = opening.Groups["fence"].Value;
            do
            {
                i++;
            }
            while (i < lines.Length && !Closes(lines[i].Trim(), fence));

            int indent = opening.Groups["indent"].Length;
            string[] words = opening.Groups["info"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int previousEnd = _blocks is [.., var previous] ? previous.EndLine : 0;
            _blocks.Add(new FencedBlock
            {
                Page = Path,
                Line = start,
                EndLine = i + 1,
                Language = words.FirstOrDefault("").ToLowerInvariant(),
                Options = [.. words.Skip(1)],
                Text = string.Join('\n', lines[start..Math.Min(i, lines.Length)].Select(line => Dedent(line, indent))),
                FollowsPrevious = previousEnd > 0 && lines[previousEnd..(start - 1)].All(string.IsNullOrWhiteSpace),
            });
        }
    }

    private static bool Closes(string line, string fence) =>
        line.StartsWith(fence, StringComparison.Ordinal) && line.Trim(fence[0]).Length == 0;

    private static string Dedent(string line, int indent) =>
        line[Math.Min(indent, line.Length - line.TrimStart(' ').Length)..];

    [GeneratedRegex(@"^(?<indent> *)(?<fence>`{3,}|~{3,})(?<info>[^`]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    // [text](target "title"), ![text](target) and [name]: target
    [GeneratedRegex(
        @"\]\(\s*<?(?<target>[^)\s>]+)>?(\s+""[^""]*"")?\s*\)|^\s*\[[^\]]+\]:\s*<?(?<target>[^\s>]+)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.*?)\s*#*\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}_ -]")]
    private static partial Regex NotInAnchor();
}
