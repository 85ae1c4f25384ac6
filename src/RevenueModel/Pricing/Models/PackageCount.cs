using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The packages in a part of a price per package.</summary>
/// <param name="Count">The number of packages.</param>
/// <param name="Size">The number of units in a package.</param>
/// <param name="FreeUnits">The units that are free before the part.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PackageCount(decimal Count, decimal Size, decimal FreeUnits)
{
    /// <summary>Returns the packages: <c>3 packages of 100</c>.</summary>
    public override string ToString() => Invariant($"{Plural.Of(Count, "package")} of {Size:#,0.######}")
        + (FreeUnits > 0m ? Invariant($", {FreeUnits:#,0.######} free before") : "");
}
