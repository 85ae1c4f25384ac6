using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Published figures of the recurring mix and of the gross margins that follow from it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RecurringMixBenchmark
{
    /// <summary>Gets the healthy recurring share, as a band of fractions.</summary>
    public required Band<decimal> HealthyShare
    {
        get;
        init => field = Guard.Against.NotFractionBand(value, nameof(HealthyShare));
    }

    /// <summary>Gets the gross margin of software, as a band of fractions.</summary>
    public required Band<decimal> SoftwareMargin
    {
        get;
        init => field = Guard.Against.NotFractionBand(value, nameof(SoftwareMargin));
    }

    /// <summary>Gets the gross margin of services, as a band of fractions.</summary>
    public required Band<decimal> ServicesMargin
    {
        get;
        init => field = Guard.Against.NotFractionBand(value, nameof(ServicesMargin));
    }

    /// <summary>Gets the recurring share from which investors reward the profile, between 0 and 1.</summary>
    public required decimal RewardedShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(RewardedShare));
    }

    /// <summary>Gets the share of services from which a book earns like a consultancy, between 0 and 1.</summary>
    public required decimal ServicesWarningShare
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(ServicesWarningShare));
    }

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns the band of gross margins that a recurring share implies.</summary>
    /// <param name="recurringShare">The recurring share, between 0 and 1.</param>
    /// <returns><c>share × software margin + (1 - share) × services margin</c>, low ends and high ends
    /// together.</returns>
    /// <exception cref="ArgumentException"><paramref name="recurringShare"/> is not a fraction.</exception>
    public Band<decimal> GrossMargin(decimal recurringShare)
    {
        Guard.Against.NotFraction(recurringShare);
        return Band.Between(
            Blend(recurringShare, SoftwareMargin.Min, ServicesMargin.Min),
            Blend(recurringShare, SoftwareMargin.Max.GetValueOrDefault(), ServicesMargin.Max.GetValueOrDefault()));
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"healthy {HealthyShare:0.##%} recurring, software {SoftwareMargin:0.##%} margin, ")
            + Invariant($"services {ServicesMargin:0.##%}");

    private static decimal Blend(decimal share, decimal software, decimal services) =>
        (share * software) + ((1m - share) * services);
}
