using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The derivation of the billed quantity of a charge from metered usage: mean, unit conversion,
/// allowance.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record UsageMeasure
{
    /// <summary>Gets the metered quantity of the period itself.</summary>
    public required decimal Metered { get; init; }

    /// <summary>Gets the number of periods whose mean is billed. Default: one, which means no smoothing.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>Gets the mean over <see cref="Periods"/>, in metered units.</summary>
    public required decimal Mean { get; init; }

    /// <summary>Gets the conversion from metered to billed units.</summary>
    public UnitConversion Conversion { get; init; }

    /// <summary>Gets the quantity in billed units, before the allowance.</summary>
    public required decimal Converted { get; init; }

    /// <summary>Gets the part of the quantity that the allowance covers.</summary>
    public required decimal Included { get; init; }

    /// <summary>Gets the units that the allowance could cover: those of the period and those carried into
    /// it.</summary>
    public required decimal Entitled { get; init; }

    /// <summary>Gets the units of <see cref="Entitled"/> that were carried from the previous period or
    /// price.</summary>
    public required decimal Carried { get; init; }

    /// <summary>Returns the arithmetic: <c>171,234 metered, per 1,000 = 171.234 units, 50 of them included (allowance
    /// 50)</c>. Empty if the billed quantity is the metered one.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        if (Periods > 1)
        {
            parts.Add(Invariant($"{Metered:#,0.######} used, mean of {Periods} periods = {Mean:#,0.######}"));
        }

        if (Conversion != default)
        {
            parts.Add(Invariant($"{Mean:#,0.######} metered, {Conversion} = {Converted:#,0.######}"));
        }

        if (Entitled > 0m || Included > 0m)
        {
            string carried = Carried > 0m ? Invariant($", {Carried:#,0.######} of it carried over") : "";
            string units = parts.Count == 0 ? Invariant($"{Converted:#,0.######}") : parts[^1];
            parts = [.. parts.SkipLast(1), units + " units"];
            parts.Add(Invariant($"{Included:#,0.######} of them included (allowance {Entitled:#,0.######}{carried})"));
        }

        return string.Join(", ", parts);
    }
}
