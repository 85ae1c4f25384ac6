using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The expansion of a base with and without the role that watches it, such as a customer-success manager with
/// a view of volume by account. Created by <see cref="ExpansionLagCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionLag
{
    internal ExpansionLag(decimal openingArr, decimal expansion, Band<decimal> lagPoints)
    {
        OpeningArr = openingArr;
        Expansion = expansion;
        LagPoints = ExpansionGuards.Points(lagPoints);
    }

    /// <summary>Gets the ARR of the base at the start.</summary>
    public decimal OpeningArr { get; }

    /// <summary>Gets the expansion over the period with the role, as a fraction of the opening ARR.</summary>
    public decimal Expansion { get; }

    /// <summary>Gets the percentage points by which expansion lags without the role.</summary>
    public Band<decimal> LagPoints { get; }

    /// <summary>Gets the expansion without the role, <c>expansion - lag</c>, from the largest lag to the smallest. It
    /// is negative where the lag exceeds the expansion: the base would then shrink.</summary>
    public Band<decimal> ExpansionWithout => Band.Between(Expansion - Lag, Expansion - (LagPoints.Min / 100m));

    /// <summary>Gets whether the largest lag exceeds the expansion that it is taken from.</summary>
    public bool IsLagAboveExpansion => Lag > Expansion;

    /// <summary>Gets the ARR at the end with the role.</summary>
    public decimal ClosingArr => OpeningArr * (1m + Expansion);

    /// <summary>Gets the ARR that is not won without the role: <c>opening ARR × lag</c>.</summary>
    public Band<decimal> ArrLost => Band.Between(OpeningArr * (LagPoints.Min / 100m), OpeningArr * Lag);

    private decimal Lag => LagPoints.Max.GetValueOrDefault() / 100m;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"expansion {Expansion * 100m:0.##}%, ")
        + Invariant($"without the role {ExpansionWithout:0.##%}: {ArrLost:#,0.##} ARR less");
}
