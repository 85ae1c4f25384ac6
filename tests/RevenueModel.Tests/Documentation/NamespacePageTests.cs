using System.Reflection;
using System.Text.RegularExpressions;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// Each public namespace has a page below <c>docs/namespaces</c> that the API reference shows at its head.
/// </summary>
public partial class NamespacePageTests
{
    private const int FewestTypes = 3;
    private const int MostTypes = 7;

    private static readonly string Folder = Repository.PathOf("docs", "namespaces");

    private static readonly IReadOnlyList<Type> Types =
        [.. Repository.Packages.SelectMany(package => Assembly.Load(package).GetExportedTypes())];

    private static IEnumerable<string> Namespaces => Types.Select(type => type.Namespace!).Distinct();

    private static IEnumerable<string> Pages =>
        Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file));

    [Fact]
    public void EachPublicNamespaceHasAPage() => Offenders.None(Namespaces.Except(Pages));

    [Fact]
    public void EachPageIsOfAPublicNamespace() => Offenders.None(Pages.Except(Namespaces));

    // The front matter attaches the page to its namespace, and the text to the summary.
    [Fact]
    public void EachPageNamesItsNamespaceAndSummary() =>
        Offenders.None(
            from name in Pages
            where !TextOf(name).StartsWith($"---\nuid: {name}\nsummary: *content\n---\n\n", StringComparison.Ordinal)
            select name);

    [Fact]
    public void EachNamedTypeExists() =>
        Offenders.None(
            from name in Pages
            from uid in LinksOf(name)
            where !Types.Any(type => type.FullName == uid)
            select $"{name}.md names {uid}, which does not exist.");

    [Fact]
    public void EachPageNamesThreeToSevenTypesOfItsNamespace() =>
        Offenders.None(
            from name in Pages
            let count = LinksOf(name).Count(uid => Types.Any(type => type.FullName == uid && type.Namespace == name))
            where count is < FewestTypes or > MostTypes
            select $"{name}.md names {count} types.");

    // A name in code is a type, or a member of a type that the packages have.
    [Fact]
    public void EachNameInCodeExists()
    {
        HashSet<string> names =
        [
            .. Types.Select(type => type.Name.Split('`')[0]),
            .. Types.SelectMany(type => type.GetMembers()).Select(member => member.Name),
        ];
        Offenders.None(
            from name in Pages
            from Match code in Identifier().Matches(TextOf(name))
            from part in code.Groups["name"].Value.Split('.')
            where !names.Contains(part)
            select $"{name}.md: {code.Value}");
    }

    private static string TextOf(string name) =>
        File.ReadAllText(Path.Combine(Folder, name + ".md")).ReplaceLineEndings("\n");

    private static IEnumerable<string> LinksOf(string name) =>
        Link().Matches(TextOf(name)).Select(match => match.Groups["uid"].Value).Distinct();

    [GeneratedRegex(@"<xref:(?<uid>[^>]+)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*(\.[A-Z]\w*)*)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Identifier();
}
