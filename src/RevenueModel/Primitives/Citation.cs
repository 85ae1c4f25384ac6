using System.Text.Json.Serialization;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>The document and section of a published figure.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Citation
{
    /// <summary>Creates a citation.</summary>
    /// <param name="document">The title of the document; not blank.</param>
    /// <param name="section">The section or sections, as the document numbers them; not blank.</param>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    public Citation(string document, string section)
    {
        Document = Guard.Against.Blank(document);
        Section = Guard.Against.Blank(section);
    }

    /// <summary>Gets the title of the document.</summary>
    public string Document { get; }

    /// <summary>Gets the section or sections, as the document numbers them.</summary>
    public string Section { get; }

    /// <summary>Returns the document and the section.</summary>
    public override string ToString() => Document + ", section " + Section;
}
