using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The change of a driver between two dates: its quantity and the ARR per unit at both.</summary>
/// <remarks>
/// Immutable; equal by value. The volume effect and the price effect sum to the change of ARR exactly. The effect of
/// both together belongs to the price effect, the usual convention.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DriverChange
{
    /// <summary>Gets the name of the driver.</summary>
    public required string Driver { get; init => field = Guard.Against.Blank(value, nameof(Driver)); }

    /// <summary>Gets the quantity at the first date, zero or more.</summary>
    public required decimal QuantityBefore
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(QuantityBefore));
    }

    /// <summary>Gets the quantity at the second date, zero or more.</summary>
    public required decimal QuantityAfter
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(QuantityAfter));
    }

    /// <summary>Gets the ARR per unit at the first date, zero or more.</summary>
    public required decimal ArrPerUnitBefore
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(ArrPerUnitBefore));
    }

    /// <summary>Gets the ARR per unit at the second date, zero or more.</summary>
    public required decimal ArrPerUnitAfter
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(ArrPerUnitAfter));
    }

    /// <summary>Gets the ARR of the driver at the first date: <c>quantity × ARR per unit</c>.</summary>
    public decimal ArrBefore => QuantityBefore * ArrPerUnitBefore;

    /// <summary>Gets the ARR of the driver at the second date: <c>quantity × ARR per unit</c>.</summary>
    public decimal ArrAfter => QuantityAfter * ArrPerUnitAfter;

    /// <summary>Gets the change of ARR from the quantity, at the price before:
    /// <c>(quantity after - before) × ARR per unit before</c>.</summary>
    public decimal VolumeEffect => (QuantityAfter - QuantityBefore) * ArrPerUnitBefore;

    /// <summary>Gets the change of ARR from the price, at the quantity after:
    /// <c>quantity after × (ARR per unit after - before)</c>.</summary>
    public decimal PriceEffect => QuantityAfter * (ArrPerUnitAfter - ArrPerUnitBefore);

    /// <summary>Gets the growth of the quantity as a fraction, or <see langword="null"/> from zero.</summary>
    public decimal? QuantityGrowth => QuantityBefore == 0m ? null : (QuantityAfter / QuantityBefore) - 1m;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Driver}: {QuantityBefore:#,0.##} to {QuantityAfter:#,0.##}, ")
        + Invariant($"ARR {ArrBefore:#,0.##} to {ArrAfter:#,0.##} ")
        + Invariant($"(volume {VolumeEffect:+#,0.##;-#,0.##;0}, price {PriceEffect:+#,0.##;-#,0.##;0})");
}
