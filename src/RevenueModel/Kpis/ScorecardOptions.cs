using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Kpis;

/// <summary>The day, the window and the conventions of a scorecard.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ScorecardOptions
{
    /// <summary>Gets the last day that is measured, in the years 1 to 9998. Revenue is measured at the end of the last
    /// complete month.</summary>
    public required LocalDate AsOf
    {
        get;
        init => field = value.Year is > 0 and < 9999
            ? value
            : throw DomainGuards.OutOfRange(nameof(AsOf), InvariantText.Of(value), "a day of the years 1 to 9998");
    }

    /// <summary>Gets the length of the window in months, 1 to 1,200. Default: twelve.</summary>
    public int WindowMonths { get; init => field = Guard.Against.NotMonths(value, nameof(WindowMonths)); } = 12;

    /// <summary>Gets the confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.</summary>
    public double Confidence
    {
        get;
        init => field = Statistics.Confidence.Require(value, nameof(Confidence));
    } = 0.95;

    /// <summary>Gets the number of cases below which a reading is not judged, 1 or more. Default: five.</summary>
    public int MinCount { get; init => field = Guard.Against.BelowOne(value, nameof(MinCount)); } = 5;

    /// <summary>Gets the gross margin of recurring revenue, between 0 and 1, for the lifetime value, or
    /// <see langword="null"/> if it is not known and lifetime value is not measured.</summary>
    public decimal? GrossMargin
    {
        get;
        init => field = value is { } margin ? Guard.Against.NotFraction(margin, nameof(GrossMargin)) : null;
    }

    /// <summary>Gets the rules by which subscriptions become recurring revenue. Default: ARR with all
    /// defaults.</summary>
    public RevenueRules RevenueRules { get; init; } = RevenueRules.Default;

    /// <summary>Gets the benchmarks. Default: <see cref="PublishedBenchmarks.OtSecurity2027"/>.</summary>
    public ValueList<KpiBenchmark> Benchmarks { get; init; } = PublishedBenchmarks.OtSecurity2027;

    /// <summary>Gets further indicators, whose readings are in <see cref="ScorecardData.CustomReadings"/>.</summary>
    public ValueList<KpiDefinition> CustomKpis { get; init; }

    /// <summary>Gets an earlier scorecard that trends are measured from, or <see langword="null"/>.</summary>
    public Scorecard? Baseline { get; init; }

    /// <summary>Gets the first day of the window: <see cref="WindowMonths"/> months before the day after
    /// <see cref="AsOf"/>, and the last day of the month if it has no such day. Windows follow each other without gap
    /// or overlap if each ends on the day before this one.</summary>
    public LocalDate From => AsOf.PlusDays(1).PlusMonths(-WindowMonths);

    /// <summary>Gets the last complete month.</summary>
    internal YearMonth LastMonth
    {
        get
        {
            LocalDate month = AsOf.PlusDays(1).PlusMonths(-1);
            return new YearMonth(month.Year, month.Month);
        }
    }

    /// <summary>Finds the benchmark of an indicator and a segment.</summary>
    /// <param name="kpi">The name of the indicator.</param>
    /// <param name="segment">The segment, or <see langword="null"/> for all of them.</param>
    /// <returns>The benchmark of the segment, else that without a segment, or <see langword="null"/> if there is
    /// none.</returns>
    public KpiBenchmark? FindBenchmark(string kpi, string? segment)
    {
        KpiBenchmark? general = null;
        foreach (KpiBenchmark benchmark in Benchmarks)
        {
            if (benchmark.Kpi == kpi)
            {
                if (segment is not null && benchmark.Segment == segment)
                {
                    return benchmark;
                }

                general ??= benchmark.Segment is null ? benchmark : null;
            }
        }

        return general;
    }

    /// <summary>Returns the day, the window and the confidence.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(WindowMonths, "month")} through {AsOf:R}, confidence {Confidence * 100:0.##}%");
}
