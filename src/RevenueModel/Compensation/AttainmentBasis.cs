using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The measures whose attainment sets the rate of a <see cref="PayComponent"/>, such as bookings that set the
/// rate paid on revenue.</summary>
/// <remarks>Immutable; equal by value. The attainment is the sum of the credits of all measures divided by the
/// target.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AttainmentBasis
{
    /// <summary>Gets the measures: at least one, all of them flows in the same unit.</summary>
    public required ValueList<CompMeasure> Measures { get; init => field = RequireFlows(value); }

    /// <summary>Gets the quota of their sum.</summary>
    public required PayTarget Target { get; init => field = Guard.Against.Null(value, nameof(Target)); }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        string.Join(" and ", Measures.Select(static measure => measure.Name)) + " to " + Target;

    private static ValueList<CompMeasure> RequireFlows(ValueList<CompMeasure> measures)
    {
        bool areFlows = !measures.IsEmpty
            && measures.All(measure => measure is { Kind: MeasureKind.Flow } && measure.Unit == measures[0].Unit);
        return areFlows
            ? measures
            : throw DomainGuards.OutOfRange(
                nameof(Measures), measures, "at least one measure, all of them flows in one unit,");
    }
}
