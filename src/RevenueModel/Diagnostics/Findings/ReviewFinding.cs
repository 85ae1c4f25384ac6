using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A weakness of a revenue architecture or of its data: what it is, the figures that show it, what it costs
/// per year, and the remedy.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ReviewFinding
{
    /// <summary>Gets the id of the rule that has found it.</summary>
    public required string Rule { get; init => field = Guard.Against.Blank(value, nameof(Rule)); }

    /// <summary>Gets the title.</summary>
    public required string Title { get; init => field = Guard.Against.Blank(value, nameof(Title)); }

    /// <summary>Gets the part that it concerns, such as a segment, a plan or a role.</summary>
    public required string Subject { get; init => field = Guard.Against.Blank(value, nameof(Subject)); }

    /// <summary>Gets the severity.</summary>
    public required ReviewSeverity Severity
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(Severity));
    }

    /// <summary>Gets the figures that show it, zero or more.</summary>
    public ValueList<ReviewFigure> Evidence
    {
        get;
        init
        {
            foreach (ReviewFigure figure in value)
            {
                Guard.Against.Null(figure, nameof(Evidence));
            }

            field = value;
        }
    }

    /// <summary>Gets the costs per year, by the money from which they are taken; at most one for each pool. Empty if
    /// no cost can be computed.</summary>
    public ValueList<CostClaim> Costs
    {
        get;
        init
        {
            CostTotals.RequireValid(value, nameof(Costs));
            field = value;
        }
    }

    /// <summary>Gets the reason for which no cost is computed, or <see langword="null"/>.</summary>
    public string? NoCostReason { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(NoCostReason)); }

    /// <summary>Gets what to do.</summary>
    public required string Remedy { get; init => field = Guard.Against.Blank(value, nameof(Remedy)); }

    /// <summary>Gets the document and section that describe the failure, or <see langword="null"/> if none
    /// does.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Gets the cost per year, at the low and at the high end, or <see langword="null"/> if none is
    /// computed.</summary>
    public Band<decimal>? CostPerYear => CostTotals.Sum(Costs);

    /// <summary>Returns the finding as text.</summary>
    /// <returns>The title, the evidence, the arithmetic of the cost, the remedy and the source, a line each.</returns>
    public string ToText() => ReviewText.Of(this);

    /// <summary>Returns the finding as Markdown. Characters with a meaning in Markdown or HTML are escaped.</summary>
    /// <returns>A heading and a list.</returns>
    public string ToMarkdown() => ReviewMarkdown.Of(this);

    /// <summary>Returns the severity, the title, the subject and the cost.</summary>
    public override string ToString() => $"{Severity}: {Title}, {Subject}"
        + (CostPerYear is { } cost ? $", {FigureText.Of(cost, FigureUnit.Money)} a year" : "");
}

/// <summary>The severity of a finding.</summary>
public enum ReviewSeverity
{
    /// <summary>A figure is missing, or figures disagree.</summary>
    Note = 0,

    /// <summary>The design works against its purpose.</summary>
    Warning = 1,

    /// <summary>A published failure of revenue architectures.</summary>
    Serious = 2,
}
