using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>
/// The public types and members of all packages with their documentation comments, read from the sources.
/// Overrides and members that the compiler generates are excluded; <c>inheritdoc</c> is resolved.
/// </summary>
internal sealed class PublicSurface
{
    private const int MostInheritances = 4;
    private const string Framework = "Documented by the framework.";

    private const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using static System.FormattableString;
        """;

    private static readonly Lazy<PublicSurface> Shared = new(() => new PublicSurface());

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<ISymbol, bool> _throws = new(SymbolEqualityComparer.Default);

    private PublicSurface()
    {
        CSharpParseOptions options =
            new CSharpParseOptions(LanguageVersion.Preview).WithDocumentationMode(DocumentationMode.Diagnose);
        string references = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        _compilation = CSharpCompilation.Create(
            "packages",
            Repository.Packages
                .SelectMany(Repository.SourcesOf)
                .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
                .Append(CSharpSyntaxTree.ParseText(GlobalUsings, options)),
            references.Split(Path.PathSeparator)
                .Where(path => !Repository.Packages.Contains(Path.GetFileNameWithoutExtension(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        Members = [.. TypesIn(_compilation.Assembly.GlobalNamespace).SelectMany(MembersOf).Select(Read)];
    }

    /// <summary>All public types and members, read once for all tests.</summary>
    public static IReadOnlyList<PublicMember> All => Shared.Value.Members;

    private IReadOnlyList<PublicMember> Members { get; }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member switch
            {
                INamespaceSymbol => TypesIn(member),
                INamedTypeSymbol type when IsPublic(type) => TypesIn(type).Prepend(type),
                _ => [],
            });

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        // An extension block is a container: its members are documented, the block is not.
        IEnumerable<ISymbol> members = type.GetMembers().Where(IsWrittenByHand);
        return type.IsExtension ? members : members.Prepend(type);
    }

    private static bool IsWrittenByHand(ISymbol member) =>
        member is not INamedTypeSymbol
        && IsPublic(member)
        && !member.IsImplicitlyDeclared
        && !member.IsOverride
        && member is not IMethodSymbol { AssociatedSymbol: not null }
        && !member.DeclaringSyntaxReferences.Any(static declared =>
            declared.GetSyntax() is TypeDeclarationSyntax or ParameterSyntax);

    private static bool IsPublic(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected
            or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || IsPublic(symbol.ContainingType));

    private PublicMember Read(ISymbol symbol) =>
        new(symbol, ElementsOf(symbol, MostInheritances), Throws(symbol, isCaller: true));

    private IEnumerable<XElement> ElementsOf(ISymbol symbol, int depth)
    {
        string xml = symbol.GetDocumentationCommentXml() is { Length: > 0 } text ? text : "<member/>";
        List<XElement> own = [.. XElement.Parse(xml, LoadOptions.PreserveWhitespace).Elements()];
        XElement? inherit = own.Find(element => element.Name.LocalName == "inheritdoc");
        ISymbol? source = inherit is null || depth == 0
            ? null
            : inherit.Attribute("cref")?.Value is { } cref
                ? DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, _compilation)
                : Inherited(symbol);
        if (source is null)
        {
            return own;
        }

        return source.DeclaringSyntaxReferences.Length == 0
            ? own.Concat(FrameworkElements(symbol))
            : own.Concat(ElementsOf(source, depth - 1).Where(static element => element.Name.LocalName != "example"));
    }

    // A comment that comes from the framework is complete; its text is not in the sources.
    private static IEnumerable<XElement> FrameworkElements(ISymbol symbol) =>
    [
        new XElement("summary", Framework),
        new XElement("returns", Framework),
        .. symbol is IMethodSymbol method
            ? method.Parameters.Select(static parameter =>
                new XElement("param", new XAttribute("name", parameter.Name), Framework))
            : [],
    ];

    private static ISymbol? Inherited(ISymbol symbol) =>
        symbol is INamedTypeSymbol type
            ? type.BaseType
            : symbol.ContainingType.AllInterfaces
                .SelectMany(contract => contract.GetMembers(symbol.Name))
                .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(
                    symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    /// <summary>
    /// Returns whether the code of a member has a guard or a throw, or calls code of the packages that is not public
    /// and has one. A public method that it calls documents its own exceptions; which of them can occur here is not
    /// decidable.
    /// </summary>
    private bool Throws(ISymbol symbol, bool isCaller)
    {
        symbol = symbol.OriginalDefinition;
        if (symbol is INamedTypeSymbol || (!isCaller && IsPublic(symbol)))
        {
            return false;
        }

        if (_throws.TryGetValue(symbol, out bool known))
        {
            return known;
        }

        _throws[symbol] = false; // a recursive call adds nothing
        return _throws[symbol] = symbol.DeclaringSyntaxReferences.Any(declared => CodeThrows(declared.GetSyntax()));
    }

    private bool CodeThrows(SyntaxNode code)
    {
        SemanticModel? model = null;
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            switch (node)
            {
                case ThrowExpressionSyntax { Expression: var thrown } when !IsUnreachable(thrown):
                case ThrowStatementSyntax { Expression: var rethrown } when !IsUnreachable(rethrown):
                    return true;
                case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Guard" } }:
                    return true;
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax:
                    model ??= _compilation.GetSemanticModel(code.SyntaxTree);
                    if (model.GetSymbolInfo(node).Symbol is { } called && Throws(called, isCaller: false))
                    {
                        return true;
                    }

                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private static bool IsUnreachable(ExpressionSyntax? thrown) =>
        thrown is ObjectCreationExpressionSyntax { Type: var type }
        && type.ToString().EndsWith("UnreachableException", StringComparison.Ordinal);
}
