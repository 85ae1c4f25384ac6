using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A charge of a plan: a meter, its price, and the terms applied before and after the price.</summary>
/// <remarks>
/// <para>The order of evaluation is: metered quantity, <see cref="Conversion"/> and rounding, <see cref="Allowance"/>,
/// subtotal by <see cref="Price"/>, <see cref="UsageDiscount"/>, <see cref="AmountDiscount"/>,
/// <see cref="PercentDiscount"/>, the minimum of <see cref="Limits"/>, the maximum of <see cref="Limits"/>.</para>
/// <para>Immutable; equal by value.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Charge
{
    /// <summary>Gets the name of the charge on an invoice.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the name of the meter whose usage is billed. Default: the name of the charge. A capacity price
    /// names its own meters; a meter that is not one of them is refused.</summary>
    public string Meter { get => field ?? Name; init => field = Guard.Against.Blank(value, nameof(Meter)); }

    /// <summary>Gets the price of usage beyond the allowance.</summary>
    public required PriceModel Price { get; init => field = Guard.Against.Null(value, nameof(Price)); }

    /// <summary>Gets the conversion from metered to billed units.</summary>
    public UnitConversion Conversion { get; init; }

    /// <summary>Gets the included units.</summary>
    public Allowance Allowance { get; init; }

    /// <summary>Gets the billed units that are deducted, zero or more. They are deducted at the prices of the last
    /// units.</summary>
    public decimal UsageDiscount { get; init => field = Guard.Against.BelowZero(value, nameof(UsageDiscount)); }

    /// <summary>Gets the amount that is deducted, zero or more. The charge does not become negative.</summary>
    public decimal AmountDiscount { get; init => field = Guard.Against.BelowZero(value, nameof(AmountDiscount)); }

    /// <summary>Gets the share that is deducted, between 0 and 1.</summary>
    public decimal PercentDiscount { get; init => field = Guard.Against.NotFraction(value, nameof(PercentDiscount)); }

    /// <summary>Gets the minimum and the maximum of the charge in a whole period, or <see langword="null"/> for no
    /// limits.</summary>
    public Band<decimal>? Limits
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(Limits)) : null;
    }

    /// <summary>Returns whether both have equal terms. A meter that is omitted equals a meter with the name of the
    /// charge.</summary>
    /// <param name="other">The other charge; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(Charge? other) =>
        other is not null
        && Name == other.Name
        && Meter == other.Meter
        && Price == other.Price
        && Conversion == other.Conversion
        && Allowance == other.Allowance
        && UsageDiscount == other.UsageDiscount
        && AmountDiscount == other.AmountDiscount
        && PercentDiscount == other.PercentDiscount
        && Limits == other.Limits;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Meter, Price, Conversion, Allowance, Limits);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string text = Name + ": " + Price;
        text += Conversion != default ? ", " + Conversion : "";
        text += Allowance.Quantity > 0m ? ", " + Allowance : "";
        text += UsageDiscount > 0m ? Invariant($", {UsageDiscount:#,0.######} units off") : "";
        text += AmountDiscount > 0m ? Invariant($", {AmountDiscount:#,0.######} off") : "";
        text += PercentDiscount > 0m ? Invariant($", {PercentDiscount * 100m:0.######}% off") : "";
        return text + (Limits is { } limits
            ? (limits.Min > 0m ? Invariant($", {limits.Min:#,0.######} at least") : "")
                + (limits.Max is { } max ? Invariant($", {max:#,0.######} at most") : "")
            : "");
    }
}
