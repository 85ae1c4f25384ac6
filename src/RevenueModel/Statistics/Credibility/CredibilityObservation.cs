using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The value of a group in one period, with its exposure: an NRR of 1.12 on 4,000,000 of opening
/// ARR.</summary>
/// <remarks>Immutable; equal by value. The default value has no exposure and does not count.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CredibilityObservation
{
    /// <summary>Creates an observation.</summary>
    /// <param name="value">The value of the period, a finite number of any sign: a rate, a ratio or a mean.</param>
    /// <param name="exposure">The weight of the value, a finite number of zero or more: trials, accounts or
    /// opening ARR. An observation with zero exposure does not count.</param>
    /// <exception cref="ArgumentException">A number is outside its range, NaN or infinite.</exception>
    public CredibilityObservation(double value, double exposure)
    {
        Value = double.IsFinite(value)
            ? value
            : throw DomainGuards.OutOfRange(nameof(value), value, "a finite number");
        Exposure = exposure >= 0 && double.IsFinite(exposure)
            ? exposure
            : throw DomainGuards.OutOfRange(nameof(exposure), exposure, "a finite number, zero or more,");
    }

    /// <summary>Gets the value of the period.</summary>
    public double Value { get; }

    /// <summary>Gets the weight of the value, zero or more.</summary>
    public double Exposure { get; }

    /// <summary>Returns the value and its exposure.</summary>
    public override string ToString() => Invariant($"{Value:0.####} at exposure {Exposure:#,0.##}");
}
