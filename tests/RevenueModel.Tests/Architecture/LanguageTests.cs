using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Architecture;

/// <summary>Rules about the language of the sources: comments, documentation and messages.</summary>
public partial class LanguageTests
{
    private const int LineLimit = 120;

    // A folder below src is added here when its language is plain.
    private static readonly string[] Folders =
    [
        "RevenueModel/Architectures",
        "RevenueModel/Billing",
        "RevenueModel/Compensation",
        "RevenueModel/Forecasting",
        "RevenueModel/Packaging",
        "RevenueModel/Pipeline",
        "RevenueModel/Pricing",
        "RevenueModel/Primitives",
        "RevenueModel/Segments",
        "RevenueModel/Statistics",
        "RevenueModel.Import",
        "RevenueModel.Json",
    ];

    private static readonly string[] Tics =
    [
        "unless said",
        "stands twice",
        "is no fraction",
        "in words",
        "save that",
        "give or take",
        "of one's own",
        "befall",
        "where there is none",
        "where there is one",
        "where there are none",
        "asked of",
        "asked for",
        "asks for",
        "begun unit",
        "neither judged",
        "nobody asks",
        "somebody wants",
        "speaks of",
        "does not speak",
        "goes before",
        "what holds",
        "comes about",
        "comes to nothing",
        "is told for",
    ];

    public static TheoryData<string> EachFolder => [.. Folders];

    [Theory, MemberData(nameof(EachFolder))]
    public void LinesEndBeforeColumn120(string folder) =>
        Offenders.None(
            from file in FilesOf(folder)
            from line in File.ReadLines(file).Index()
            where line.Item.Length >= LineLimit
            select $"{Repository.Relative(file)}({line.Index + 1}): {line.Item.Length} characters");

    [Theory, MemberData(nameof(EachFolder))]
    public void SummariesStartWithAVerbOrANoun(string folder) =>
        Offenders.None(
            from file in FilesOf(folder)
            from Match match in QuestionWord().Matches(File.ReadAllText(file))
            select $"{Place(file, match.Index)}: a summary starts with \"{match.Groups["word"].Value}\"");

    [Theory, MemberData(nameof(EachFolder))]
    public void CommentsAndTextsHaveNoTics(string folder) =>
        Offenders.None(
            from file in FilesOf(folder)
            from text in TextsOf(file)
            from tic in Tics
            where text.Text.Contains(tic, StringComparison.OrdinalIgnoreCase)
            select $"{Repository.Relative(file)}({text.Line}): \"{tic}\"");

    private static IEnumerable<string> FilesOf(string folder) =>
        Repository.FilesUnder(Repository.PathOf(["src", .. folder.Split('/')]), "*.cs");

    private static string Place(string file, int index) =>
        $"{Repository.Relative(file)}({File.ReadAllText(file).AsSpan(0, index).Count('\n') + 1})";

    // A tic may be broken over two lines of a comment: a block of comment lines is read as one text.
    private static IEnumerable<(int Line, string Text)> TextsOf(string file)
    {
        string[] lines = File.ReadAllLines(file);
        for (int i = 0; i < lines.Length; i++)
        {
            int first = i;
            var words = new List<string>();
            while (i < lines.Length && lines[i].TrimStart() is ['/', '/', .. var text])
            {
                words.Add(text.TrimStart('/', ' '));
                i++;
            }

            if (words.Count > 0)
            {
                yield return (first + 1, string.Join(' ', words));
            }
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Preview));
        foreach (SyntaxToken token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
            {
                yield return (token.GetLocation().GetLineSpan().StartLinePosition.Line + 1, token.ValueText);
            }
        }

        foreach (SyntaxTrivia trivia in tree.GetRoot().DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            {
                yield return (trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1, trivia.ToString());
            }
        }
    }

    [GeneratedRegex(@"<summary>[\s/]*(?<word>What|How|Whether|That)\b", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionWord();
}
