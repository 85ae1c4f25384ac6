using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Architectures;

/// <summary>The published value of a product for its customers.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CustomerValueFigures
{
    /// <summary>Gets the payback, the improvements and the ARR of the modules.</summary>
    public required ModuleRoiBenchmark Roi { get; init => field = Guard.Against.Null(value, nameof(Roi)); }

    /// <summary>Gets the customers that the figures are for.</summary>
    public string? Customers { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Customers)); }

    /// <summary>Gets the module that reduces downtime.</summary>
    public string? DowntimeReductionBy
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(DowntimeReductionBy));
    }

    /// <summary>Gets the module that improves yield.</summary>
    public string? YieldImprovementBy
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(YieldImprovementBy));
    }

    /// <summary>Gets the savings per year, as published; no number is printed.</summary>
    public string? AnnualSavings { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(AnnualSavings)); }

    /// <summary>Gets the plant at which they are reached.</summary>
    public string? SavingsAt { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(SavingsAt)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{Customers}: {Roi}";
}
