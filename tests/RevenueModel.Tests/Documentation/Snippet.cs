using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>A C# block as a program of its own: what a reader gets who pastes it into a new console project.</summary>
public sealed class Snippet
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // The feature lets a block be a file-based app, with its #:package lines.
    private static readonly CSharpParseOptions Language = new CSharpParseOptions(LanguageVersion.CSharp14)
        .WithFeatures([new("FileBasedProgram", "true")]);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(FindReferences);

    private readonly CSharpCompilation _compilation;

    public Snippet(FencedBlock block)
    {
        // The empty lines make an error name its line on the page.
        string text = new string('\n', block.Line) + block.Text;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, Language, block.Page);
        IsProgram = tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        _compilation = CSharpCompilation.Create(
            "Snippet",
            [tree, CSharpSyntaxTree.ParseText(ImplicitUsings, Language)],
            References.Value,
            new CSharpCompilationOptions(
                IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Gets whether the snippet has statements to run, not only declarations.</summary>
    public bool IsProgram { get; }

    /// <summary>Returns the errors and warnings of the compiler.</summary>
    public IEnumerable<string> Errors =>
        _compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString());

    /// <summary>Runs the program in the invariant culture.</summary>
    /// <returns>What it wrote to the console.</returns>
    public string Run()
    {
        using var image = new MemoryStream();
        _compilation.Emit(image);
        image.Position = 0;
        var context = new AssemblyLoadContext("Snippet", isCollectible: true);
        CultureInfo culture = CultureInfo.CurrentCulture;
        using var output = new ConsoleCapture();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            MethodInfo main = context.LoadFromStream(image).EntryPoint!;
            object?[] arguments = main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return output.Text;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            context.Unload();
        }
    }

    // The framework, the packages of this repository and what these need: not the packages of the tests.
    private static List<MetadataReference> FindReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var paths = new HashSet<string>(
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework),
            StringComparer.Ordinal);
        var open = new Stack<string>(Repository.Packages);
        while (open.TryPop(out string? name))
        {
            string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            if (File.Exists(path) && paths.Add(path))
            {
                foreach (AssemblyName needed in Assembly.Load(name).GetReferencedAssemblies())
                {
                    open.Push(needed.Name!);
                }
            }
        }

        return [.. paths.Select(path => MetadataReference.CreateFromFile(path))];
    }
}
