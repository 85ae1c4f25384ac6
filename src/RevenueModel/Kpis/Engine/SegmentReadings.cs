using RevenueModel.Retention;
using RevenueModel.Statistics;

namespace RevenueModel.Kpis;

/// <summary>Reads the indicators of a segment from its sample.</summary>
internal sealed class SegmentReadings(ScorecardOptions options, string? segment, SegmentSample sample)
{
    internal const decimal DaysOfMonth = 365.25m / 12m;
    private const decimal MonthsOfYear = 12m;

    /// <summary>Returns the reading of an indicator.</summary>
    public KpiReading Of(KpiDefinition kpi) =>
        kpi == StandardKpis.Acv ? Ratio(kpi, sample.Acv)
        : kpi == StandardKpis.CycleLength ? Cycle()
        : kpi == StandardKpis.Nrr
            ? OfYear(Ratio(kpi, sample.Nrr)) with
            {
                Evidence = [Evidence(KpiCauses.StalledAccounts, sample.StalledAccounts, sample.OpeningLogos)],
            }
        : kpi == StandardKpis.CompetitiveWinRate ? WinRate()
        : kpi == StandardKpis.PocConversion ? PocConversion()
        : kpi == StandardKpis.SiteVelocity
            ? Ratio(kpi, sample.NewSites, MonthsOfYear / options.WindowMonths) with
            {
                Evidence = [Evidence(KpiCauses.NoNewSites, sample.AccountsWithoutNewSites, sample.NewSites.Count)],
            }
        : kpi == StandardKpis.SitePenetration ? Ratio(kpi, sample.Penetration)
        : kpi == StandardKpis.RecurringMix ? Ratio(kpi, sample.Mix)
        : kpi == StandardKpis.LogoRetention ? OfYear(Rate(kpi, sample.RetainedLogos, sample.OpeningLogos))
        : LifetimeValue();

    private KpiReading Cycle()
    {
        MedianEstimate? days = sample.Deals.MedianDays(options.Confidence);
        long longWon = sample.Deals.Count(DealTraits.Won, onlyLong: true);
        long known = sample.Deals.Count(DealTraits.Won | DealTraits.EngagementKnown, onlyLong: true);
        return Reading(StandardKpis.CycleLength) with
        {
            Value = days?.Value / DaysOfMonth,
            Count = days?.Count ?? 0,
            Interval = KpiInterval.Of(days?.Interval, 1m / DaysOfMonth),
            Evidence =
            [
                new KpiEvidence
                {
                    Cause = KpiCauses.NoControlsChampion,
                    Count = sample.Deals.Count(
                        DealTraits.Won | DealTraits.EngagementKnown, DealTraits.OtEngaged, onlyLong: true),
                    Of = known,
                    UnknownCount = longWon - known,
                },
                Evidence(
                    KpiCauses.NoRegulatoryTrigger,
                    sample.Deals.Count(DealTraits.Won, DealTraits.HasTrigger, onlyLong: true),
                    longWon),
            ],
        };
    }

    private KpiReading WinRate()
    {
        long won = sample.Deals.Count(DealTraits.Won | DealTraits.Competitive);
        long lost = sample.Deals.Count(DealTraits.Lost | DealTraits.Competitive);
        long known = sample.Deals.Count(DealTraits.Lost | DealTraits.Competitive | DealTraits.RivalsKnown);
        return Rate(StandardKpis.CompetitiveWinRate, won, won + lost) with
        {
            Evidence =
            [
                new KpiEvidence
                {
                    Cause = KpiCauses.ThirdBidder,
                    Count = sample.Deals.Count(DealTraits.Lost | DealTraits.Competitive | DealTraits.ManyRivals),
                    Of = known,
                    UnknownCount = lost - known,
                },
            ],
        };
    }

    private KpiReading PocConversion()
    {
        long unknown = sample.StoppedPocs - sample.StoppedWithCause;
        return Rate(StandardKpis.PocConversion, sample.ConvertedPocs, sample.ConvertedPocs + sample.StoppedPocs) with
        {
            Evidence =
            [
                Evidence(KpiCauses.AlertFlood, sample.AlertFloods, sample.StoppedWithCause) with
                {
                    UnknownCount = unknown,
                },
                Evidence(KpiCauses.MissedAssets, sample.MissedAssets, sample.StoppedWithCause) with
                {
                    UnknownCount = unknown,
                },
            ],
        };
    }

    private KpiReading LifetimeValue()
    {
        KpiReading reading = Reading(StandardKpis.LifetimeValue) with { Count = sample.OpeningLogos };
        if (options.GrossMargin is not { } margin
            || sample.Acv.Estimate(options.Confidence) is not { } acv
            || sample.OpeningLogos == 0)
        {
            return reading;
        }

        decimal? value = Life(acv.Value, margin, (decimal)sample.RetainedLogos / sample.OpeningLogos);
        KpiInterval? arr = KpiInterval.Of(acv.Interval);
        KpiInterval? retention = KpiInterval.Of(
            ProportionCalculator.Wilson(sample.RetainedLogos, sample.OpeningLogos, options.Confidence));
        double confidence = Math.Round((2 * options.Confidence) - 1, 12);
        return reading with
        {
            Value = value,
            Interval = value is null || arr is null || retention is null || confidence <= 0
                ? null
                : new KpiInterval
                {
                    Lower = KpiInterval.Round(
                        Life(Math.Max(arr.Lower, 0m), margin, retention.Lower)!.Value),
                    Upper = Life(arr.Upper!.Value, margin, retention.Upper!.Value) is { } upper
                        ? KpiInterval.Round(upper)
                        : null,
                    Confidence = confidence,
                },
        };
    }

    private decimal? Life(decimal arr, decimal margin, decimal retention) =>
        LifetimeValueCalculator.Margin(arr, margin, churn: 1m - OfYear(retention));

    /// <summary>Returns the reading of a retention in the window as that of a year.</summary>
    private KpiReading OfYear(KpiReading reading) => options.WindowMonths == MonthsOfYear ? reading : reading with
    {
        Value = reading.Value is { } value ? OfYear(value) : null,
        Interval = reading.Interval is { Upper: { } upper } interval
            ? interval with
            {
                Lower = KpiInterval.Round(OfYear(interval.Lower)), Upper = KpiInterval.Round(OfYear(upper)),
            }
            : null,
    };

    /// <summary>Returns the retention of a year, <c>retention^(12 / months of the window)</c>.</summary>
    private decimal OfYear(decimal retention) => retention <= 0m ? 0m
        : options.WindowMonths == MonthsOfYear || retention == 1m ? retention
        : (decimal)StandardNormal.Exp(
            StandardNormal.Log((double)retention) * (double)MonthsOfYear / options.WindowMonths);

    private KpiReading Ratio(KpiDefinition kpi, RatioSample ratio, decimal scale = 1m)
    {
        RatioEstimate? estimate = ratio.Estimate(options.Confidence);
        return Reading(kpi) with
        {
            Value = estimate?.Value * scale,
            Count = ratio.Count,
            Interval = KpiInterval.Of(estimate?.Interval, scale),
        };
    }

    private KpiReading Rate(KpiDefinition kpi, long successes, long trials) => Reading(kpi) with
    {
        Value = trials == 0 ? null : (decimal)successes / trials,
        Count = trials,
        Interval = KpiInterval.Of(ProportionCalculator.Wilson(successes, trials, options.Confidence)),
    };

    private KpiReading Reading(KpiDefinition kpi) =>
        new() { Kpi = kpi.Name, Segment = segment, AsOf = options.AsOf };

    private static KpiEvidence Evidence(string cause, long count, long of) =>
        new() { Cause = cause, Count = count, Of = of };
}
