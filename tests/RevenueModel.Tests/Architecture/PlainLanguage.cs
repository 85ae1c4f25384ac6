using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RevenueModel.Tests.Documentation;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Architecture;

/// <summary>The wording rules: phrases to avoid and US spelling.</summary>
internal static partial class PlainLanguage
{
    /// <summary>The first column that a line must not reach.</summary>
    public const int LineLimit = 120;

    private static readonly string[] Tics =
    [
        "asked for",
        "asked of",
        "asks for",
        "befall",
        "begun unit",
        "comes about",
        "comes to nothing",
        "does not speak",
        "empty where nobody",
        "give or take",
        "gives the column away",
        "goes before",
        "is no fraction",
        "is told for",
        "it speaks of",
        "neither judged",
        "no bill of today",
        "nobody asks",
        "nothing will ever",
        "of one's own",
        "one of nothing",
        "quotients left",
        "quotients leave",
        "save that",
        "somebody wants",
        "speaks of",
        "stands around",
        "stands twice",
        "unless said",
        "what holds",
        "where there are none",
        "where there is none",
        "where there is one",
        "who else; what",
        "by whatever way",
    ];

    /// <summary>Returns the phrases to avoid and the words in UK spelling of a text.</summary>
    public static IEnumerable<string> FaultsOf(string text)
    {
        foreach (string tic in Tics)
        {
            if (text.Contains(tic, StringComparison.OrdinalIgnoreCase))
            {
                yield return tic;
            }
        }

        foreach (Match match in InWords().Matches(text))
        {
            yield return match.Value;
        }

        foreach (Match match in UkSpelling().Matches(text))
        {
            yield return match.Value;
        }
    }

    /// <summary>Returns the comments and string literals of a C# source with their line numbers.</summary>
    /// <remarks>Consecutive comment lines are one text: a phrase can be broken over two lines.</remarks>
    public static IEnumerable<(int Line, string Text)> TextsOfSource(string file)
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

    /// <summary>Returns the paragraphs and code blocks of a page with their line numbers.</summary>
    public static IEnumerable<(int Line, string Text)> TextsOfPage(string path)
    {
        string[] lines = File.ReadAllLines(Repository.PathOf(path));
        for (int i = 0; i < lines.Length; i++)
        {
            int first = i;
            var words = new List<string>();
            while (i < lines.Length && !string.IsNullOrWhiteSpace(lines[i]))
            {
                words.Add(lines[i].Trim());
                i++;
            }

            if (words.Count > 0)
            {
                yield return (first + 1, string.Join(' ', words));
            }
        }
    }

    /// <summary>Returns the lines of prose and code on a page that are too long. Tables, lone links and the output of
    /// programs are exempt.</summary>
    public static IEnumerable<(int Line, int Length)> LongLinesOfPage(string path)
    {
        FencedBlock[] outputs =
            [.. MarkdownPage.Open(path).Blocks.Where(block => block.Language is "text" or "json" or "console")];
        return
            from line in File.ReadLines(Repository.PathOf(path)).Index()
            let number = line.Index + 1
            where line.Item.Length >= LineLimit && !line.Item.TrimStart().StartsWith('|') && !LoneLink().IsMatch(line.Item)
            where !Array.Exists(outputs, block => number > block.Line && number < block.EndLine)
            select (number, line.Item.Length);
    }

    [GeneratedRegex(@"\b(shown|given|said|stated|printed|told|explained|description) in words\b", Options)]
    private static partial Regex InWords();

    [GeneratedRegex(
        @"\b(behaviou|colou|neighbou|favou|honou|labou|rumou|endeavou)rs?\w*\b"
            + @"|\b(cancel|model|label|travel|signal|channel|total)l(ed|ing|er|ers)\b"
            + @"|\b(organ|recogn|summar|normal|optim|initial|serial|priorit|categor|util|minim|maxim|annual|capital|"
            + @"synchron|author|amort|finali|special|general|material|custom|penal|real)is(e|es|ed|ing|ation|ations)\b"
            + @"|\b(analys(e|ed|ing)|catalogues?|centres?|licences?|defence|judgement|programmes?|whilst|amongst|"
            + @"learnt|spelt|fulfil|enrol|grey|cheques?|storey|tonnes?|artefacts?)\b",
        Options)]
    private static partial Regex UkSpelling();

    [GeneratedRegex(@"^\s*(\[[^\]]+\]:|[-*] \[[^\]]+\]\()\s*\S+$", RegexOptions.ExplicitCapture)]
    private static partial Regex LoneLink();

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
