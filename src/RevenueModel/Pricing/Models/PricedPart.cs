using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The part of the amount due for a quantity that one tier contributes.</summary>
/// <remarks>Immutable; equal by value. Text is created on access.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PricedPart
{
    /// <summary>Gets the rule by which the amount follows from the quantity.</summary>
    public PricedPartKind Kind { get; init; }

    /// <summary>Gets the quantity where the tier starts, or <see langword="null"/> if the price has no
    /// tiers.</summary>
    public decimal? From { get; init; }

    /// <summary>Gets the last quantity in the tier, or <see langword="null"/> if the tier is open or the price has no
    /// tiers.</summary>
    public decimal? To { get; init; }

    /// <summary>Gets the quantity that the price was applied to.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Gets the price of a unit, or of a package; <see langword="null"/> if only a fee is due.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>Gets the flat fee of the tier that is part of the amount.</summary>
    public decimal FlatFee { get; init; }

    /// <summary>Gets the packages, of a price per package; <see langword="null"/> otherwise.</summary>
    public PackageCount? Packages { get; init; }

    /// <summary>Gets the amount, not rounded.</summary>
    public decimal Amount { get; init; }

    /// <summary>Gets the range of the tier, such as <c>0 to 1,000</c> or <c>over 1,000</c>; <see langword="null"/> if
    /// the price has no tiers.</summary>
    public string? Tier => (From, To) switch
    {
        ({ } from, { } to) => Invariant($"{from:#,0.######} to {to:#,0.######}"),
        ({ } from, null) => Invariant($"over {from:#,0.######}"),
        _ => null,
    };

    /// <summary>Gets the arithmetic, such as <c>100,000 x 0.00375 = 375</c>.</summary>
    public string Explanation
    {
        get
        {
            if (Kind == PricedPartKind.BuyUp)
            {
                return "buying up: limited to the amount at the start of a higher tier";
            }

            string free = Packages is { FreeUnits: > 0m and var unit } ? Invariant($"{unit:#,0.######} free, ") : "";
            string flat = FlatFee > 0m ? Invariant($"{FlatFee:#,0.######} flat") : "";
            string price = Kind == PricedPartKind.Share
                ? Invariant($"{UnitPrice * 100m:0.############}%")
                : Invariant($"{UnitPrice:0.############}");
            string quantity = Packages is { } packages
                ? Invariant($"{Quantity:#,0.######} in {Plural.Of(packages.Count, "package")} ")
                    + Invariant($"of {packages.Size:#,0.######} x {price}")
                : UnitPrice is null ? "" : Invariant($"{Quantity:#,0.######} x {price}");
            string plus = quantity.Length > 0 && flat.Length > 0 ? " + " : "";
            return free + quantity + plus + flat + Invariant($" = {Amount:#,0.############}");
        }
    }

    /// <summary>Returns the tier and the arithmetic.</summary>
    public override string ToString() => Tier is null ? Explanation : Tier + ": " + Explanation;
}

/// <summary>The rule by which the amount of a <see cref="PricedPart"/> follows from its quantity.</summary>
public enum PricedPartKind
{
    /// <summary>Units at a price, plus the flat fee of the tier if there is one.</summary>
    Units = 0,

    /// <summary>Packages at a price, plus the flat fee of the tier if there is one.</summary>
    Packages = 1,

    /// <summary>A fraction of an amount of money.</summary>
    Share = 2,

    /// <summary>The reduction to the lower amount at the start of a higher tier.</summary>
    BuyUp = 3,
}
