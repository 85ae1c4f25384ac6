using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>What a plan bills for: a meter, its price, and what stands around the price.</summary>
/// <remarks>
/// <para>Evaluated in this order: metered quantity, <see cref="Conversion"/> and rounding, <see cref="Allowance"/>, subtotal
/// by <see cref="Price"/>, <see cref="UsageDiscount"/>, <see cref="AmountDiscount"/>, <see cref="PercentDiscount"/>, the
/// lower end of <see cref="Limits"/>, the upper end.</para>
/// <para>Immutable; equal by value.</para>
/// </remarks>
public sealed record Charge
{
    /// <summary>The name that stands on an invoice.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>The meter whose usage is billed; of the same name as the charge unless said. A capacity price names its
    /// meters itself; another than those is refused.</summary>
    public string Meter { get => field ?? Name; init => field = Guard.Against.Blank(value, nameof(Meter)); }

    /// <summary>The price of what is used beyond the allowance.</summary>
    public required PriceModel Price { get; init => field = Guard.Against.Null(value, nameof(Price)); }

    /// <summary>From the metered to the billed unit.</summary>
    public UnitConversion Conversion { get; init; }

    /// <summary>The units that are included.</summary>
    public Allowance Allowance { get; init; }

    /// <summary>Billed units that are taken off, zero or more, at the prices that the last units have.</summary>
    public decimal UsageDiscount { get; init => field = Guard.Against.BelowZero(value, nameof(UsageDiscount)); }

    /// <summary>An amount that is taken off, zero or more; not below zero.</summary>
    public decimal AmountDiscount { get; init => field = Guard.Against.BelowZero(value, nameof(AmountDiscount)); }

    /// <summary>A share that is taken off, a fraction.</summary>
    public decimal PercentDiscount { get; init => field = Guard.Against.NotFraction(value, nameof(PercentDiscount)); }

    /// <summary>The least and the most that the charge comes to in a whole period, or <see langword="null"/> for no
    /// limits.</summary>
    public Band<decimal>? Limits
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(Limits)) : null;
    }

    /// <summary>Whether both have equal terms; a meter of the charge's name is the same said or not.</summary>
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

    /// <summary>The charge in words.</summary>
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
