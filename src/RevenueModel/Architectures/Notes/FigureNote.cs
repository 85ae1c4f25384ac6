using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A remark on a published figure: a condition, a source, a reason, or a difference of wording.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record FigureNote
{
    /// <summary>Gets what the figure belongs to: a segment, a role, a vendor, an indicator, a review or a
    /// step.</summary>
    public required string Subject { get; init => field = Guard.Against.Blank(value, nameof(Subject)); }

    /// <summary>Gets the name of the property that carries the figure, such as <c>CoverageTarget</c>, or
    /// <see langword="null"/> if the note is on the subject as a whole.</summary>
    public string? Figure { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Figure)); }

    /// <summary>Gets what the note says about the figure. Default: a remark.</summary>
    public NoteKind Kind { get; init => field = Guard.Against.Undefined(value, nameof(Kind)); }

    /// <summary>Gets the text of the note.</summary>
    public required string Text { get; init => field = Guard.Against.Blank(value, nameof(Text)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{Subject}{(Figure is null ? "" : "." + Figure)}, {Kind}: {Text}";
}

/// <summary>The kinds of notes on a published figure.</summary>
public enum NoteKind
{
    /// <summary>A remark of no other kind. The default.</summary>
    Remark = 0,

    /// <summary>A condition under which the figure holds.</summary>
    Condition = 1,

    /// <summary>The group of which the figure is measured.</summary>
    Scope = 2,

    /// <summary>A reason for the figure.</summary>
    Reason = 3,

    /// <summary>The survey, analyst or vendor that the figure is from.</summary>
    Source = 4,

    /// <summary>Another wording of the same figure in the document.</summary>
    Wording = 5,

    /// <summary>A reading of the library of what the document leaves open.</summary>
    Reading = 6,

    /// <summary>A rank among other figures or subjects.</summary>
    Rank = 7,

    /// <summary>A quantity that is measured or tracked.</summary>
    Measure = 8,

    /// <summary>An example, such as a product or a company.</summary>
    Example = 9,

    /// <summary>An effect of the subject.</summary>
    Effect = 10,

    /// <summary>The figure is approximate; the text is the figure as printed.</summary>
    Approximate = 11,

    /// <summary>The sections of the document that print the figure, where the citation of the record names
    /// others.</summary>
    Placement = 12,
}
