using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The change of ARR by driver of expansion. Created by <see cref="ExpansionDriverCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Opening ARR, volume effect and price effect sum to the closing ARR.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DriverBridge
{
    internal DriverBridge(ValueList<DriverChange> drivers) => Drivers = drivers;

    /// <summary>Gets the changes by driver, in the order given.</summary>
    public ValueList<DriverChange> Drivers { get; }

    /// <summary>Gets the ARR at the first date.</summary>
    public decimal OpeningArr => Drivers.Sum(static driver => driver.ArrBefore);

    /// <summary>Gets the change of ARR from quantities, at the prices before.</summary>
    public decimal VolumeEffect => Drivers.Sum(static driver => driver.VolumeEffect);

    /// <summary>Gets the change of ARR from prices, at the quantities after.</summary>
    public decimal PriceEffect => Drivers.Sum(static driver => driver.PriceEffect);

    /// <summary>Gets the ARR at the second date.</summary>
    public decimal ClosingArr => Drivers.Sum(static driver => driver.ArrAfter);

    /// <summary>Gets the growth of ARR as a fraction, or <see langword="null"/> from zero.</summary>
    public decimal? Growth => OpeningArr == 0m ? null : (ClosingArr / OpeningArr) - 1m;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"opening {OpeningArr:#,0.##}, ")
        + Invariant($"volume {VolumeEffect:+#,0.##;-#,0.##;0}, price {PriceEffect:+#,0.##;-#,0.##;0}, ")
        + Invariant($"closing {ClosingArr:#,0.##}");
}
