using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Architecture;

/// <summary>A source file of a package, parsed.</summary>
/// <param name="File">The path as a message shows it.</param>
/// <param name="Folder">The folder relative to the package, with slashes; "." for the package itself.</param>
/// <param name="Tree">The syntax tree.</param>
internal sealed record SourceFile(string File, string Folder, SyntaxTree Tree)
{
    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Tree.GetRoot();
}

/// <summary>A use of one sub-folder of a room by another.</summary>
internal sealed record FolderUse(string Room, string From, string To, string Example);

/// <summary>The sources of the core package, compiled, so that a name leads to the file that declares it.</summary>
internal sealed class CoreSources
{
    public IReadOnlyList<SourceFile> Sources { get; } = [.. ReadAll("RevenueModel")];

    public IEnumerable<string> Folders => Sources.Select(source => source.Folder).Distinct();

    public static IEnumerable<SourceFile> ReadAll(string package)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        foreach (string file in Repository.SourcesOf(package))
        {
            string folder = Path.GetRelativePath(Repository.PathOf("src", package), Path.GetDirectoryName(file)!)
                .Replace('\\', '/');
            yield return new SourceFile(
                Repository.Relative(file), folder, CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file));
        }
    }

    /// <summary>
    /// Returns which sub-folder of a room uses which other, each pair once. Files of the room itself are excluded:
    /// they join records and engines.
    /// </summary>
    public IEnumerable<FolderUse> FolderUses()
    {
        string references = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        const string globalUsings =
            "global using System; global using System.Collections.Generic; global using System.Linq;"
            + "global using System.Threading; global using static System.FormattableString;";
        var compilation = CSharpCompilation.Create(
            "core",
            [
                .. Sources.Select(source => source.Tree),
                CSharpSyntaxTree.ParseText(globalUsings, new CSharpParseOptions(LanguageVersion.Preview)),
            ],
            references.Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path) != "RevenueModel.dll")
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

        Dictionary<SyntaxTree, SourceFile> files = Sources.ToDictionary(source => source.Tree);
        HashSet<(string, string, string)> found = [];
        foreach (SourceFile source in Sources)
        {
            (string room, string own) = Place(source.Folder);
            SemanticModel model = compilation.GetSemanticModel(source.Tree);
            foreach (SimpleNameSyntax name in source.Root.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                foreach (SyntaxReference declared in TypeOf(model.GetSymbolInfo(
                    name).Symbol)?.DeclaringSyntaxReferences ?? [])
                {
                    if (files.TryGetValue(declared.SyntaxTree, out SourceFile? target)
                        && Place(target.Folder) is var (otherRoom, other)
                        && otherRoom == room && other != own && own.Length > 0 && other.Length > 0
                        && found.Add((room, own, other)))
                    {
                        yield return new FolderUse(room, own, other, $"{source.File}: {name}");
                    }
                }
            }
        }
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) => symbol as INamedTypeSymbol ?? symbol?.ContainingType;

    /// <summary>Returns the room (or inner namespace) and the first folder below it.</summary>
    private static (string Room, string Folder) Place(string folder)
    {
        string inner = Rooms.InnerNamespaces.FirstOrDefault(
            name => folder == name || folder.StartsWith(name + "/", StringComparison.Ordinal), folder.Split('/')[0]);
        string[] below = folder[inner.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (inner, below.FirstOrDefault(""));
    }
}
