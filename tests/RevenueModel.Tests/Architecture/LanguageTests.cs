using System.Text.RegularExpressions;
using RevenueModel.Tests.Documentation;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Architecture;

/// <summary>Rules about the language of sources, tests, samples and pages: line length, first words, wording.</summary>
public partial class LanguageTests
{
    private static readonly string[] Folders =
    [
        .. Repository.Packages.Select(package => $"src/{package}"), "tests", "benchmarks", "docs/samples",
    ];

    // These files name the phrases to avoid.
    private static readonly string[] Rules = ["PlainLanguage.cs", "LanguageTests.cs"];

    public static TheoryData<string> EachFolder => [.. Folders];

    public static TheoryData<string> EachPage => [.. MarkdownPage.All.Select(page => page.Path)];

    [Theory, MemberData(nameof(EachFolder))]
    public void LinesEndBeforeColumn120(string folder) =>
        Offenders.None(
            from file in SourcesOf(folder)
            from line in File.ReadLines(file).Index()
            where line.Item.Length >= PlainLanguage.LineLimit
            select $"{Repository.Relative(file)}({line.Index + 1}): {line.Item.Length} characters");

    [Theory, MemberData(nameof(EachPage))]
    public void LinesOfAPageEndBeforeColumn120(string page) =>
        Offenders.None(
            from line in PlainLanguage.LongLinesOfPage(page)
            select $"{page}({line.Line}): {line.Length} characters");

    [Theory, MemberData(nameof(EachFolder))]
    public void SummariesStartWithAVerbOrANoun(string folder) =>
        Offenders.None(
            from file in SourcesOf(folder)
            from Match match in QuestionWord().Matches(File.ReadAllText(file))
            select $"{Place(file, match.Index)}: a summary starts with \"{match.Groups["word"].Value}\"");

    [Theory, MemberData(nameof(EachFolder))]
    public void CommentsAndTextsAreInPlainUsEnglish(string folder) =>
        Offenders.None(
            from file in SourcesOf(folder)
            from text in PlainLanguage.TextsOfSource(file)
            from fault in PlainLanguage.FaultsOf(text.Text)
            select $"{Repository.Relative(file)}({text.Line}): \"{fault}\"");

    [Theory, MemberData(nameof(EachPage))]
    public void PagesAreInPlainUsEnglish(string page) =>
        Offenders.None(
            from text in PlainLanguage.TextsOfPage(page)
            from fault in PlainLanguage.FaultsOf(text.Text)
            select $"{page}({text.Line}): \"{fault}\"");

    [Theory]
    [InlineData("The default is one, unless said.", "unless said")]
    [InlineData("The colour is grey.", "colour")]
    [InlineData("A cancelled order.", "cancelled")]
    [InlineData("The amount is given in words.", "given in words")]
    public void FaultsAreFound(string text, string fault) => Assert.Contains(fault, PlainLanguage.FaultsOf(text));

    [Fact]
    public void APlainSentenceHasNoFault() =>
        Assert.Empty(PlainLanguage.FaultsOf("Returns the amount due for a quantity. Default: one. The color is gray."));

    private static IEnumerable<string> SourcesOf(string folder) =>
        Repository.FilesUnder(Repository.PathOf(folder.Split('/')), "*.cs")
            .Where(file => !Rules.Contains(Path.GetFileName(file)));

    private static string Place(string file, int index) =>
        $"{Repository.Relative(file)}({File.ReadAllText(file).AsSpan(0, index).Count('\n') + 1})";

    [GeneratedRegex(@"<summary>[\s/]*(?<word>What|How|Whether|That)\b", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionWord();
}
