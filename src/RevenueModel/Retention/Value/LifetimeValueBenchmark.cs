using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The published lifetime value of the accounts of a segment, beside the one that the published contract
/// value, gross margin and logo retention imply.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of"/>. Published figures are carried as published, also
/// where they contradict each other.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LifetimeValueBenchmark
{
    private LifetimeValueBenchmark(
        string segment,
        Band<decimal> lifetimeValue,
        Band<decimal> acv,
        Band<decimal> grossMargin,
        Band<decimal> logoRetention,
        Citation? citation)
    {
        Segment = segment;
        LifetimeValue = lifetimeValue;
        Acv = acv;
        GrossMargin = grossMargin;
        LogoRetention = logoRetention;
        Citation = citation;
    }

    /// <summary>Gets the name of the segment.</summary>
    public string Segment { get; }

    /// <summary>Gets the published lifetime value of an account, gross profit.</summary>
    public Band<decimal> LifetimeValue { get; }

    /// <summary>Gets the published contract value of an account per year.</summary>
    public Band<decimal> Acv { get; }

    /// <summary>Gets the published gross margin, as a band of fractions.</summary>
    public Band<decimal> GrossMargin { get; }

    /// <summary>Gets the published logo retention in a year, as a band of fractions.</summary>
    public Band<decimal> LogoRetention { get; }

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; }

    /// <summary>Gets the lifetime value that the figures imply, <c>ACV × gross margin / (1 - logo retention)</c>, low
    /// ends and high ends together, or <see langword="null"/> if the highest retention is one.</summary>
    public Band<decimal>? Implied => Imply(Acv, GrossMargin, LogoRetention);

    /// <summary>Gets the years of gross profit that the published lifetime value equals, <c>LTV / (ACV × gross
    /// margin)</c>, low ends and high ends together in ascending order, or <see langword="null"/> without gross
    /// profit.</summary>
    public Band<decimal>? PublishedYears => YearsOf(LifetimeValue, Acv, GrossMargin);

    /// <summary>Gets the expected years of an account at the published logo retention, <c>1 / (1 - retention)</c>, or
    /// <see langword="null"/> if the highest retention is one.</summary>
    public Band<decimal>? ImpliedYears => LogoRetention.Max is { } max and < 1m
        ? Band.Between(1m / (1m - LogoRetention.Min), 1m / (1m - max))
        : null;

    /// <summary>Creates a benchmark.</summary>
    /// <param name="segment">The name of the segment; not blank.</param>
    /// <param name="lifetimeValue">The published lifetime value, a band with two ends of zero or more.</param>
    /// <param name="acv">The contract value of an account per year, a band with two ends of zero or more.</param>
    /// <param name="grossMargin">The gross margin, a band of fractions.</param>
    /// <param name="logoRetention">The logo retention in a year, a band of fractions.</param>
    /// <param name="citation">The document and section. Default: none.</param>
    /// <returns>The benchmark.</returns>
    /// <exception cref="ArgumentException">The name is blank, a band is outside its range, or a result exceeds the
    /// range of a decimal.</exception>
    public static LifetimeValueBenchmark Of(
        string segment,
        Band<decimal> lifetimeValue,
        Band<decimal> acv,
        Band<decimal> grossMargin,
        Band<decimal> logoRetention,
        Citation? citation = null)
    {
        Guard.Against.Blank(segment);
        ValueFigures.RequireClosedAmounts(lifetimeValue, nameof(lifetimeValue));
        ValueFigures.RequireClosedAmounts(acv, nameof(acv));
        Guard.Against.NotFractionBand(grossMargin);
        Guard.Against.NotFractionBand(logoRetention);
        try
        {
            // The properties compute their figures on each call, so an overflow is detected here.
            _ = Imply(acv, grossMargin, logoRetention);
            _ = YearsOf(lifetimeValue, acv, grossMargin);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The lifetime value of {segment}", nameof(lifetimeValue), overflow);
        }

        return new LifetimeValueBenchmark(segment, lifetimeValue, acv, grossMargin, logoRetention, citation);
    }

    /// <summary>Returns the published and the implied lifetime value.</summary>
    public override string ToString() => Invariant($"{Segment}: {LifetimeValue} published, ")
        + (Implied is { } implied ? Invariant($"{implied:#,0} implied") : "no value implied");

    private static Band<decimal>? Imply(Band<decimal> acv, Band<decimal> margin, Band<decimal> retention) =>
        retention.Max is { } max and < 1m
            ? Band.Between(
                acv.Min * margin.Min / (1m - retention.Min),
                acv.Max.GetValueOrDefault() * margin.Max.GetValueOrDefault() / (1m - max))
            : null;

    private static Band<decimal>? YearsOf(Band<decimal> value, Band<decimal> acv, Band<decimal> margin)
    {
        decimal least = acv.Min * margin.Min;
        decimal most = acv.Max.GetValueOrDefault() * margin.Max.GetValueOrDefault();
        if (least == 0m || most == 0m)
        {
            return null;
        }

        decimal low = value.Min / least;
        decimal high = value.Max.GetValueOrDefault() / most;
        return Band.Between(Math.Min(low, high), Math.Max(low, high));
    }
}
