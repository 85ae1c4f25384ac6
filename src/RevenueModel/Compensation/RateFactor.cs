using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A factor on the pay for credits of a product or of a contract term.</summary>
/// <remarks>Immutable; equal by value. The factor changes the rate and not the attainment. A factor without product
/// and term applies to all credits.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RateFactor
{
    /// <summary>Gets the factor; zero or more. 1.25 pays 25% more.</summary>
    public required decimal Factor { get; init => field = Guard.Against.BelowZero(value, nameof(Factor)); }

    /// <summary>Gets the product, compared ignoring case. Default: <see langword="null"/>, all products.</summary>
    public string? Product { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Product)); }

    /// <summary>Gets the minimum contract term in months; one or more. Default: <see langword="null"/>, all
    /// terms.</summary>
    public int? MinTermMonths { get; init => field = Guard.Against.BelowOne(value, nameof(MinTermMonths)); }

    /// <summary>Returns whether the factor applies to a credit.</summary>
    /// <param name="credit">The credit.</param>
    /// <returns><see langword="true"/> if the product and the term of the credit match the factor.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="credit"/> is null.</exception>
    public bool AppliesTo(CompCredit credit)
    {
        Guard.Against.Null(credit);
        return (Product is null || string.Equals(Product, credit.Product, StringComparison.OrdinalIgnoreCase))
            && (MinTermMonths is null || credit.TermMonths >= MinTermMonths);
    }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Invariant($"{Factor:0.####}x for {Product ?? "all products"}")
            + (MinTermMonths is { } months ? Invariant($" from {months} months on") : "");
}
