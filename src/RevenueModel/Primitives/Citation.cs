using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>Where a published figure stands: the document and the section in it.</summary>
public sealed record Citation
{
    /// <summary>Creates a citation.</summary>
    /// <param name="document">The title of the document.</param>
    /// <param name="section">The section or sections, as the document numbers them.</param>
    /// <exception cref="ArgumentException">Either is empty.</exception>
    public Citation(string document, string section)
    {
        Document = Guard.Against.Blank(document);
        Section = Guard.Against.Blank(section);
    }

    /// <summary>The title of the document.</summary>
    public string Document { get; }

    /// <summary>The section or sections, as the document numbers them.</summary>
    public string Section { get; }

    /// <summary>The citation in words.</summary>
    public override string ToString() => Document + ", section " + Section;
}
