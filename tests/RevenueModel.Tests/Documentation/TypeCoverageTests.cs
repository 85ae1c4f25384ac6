using System.Text.RegularExpressions;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>Each public type appears on a page below docs; a type that no page needs is internal.</summary>
public partial class TypeCoverageTests
{
    public static TheoryData<string> EachPackage => Repository.EachPackage;

    [Theory, MemberData(nameof(EachPackage))]
    public void EveryPublicTypeAppearsInADocsPage(string package)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (string page in Repository.FilesUnder(Repository.PathOf("docs"), "*.md"))
        {
            IEnumerable<string> code = Code().Matches(File.ReadAllText(page)).Select(match => match.Value);
            words.UnionWith(code.SelectMany(text => Word().Matches(text)).Select(match => match.Value));
        }

        Offenders.None(
            from type in System.Reflection.Assembly.Load(package).GetExportedTypes()
            where !type.FullName!.Contains('<', StringComparison.Ordinal) && !type.IsNested
            let name = type.Name.Split('`')[0]
            where !words.Contains(name)
            orderby type.FullName
            select type.FullName);
    }

    // Only names in code format count: a word of the prose can equal a type name by chance.
    [GeneratedRegex("```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
