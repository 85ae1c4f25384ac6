using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Architecture;

/// <summary>Rules about folders, namespaces and names that are visible only in the sources.</summary>
public class SourceTests
{
    private static readonly Lazy<CoreSources> Core = new(() => new CoreSources());

    public static TheoryData<string> EachCompanion =>
        [.. Repository.Packages.Where(package => package != "RevenueModel")];

    [Fact]
    public void EveryFolderOfTheCoreIsARoom() =>
        Offenders.None(
            Core.Value.Folders.Select(folder => folder.Split('/')[0]).Distinct().Except([.. Rooms.InOrder, "."]));

    [Fact]
    public void NamespaceIsTheRoom() =>
        Offenders.None(
            from source in Core.Value.Sources
            where source.Folder != "."
            from name in NamespacesOf(source.Root)
            where name != Rooms.NamespaceOfFolder(source.Folder)
            select $"{source.File} is in namespace {name}; {Rooms.NamespaceOfFolder(source.Folder)} is expected.");

    [Theory, MemberData(nameof(EachCompanion))]
    public void NamespaceOfACompanionIsThePackage(string package) =>
        Offenders.None(
            from file in Repository.SourcesOf(package)
            from name in NamespacesOf(CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot())
            where name != package
            select $"{Repository.Relative(file)} is in namespace {name}; {package} is expected.");

    // The compiler inlines a constant or a nameof of a later room, so that the assembly does not show the use; the
    // using directive does.
    [Fact]
    public void NoSourceImportsALaterRoom() =>
        Offenders.None(
            from source in Core.Value.Sources
            let own = NamespacesOf(source.Root).Select(Rooms.PlaceOf).FirstOrDefault(-1)
            from directive in source.Root.DescendantNodes().OfType<UsingDirectiveSyntax>()
            let name = directive.NamespaceOrType.ToString()
            where Rooms.PlaceOf(name) > own
            select $"{source.File} imports {name}, a later room.");

    [Fact]
    public void SubFoldersOfARoomHaveNoCycles()
    {
        List<string> cycles = [];
        foreach (IGrouping<string, FolderUse> room in Core.Value.FolderUses().GroupBy(use => use.Room))
        {
            var uses = room.ToLookup(use => use.From, use => use.To);
            foreach (FolderUse use in room)
            {
                if (Reaches(uses, use.To, use.From, []))
                {
                    cycles.Add(
                        $"{room.Key}: {use.From} uses {use.To} ({use.Example}), which leads back to {use.From}.");
                }
            }
        }

        Offenders.None(cycles);
    }

    [Fact]
    public void EnginesAreInternal() =>
        Offenders.None(
            from source in Core.Value.Sources
                .Concat(CoreSources.ReadAll("RevenueModel.Import")).Concat(CoreSources.ReadAll("RevenueModel.Json"))
            where source.Folder.Split('/').Contains("Engine")
            from declaration in source.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            where declaration.Modifiers.Any(SyntaxKind.PublicKeyword)
                && declaration.Parent is BaseNamespaceDeclarationSyntax
            select $"{source.File}: {declaration.Identifier} is public.");

    private static bool Reaches(ILookup<string, string> uses, string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && uses[from].Any(next => Reaches(uses, next, to, seen)));

    private static IEnumerable<string> NamespacesOf(CompilationUnitSyntax source) =>
        source.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .Select(declaration => declaration.Name.ToString());
}
