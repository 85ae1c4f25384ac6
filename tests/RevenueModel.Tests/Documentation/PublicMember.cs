using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RevenueModel.Tests.Documentation;

/// <summary>A public type or member of a package with its documentation comment, as the sources declare it.</summary>
internal sealed class PublicMember
{
    private readonly XElement[] _elements;

    public PublicMember(ISymbol symbol, IEnumerable<XElement> elements, bool throws)
    {
        Symbol = symbol;
        Throws = throws;
        _elements = [.. elements];
    }

    public ISymbol Symbol { get; }

    /// <summary>Whether the code of the member refuses an argument or throws in another way.</summary>
    public bool Throws { get; }

    public string Namespace => Symbol.ContainingNamespace.ToDisplayString();

    /// <summary>The type that declares the member, or the type itself.</summary>
    public string TypeName => (Symbol as INamedTypeSymbol ?? Symbol.ContainingType).Name;

    /// <summary>The parameters of a method, an indexer, a delegate or a primary constructor.</summary>
    public IReadOnlyList<IParameterSymbol> Parameters => Symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
        INamedTypeSymbol type => PrimaryConstructor(type)?.Parameters ?? [],
        _ => [],
    };

    public IReadOnlyList<ITypeParameterSymbol> TypeParameters => Symbol switch
    {
        IMethodSymbol method => method.TypeParameters,
        INamedTypeSymbol type => type.TypeParameters,
        _ => [],
    };

    /// <summary>Whether the member is a method in the narrow sense: no constructor, operator or conversion.</summary>
    public bool IsMethod => Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary };

    public bool ReturnsAValue => Symbol is IMethodSymbol
    {
        ReturnsVoid: false,
        MethodKind: MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion,
    };

    public bool Has(string element) => All(element).Any();

    /// <summary>The elements of a kind that are not empty.</summary>
    public IEnumerable<XElement> All(string element) =>
        _elements.Where(found =>
            found.Name.LocalName == element && (found.HasElements || found.Value.Trim().Length > 0));

    /// <summary>The text of a parameter, or null if the comment does not name it.</summary>
    public string? TextOf(IParameterSymbol parameter) =>
        All("param").FirstOrDefault(found => found.Attribute("name")?.Value == parameter.Name) is { } element
            ? TextIn(element)
            : null;

    public bool Describes(ITypeParameterSymbol parameter) =>
        All("typeparam").Any(found => found.Attribute("name")?.Value == parameter.Name);

    /// <summary>Returns the text of an element, with the names that it refers to.</summary>
    public static string TextIn(XElement element) =>
        string.Concat(element.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement reference => string.Concat(reference.Attributes().Select(attribute => " " + attribute.Value)),
            _ => "",
        }));

    public override string ToString()
    {
        FileLinePositionSpan place = Symbol.Locations[0].GetLineSpan();
        string line = (place.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
        string name = Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        return $"{Path.GetFileName(place.Path)}({line}): {name}";
    }

    private static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(constructor =>
            constructor.DeclaredAccessibility == Accessibility.Public
            && constructor.DeclaringSyntaxReferences.Any(declared => declared.GetSyntax() is TypeDeclarationSyntax));
}
