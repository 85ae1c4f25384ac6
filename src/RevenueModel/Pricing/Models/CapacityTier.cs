using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A tier of a <see cref="CapacityPrice"/>: a fee, and a limit for each meter.</summary>
/// <remarks>Immutable; equal by value. The default value is a tier without limits and with a fee of zero.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CapacityTier
{
    private CapacityTier(decimal fee, ValueList<decimal?> limits)
    {
        Fee = fee;
        Limits = limits;
    }

    /// <summary>Gets the fee, zero or more.</summary>
    public decimal Fee { get; }

    /// <summary>Gets the largest quantity of each meter, in the order of the meters; <see langword="null"/> for no
    /// limit.</summary>
    public ValueList<decimal?> Limits { get; }

    /// <summary>Creates a tier.</summary>
    /// <param name="fee">The fee, zero or more.</param>
    /// <param name="limits">The largest quantity of each meter, zero or more; it belongs to the tier.
    /// <see langword="null"/> for no limit.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static CapacityTier Of(decimal fee, params ReadOnlySpan<decimal?> limits)
    {
        Guard.Against.BelowZero(fee);
        foreach (decimal? limit in limits)
        {
            if (Guard.Against.BelowZero(limit ?? 0m, nameof(limits)) == decimal.MaxValue)
            {
                throw DomainGuards.OutOfRange(
                    nameof(limits), decimal.MaxValue, "a limit below the largest decimal (for no limit use null)");
            }
        }

        return new CapacityTier(fee, ValueList.Create(limits));
    }

    /// <inheritdoc cref="Of(decimal, ReadOnlySpan{decimal?})"/>
    public static CapacityTier Of(decimal fee, IEnumerable<decimal?> limits) => Of(fee, limits.AsItems());

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Fee:#,0.######} for ")
        + string.Join(" / ", Limits.Select(limit => limit is { } most ? Invariant($"{most:#,0.######}") : "any"));
}
