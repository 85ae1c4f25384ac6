using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RevenueModel.Tests.Packaging;

namespace RevenueModel.Tests.Architecture;

/// <summary>What only the sources show: folders, and names that leave no trace in the assembly.</summary>
public class SourceTests
{
    private static readonly string CoreFolder = Repository.PathOf("src", "RevenueModel");

    public static TheoryData<string> EachPackage => Repository.EachPackage;

    [Fact]
    public void EveryFolderOfTheCoreIsARoom() =>
        Offenders.None(Repository.SourcesOf("RevenueModel")
            .Select(file => Path.GetRelativePath(CoreFolder, Path.GetDirectoryName(file)!).Split('/', '\\')[0])
            .Distinct()
            .Except([.. Rooms.InOrder, "."]));

    [Theory, MemberData(nameof(EachPackage))]
    public void NamespaceIsTheFolder(string package)
    {
        List<string> strangers = [];
        foreach (string file in Repository.SourcesOf(package))
        {
            string folder = Path.GetRelativePath(Repository.PathOf("src"), Path.GetDirectoryName(file)!);
            string expected = folder.Replace(Path.DirectorySeparatorChar, '.');
            strangers.AddRange(Parse(file).DescendantNodes()
                .OfType<BaseNamespaceDeclarationSyntax>()
                .Select(declaration => declaration.Name.ToString())
                .Where(name => name != expected)
                .Select(name => $"{Repository.Relative(file)} is in namespace {name}; {expected} is its folder."));
        }

        Offenders.None(strangers);
    }

    // A constant or a nameof of a later room is gone from the assembly; the using directive is still there.
    [Fact]
    public void NoSourceImportsALaterRoom()
    {
        List<string> imports = [];
        foreach (string file in Repository.SourcesOf("RevenueModel"))
        {
            CompilationUnitSyntax source = Parse(file);
            int own = source.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
                .Select(declaration => Rooms.PlaceOf(declaration.Name.ToString()))
                .FirstOrDefault(-1);
            imports.AddRange(source.DescendantNodes().OfType<UsingDirectiveSyntax>()
                .Select(directive => directive.NamespaceOrType.ToString())
                .Where(name => Rooms.PlaceOf(name) > own)
                .Select(name => $"{Repository.Relative(file)} imports {name}, a later room."));
        }

        Offenders.None(imports);
    }

    private static CompilationUnitSyntax Parse(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot();
}
