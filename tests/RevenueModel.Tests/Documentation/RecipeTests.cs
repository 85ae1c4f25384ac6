using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// Each recipe is a short page with a question, one program and its output. <see cref="CodeBlockTests"/> runs the
/// programs and compares the output.
/// </summary>
public class RecipeTests
{
    private const string Index = "docs/recipes/README.md";
    private const int MinLines = 20;
    private const int MaxLines = 60;
    private const int MaxColumns = 119;

    private static IEnumerable<MarkdownPage> Recipes =>
        MarkdownPage.All.Where(page => page.Path.StartsWith("docs/recipes/", StringComparison.Ordinal) && page.Path != Index);

    [Fact]
    public void TheIndexListsEachRecipeOnceByItsTitle()
    {
        string[] index = File.ReadAllLines(Repository.PathOf(Index));
        string[] expected = [.. Recipes.Select(recipe => $"- [{Title(recipe)}]({Path.GetFileName(recipe.Path)})")];
        Assert.NotEmpty(expected);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            index.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheTitleIsAQuestion() =>
        Offenders.None(
            from recipe in Recipes
            where !Title(recipe).EndsWith('?')
            select $"{recipe.Path}: {Title(recipe)}");

    [Fact]
    public void ARecipeHasOneProgramFollowedByItsOutput() =>
        Offenders.None(
            from recipe in Recipes
            where recipe.Blocks is not
            [
                { IsCSharp: true, Options: [] },
                { Language: "text", FollowsPrevious: true, Text.Length: > 0 },
            ]
            select recipe.Path);

    [Fact]
    public void ARecipeHas20To60LinesOfAtMost119Characters() =>
        Offenders.None(
            from recipe in Recipes
            let lines = File.ReadAllLines(Repository.PathOf(recipe.Path))
            let widest = lines.Max(line => line.Length)
            where lines.Length is < MinLines or > MaxLines || widest > MaxColumns
            select $"{recipe.Path}: {lines.Length} lines, the widest with {widest} characters");

    // That the page exists is tested for all links.
    [Fact]
    public void ARecipeEndsWithALinkToThePageOfItsRoom() =>
        Offenders.None(
            from recipe in Recipes
            let lines = File.ReadAllLines(Repository.PathOf(recipe.Path)).Length
            where !recipe.Links.Any(link => link.Line == lines && link.Target.StartsWith("../", StringComparison.Ordinal))
            select recipe.Path);

    private static string Title(MarkdownPage page) => File.ReadLines(Repository.PathOf(page.Path)).First().TrimStart('#', ' ');
}
