using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The attainment and the factor of a credit that is paid at the average rate of an attainment.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AverageRate
{
    /// <summary>Gets the credit of the measures that set the rate, in the unit of the measure.</summary>
    public required decimal Attained { get; init; }

    /// <summary>Gets the factor on the pay of the credit, by product or term; zero or more.</summary>
    public required decimal Factor { get; init; }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"the average rate of {Attained:#,0.##}, {Factor:0.####}x");
}
