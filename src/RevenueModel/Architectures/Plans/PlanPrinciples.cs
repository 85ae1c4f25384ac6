using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The principles of the compensation plans of an architecture.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PlanPrinciples
{
    /// <summary>Gets the segments whose plans are kept apart, as the document names them.</summary>
    public ValueList<string> SeparateSegments { get; init; }

    /// <summary>Gets the parts of a plan that are kept apart.</summary>
    public ValueList<string> SeparateParts { get; init; }

    /// <summary>Gets what account executives are paid on.</summary>
    public ValueList<string> PaidOn { get; init; }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"separate {string.Join(", ", SeparateParts)} for {string.Join(", ", SeparateSegments)}; "
            + $"account executives are paid on {string.Join(", ", PaidOn)}";
}
