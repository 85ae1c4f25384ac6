using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Splits the growth of ARR by driver into volume and price.</summary>
public static class ExpansionDriverCalculator
{
    /// <summary>Returns the change of ARR by driver.</summary>
    /// <param name="changes">The quantity and the ARR per unit of each driver at two dates, each driver once. For a
    /// module the quantity is the number of accounts with it.</param>
    /// <returns>The lines and their sums.</returns>
    /// <exception cref="ArgumentException">A driver is null or occurs twice, or a figure exceeds the range of a
    /// decimal; the message names the driver.</exception>
    /// <remarks>
    /// For each driver <c>volume = (q₁ - q₀) × p₀</c> and <c>price = q₁ × (p₁ - p₀)</c>, which sum to
    /// the change.
    /// </remarks>
    /// <example><code>
    /// DriverBridge bridge = ExpansionDriverCalculator.Measure(
    /// [
    ///     new DriverChange
    ///     {
    ///         Driver = "connected-asset count",
    ///         QuantityBefore = 1_000m,
    ///         QuantityAfter = 1_300m,
    ///         ArrPerUnitBefore = 200m,
    ///         ArrPerUnitAfter = 190m,
    ///     },
    /// ]);
    /// Console.WriteLine(bridge); // opening 200,000, volume +60,000, price -13,000, closing 247,000
    /// </code></example>
    public static DriverBridge Measure(ReadOnlySpan<DriverChange> changes)
    {
        ValueList<DriverChange> drivers = DomainGuards.RequireDistinct(
            ValueList.Create(changes), static change => change.Driver, nameof(changes), "driver");
        decimal opening = 0m;
        decimal closing = 0m;
        decimal volume = 0m;
        decimal price = 0m;
        foreach (DriverChange driver in drivers)
        {
            try
            {
                opening += driver.ArrBefore;
                closing += driver.ArrAfter;
                volume += driver.VolumeEffect;
                price += driver.PriceEffect;
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    $"The ARR of driver \"{driver.Driver}\", or the sum up to it,", nameof(changes), overflow);
            }
        }

        return new DriverBridge(drivers);
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{DriverChange})"/>
    public static DriverBridge Measure(IEnumerable<DriverChange> changes) => Measure(changes.AsItems());
}
