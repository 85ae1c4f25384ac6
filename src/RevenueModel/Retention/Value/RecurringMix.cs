using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Revenue of a period, split into recurring revenue and services.</summary>
/// <remarks>Immutable; equal by value. The default value has no revenue.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RecurringMix
{
    /// <summary>Creates a mix.</summary>
    /// <param name="recurring">The revenue from subscriptions to software, an amount of zero or more.</param>
    /// <param name="services">The revenue from services and assessments, an amount of zero or more.</param>
    /// <exception cref="ArgumentException">An amount is negative, or the sum exceeds the range of a
    /// decimal.</exception>
    public RecurringMix(decimal recurring, decimal services)
    {
        Recurring = Guard.Against.BelowZero(recurring);
        Services = Guard.Against.BelowZero(services);
        _ = DomainGuards.Total(recurring, services, nameof(services));
    }

    /// <summary>Gets the revenue from subscriptions to software.</summary>
    public decimal Recurring { get; }

    /// <summary>Gets the revenue from services and assessments.</summary>
    public decimal Services { get; }

    /// <summary>Gets all revenue.</summary>
    public decimal Total => Recurring + Services;

    /// <summary>Gets the recurring share, between 0 and 1, or <see langword="null"/> without revenue.</summary>
    public decimal? RecurringShare => RetentionRatio.Of(Recurring, Total);

    /// <summary>Returns both amounts and the recurring share.</summary>
    public override string ToString() => Invariant($"recurring {Recurring:#,0.##}, services {Services:#,0.##}")
        + (RecurringShare is { } share ? Invariant($" ({share * 100m:0.#}% recurring)") : "");
}
