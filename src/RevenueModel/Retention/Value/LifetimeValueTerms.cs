using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The figures that the methods of a lifetime value use, all for one period, such as a month or a
/// year.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LifetimeValueTerms
{
    /// <summary>Gets the revenue of an account per period, an amount of zero or more.</summary>
    public required decimal RevenuePerAccount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(RevenuePerAccount));
    }

    /// <summary>Gets the share of revenue that remains after the cost to serve, between 0 and 1.</summary>
    public required decimal GrossMargin { get; init => field = Guard.Against.NotFraction(value, nameof(GrossMargin)); }

    /// <summary>Gets the share of accounts that are retained per period, between 0 and 1.</summary>
    public required decimal Retention { get; init => field = Guard.Against.NotFraction(value, nameof(Retention)); }

    /// <summary>Gets the discount rate per period, a fraction between 0 and 1. Default: zero.</summary>
    public decimal DiscountRate { get; init => field = Guard.Against.NotFraction(value, nameof(DiscountRate)); }

    /// <summary>Gets the discounted expected lifetime of an account in periods, zero or more: <c>Σ S(t) / (1 +
    /// d)^t</c> of a survival model. Default: none.</summary>
    public double? DiscountedLifetime
    {
        get;
        init => field = value is null or (>= 0 and < double.PositiveInfinity)
            ? value
            : throw DomainGuards.OutOfRange(nameof(DiscountedLifetime), value, "a finite number, zero or more,");
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{RevenuePerAccount:#,0.##} a period at {GrossMargin * 100m:0.##}% margin, ")
            + Invariant($"{Retention * 100m:0.##}% retained, discounted at {DiscountRate * 100m:0.##}%")
            + (DiscountedLifetime is { } periods ? Invariant($", lifetime {periods:0.##} periods") : "");
}
